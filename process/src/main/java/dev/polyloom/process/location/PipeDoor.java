package dev.polyloom.process.location;

import dev.polyloom.process.WriteLocationException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The socket at which the owner of a pipe awaits the one task that knows the token. */
final class PipeDoor implements Closeable {
    private static final long HANDSHAKE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Path path;
    private final ServerSocketChannel server;
    private final Selector selector;
    private final byte[] token;
    private final Duration patience;

    private PipeDoor(
            Path path,
            ServerSocketChannel server,
            Selector selector,
            byte[] token,
            Duration patience) {
        this.path = path;
        this.server = server;
        this.selector = selector;
        this.token = token;
        this.patience = patience;
    }

    static PipeDoor open(byte[] token, Duration patience) throws IOException {
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException(
                    "the patience of a pipe is %s; take more than nothing".formatted(patience));
        }
        Path path = SocketFolder.next();
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(path));
            server.configureBlocking(false);
            return new PipeDoor(path, server, Selector.open(), token, patience);
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** Waits for the task, and lets nobody in after it. */
    SocketChannel admit(String name) {
        long deadline = System.nanoTime() + nanos();
        try {
            while (true) {
                await(server, SelectionKey.OP_ACCEPT, deadline, name);
                SocketChannel guest = server.accept();
                if (guest != null && knowsToken(guest, deadline, name)) {
                    guest.configureBlocking(true);
                    close();
                    return guest;
                }
            }
        } catch (ClosedByInterruptException e) {
            throw new WriteLocationException(name + " was closed by an interrupt", e);
        } catch (ClosedSelectorException | ClosedChannelException e) {
            throw new IllegalStateException(name + " is closed", e);
        } catch (IOException e) {
            throw new WriteLocationException(name + " waited in vain: " + e, e);
        }
    }

    private long nanos() {
        try {
            return patience.toNanos();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE / 2;
        }
    }

    private void await(SelectableChannel channel, int operation, long deadline, String name)
            throws IOException {
        SelectionKey key = channel.register(selector, operation);
        try {
            for (int ready = 0; ready == 0; ) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    throw new IOException(
                            "nobody who knows its token connected within %s".formatted(patience));
                }
                ready = selector.select(millis);
                failIfInterrupted(name);
            }
        } finally {
            key.cancel();
            if (selector.isOpen()) {
                selector.selectNow();
            }
        }
    }

    private static void failIfInterrupted(String name) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException(
                    "the thread that waited at " + name + " was interrupted");
        }
    }

    private boolean knowsToken(SocketChannel guest, long deadline, String name) throws IOException {
        ByteBuffer said = ByteBuffer.allocate(token.length);
        long until = Math.min(deadline - System.nanoTime(), HANDSHAKE_NANOS) + System.nanoTime();
        try {
            guest.configureBlocking(false);
            while (said.hasRemaining()) {
                await(guest, SelectionKey.OP_READ, until, name);
                if (guest.read(said) < 0) {
                    break;
                }
            }
        } catch (InterruptedIOException e) {
            guest.close();
            throw e;
        } catch (IOException e) {
            // a stranger; the task may be next
        }
        boolean knows = MessageDigest.isEqual(said.array(), token);
        if (!knows) {
            guest.close();
        }
        return knows;
    }

    @Override
    public void close() {
        try (server;
                selector) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // the folder goes with the process
        }
    }
}
