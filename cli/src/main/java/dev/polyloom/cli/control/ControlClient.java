package dev.polyloom.cli.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks running hosts of this user. */
public final class ControlClient {
    private static final int MOST_ANSWER_BYTES = 64 << 20;
    private static final int PATIENCE_SECONDS = 15;

    private final ControlFolder folder;

    private ControlClient(ControlFolder folder) {
        this.folder = folder;
    }

    /**
     * Makes a client.
     *
     * @return the client
     * @throws IOException if the folder of sockets is not private
     */
    public static ControlClient open() throws IOException {
        return new ControlClient(ControlFolder.open());
    }

    static ControlClient of(ControlFolder folder) {
        return new ControlClient(folder);
    }

    /**
     * Returns the hosts that run.
     *
     * @return their names
     * @throws IOException if the folder cannot be read
     */
    public List<String> hosts() throws IOException {
        List<String> running = new ArrayList<>();
        for (String host : folder.hosts()) {
            SocketChannel channel = connect(host);
            if (channel != null) {
                channel.close();
                running.add(host);
            }
        }
        return running;
    }

    private @Nullable SocketChannel connect(String host) throws ControlException {
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                boolean _ = channel.connect(UnixDomainSocketAddress.of(folder.socket(host)));
                return channel;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (ControlException e) {
            throw e;
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Asks a host.
     *
     * @param host its name
     * @param line what to ask
     * @return its answer
     * @throws ControlException if it does not run or does not answer
     */
    public Answer ask(String host, String line) throws ControlException {
        try (SocketChannel channel = connect(host)) {
            if (channel == null) {
                throw new ControlException(
                        "no host named %s runs; there is %s".formatted(host, names()));
            }
            Executor later = CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            CompletableFuture<?> cut = CompletableFuture.runAsync(() -> close(channel), later);
            try {
                return ask(channel, line);
            } finally {
                boolean _ = cut.cancel(false);
            }
        } catch (ControlException e) {
            throw e;
        } catch (AsynchronousCloseException e) {
            throw new ControlException(
                    "host %s did not answer within %d s".formatted(host, PATIENCE_SECONDS));
        } catch (IOException e) {
            throw new ControlException("host %s is gone: %s".formatted(host, e.getMessage()));
        }
    }

    private String names() throws IOException {
        List<String> running = hosts();
        return running.isEmpty() ? "none" : String.join(", ", running);
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // what waits for it ends all the same
        }
    }

    private static Answer ask(SocketChannel channel, String line) throws IOException {
        ByteBuffer request = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (request.hasRemaining()) {
            int _ = channel.write(request);
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer part = ByteBuffer.allocate(1 << 16);
        while (channel.read(part) >= 0) {
            answer.write(part.array(), 0, part.position());
            part.clear();
            if (answer.size() > MOST_ANSWER_BYTES) {
                throw new IOException("it answers without end");
            }
        }
        String text = answer.toString(StandardCharsets.UTF_8);
        boolean good = text.startsWith(ControlServer.GOOD);
        if (!good && !text.startsWith(ControlServer.BAD)) {
            throw new IOException("it closed the connection without an answer");
        }
        return new Answer(good, text.substring(ControlServer.GOOD.length()));
    }
}
