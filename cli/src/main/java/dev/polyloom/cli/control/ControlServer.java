package dev.polyloom.cli.control;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;

/**
 * The socket over which a host is asked. Each connection brings one line and gets one answer:
 * {@code ok} or {@code no} on a line, and behind it a text up to the end. Whoever sends more, or
 * nothing, or does not read, is cut off after a while; all but the folder's owner are turned away.
 */
public final class ControlServer implements AutoCloseable {
    static final int MOST_REQUEST_BYTES = 4096;
    static final String GOOD = "ok\n";
    static final String BAD = "no\n";

    private static final System.Logger LOGGER = System.getLogger("dev.polyloom.cli");
    private static final int MOST_CONNECTIONS = 16;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ControlFolder folder;
    private final Path socket;
    private final FileChannel name;
    private final ServerSocketChannel server;
    private final Duration patience;
    private final Function<String, Answer> host;
    private final Semaphore free = new Semaphore(MOST_CONNECTIONS);
    private final Thread acceptor;

    private ControlServer(
            ControlFolder folder,
            Path socket,
            FileChannel name,
            Duration patience,
            Function<String, Answer> host)
            throws IOException {
        this.folder = folder;
        this.socket = socket;
        this.name = name;
        this.patience = patience;
        this.host = host;
        Files.deleteIfExists(socket);
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        this.server.bind(UnixDomainSocketAddress.of(socket));
        this.acceptor =
                Thread.ofVirtual().name(socket.getFileName() + "-acceptor").unstarted(this::accept);
    }

    /**
     * Opens the socket of a host.
     *
     * @param name the host's name
     * @param host answers a line
     * @return the server, to be closed
     * @throws ControlException if a host of that name runs already, or the folder is not private
     * @throws IOException if the socket cannot be made
     */
    public static ControlServer open(String name, Function<String, Answer> host)
            throws IOException {
        return open(ControlFolder.open(), name, Duration.ofSeconds(5), host);
    }

    static ControlServer open(
            ControlFolder folder, String name, Duration patience, Function<String, Answer> host)
            throws IOException {
        Path socket = folder.socket(name);
        FileChannel claim = folder.claim(name);
        if (claim == null) {
            throw new ControlException(
                    "a host named %s runs already; polyloom status %s shows it"
                            .formatted(name, name));
        }
        try {
            ControlServer opened = new ControlServer(folder, socket, claim, patience, host);
            opened.acceptor.start();
            return opened;
        } catch (IOException e) {
            claim.close();
            throw e;
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                take(server.accept());
            } catch (IOException e) {
                if (server.isOpen()) {
                    LOGGER.log(Level.WARNING, "the socket of a host failed: " + e.getMessage());
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    private void take(SocketChannel channel) throws IOException {
        if (!free.tryAcquire()) {
            channel.close();
            return;
        }
        Executor later =
                CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<?> cut = CompletableFuture.runAsync(() -> close(channel), later);
        Thread.startVirtualThread(() -> {
            try (channel) {
                serve(channel);
            } catch (IOException e) {
                LOGGER.log(Level.DEBUG, "a connection to a host broke: " + e);
            } finally {
                boolean _ = cut.cancel(false);
                free.release();
            }
        });
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "a connection to a host could not be closed: " + e);
        }
    }

    private void serve(SocketChannel channel) throws IOException {
        if (!isOwner(channel)) {
            LOGGER.log(Level.WARNING, "another user was turned away from the socket of a host");
            return;
        }
        ByteBuffer line = ByteBuffer.allocate(MOST_REQUEST_BYTES);
        while (line.position() == 0 || line.get(line.position() - 1) != '\n') {
            if (!line.hasRemaining()) {
                answer(
                        channel,
                        new Answer(
                                false,
                                "a line of more than %d bytes".formatted(MOST_REQUEST_BYTES)));
                return;
            }
            if (channel.read(line) < 0) {
                return;
            }
        }
        String asked = new String(line.array(), 0, line.position() - 1, StandardCharsets.UTF_8);
        answer(channel, host(asked));
    }

    private Answer host(String asked) {
        try {
            return host.apply(asked);
        } catch (RuntimeException e) {
            return new Answer(false, String.valueOf(e.getMessage()));
        }
    }

    private static void answer(SocketChannel channel, Answer answer) throws IOException {
        String text = (answer.isGood() ? GOOD : BAD) + answer.text();
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            int _ = channel.write(bytes);
        }
    }

    /** The folder keeps others out already; where the system knows the peer, it is asked too. */
    private boolean isOwner(SocketChannel channel) throws IOException {
        SocketOption<UnixDomainPrincipal> peer = ExtendedSocketOptions.SO_PEERCRED;
        return !channel.supportedOptions().contains(peer)
                || channel.getOption(peer).user().getName().equals(folder.owner().getName());
    }

    /** Closes the socket: once this returned, nobody can connect. */
    @Override
    public void close() {
        try (name) {
            try (server) {
                Files.deleteIfExists(socket);
            }
            awaitAcceptor();
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "the socket of a host could not be removed: " + e);
        }
    }

    /** A channel on which a virtual thread waits is closed by that thread, after it woke. */
    private void awaitAcceptor() {
        try {
            boolean _ = acceptor.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
