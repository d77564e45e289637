package dev.polyloom.process.boot;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Asks the primary for classes and resources. One daemon thread owns the connection, so that a task
 * that is interrupted while it loads a class does not close it; the others wait for their answer,
 * at most a minute. When the connection ends, every request fails.
 *
 * <p>As a function it maps the number of a class loader of the primary to the one that stands for
 * it here, and back: {@value #BUILT_IN} are the JDK's, {@value #UNKNOWN} one that the primary
 * lacks.
 */
final class ClassClient implements IntFunction<ClassLoader>, ToIntFunction<@Nullable ClassLoader> {
    static final int BUILT_IN = -1;
    static final int UNKNOWN = -2;
    static final byte CLASS = 1;
    static final byte RESOURCES = 2;
    static final byte RESOURCE = 3;
    static final byte MISSING = 0;
    static final byte FOUND = 1;
    static final byte ELSEWHERE = 2;
    static final byte COUNT = 3;

    private static final int MAGIC = 0x504C4F4D;
    private static final byte VERSION = 1;
    private static final byte KIND = 2;
    private static final byte ACCEPTED = 1;
    private static final int MAX_NAME = 8 * 1024;
    private static final int MAX_BODY = 256 << 20;
    private static final int MAX_DEAD = 1 << 20;
    private static final long PATIENCE_SECONDS = 60;

    /** Makes the connection, in the thread that owns it. */
    private interface Opening {
        SocketChannel open() throws IOException;
    }

    private final Opening opening;
    private final @Nullable ClassLoader home;
    private final LinkedBlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final Map<Integer, ServedClassLoader> loaders = new ConcurrentHashMap<>();
    private volatile @Nullable IOException dead;

    private ClassClient(Opening opening, @Nullable ClassLoader home) {
        this.opening = opening;
        this.home = home;
    }

    /** Connects with the primary; who needs no class does not wait for that. */
    static ClassClient connect(Path socket, byte[] token, int number, boolean served) {
        return started(
                new ClassClient(
                        () -> connect(socket, token, number),
                        served ? null : Boot.class.getClassLoader()));
    }

    private static SocketChannel connect(Path socket, byte[] token, int number) throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        ByteBuffer hello = ByteBuffer.allocate(10 + token.length);
        hello.putInt(MAGIC).put(VERSION).put(KIND).put(token).putInt(number).flip();
        writeFully(channel, hello);
        if (readFully(channel, 1).get() != ACCEPTED) {
            throw new IOException("the primary refused the class connection");
        }
        return channel;
    }

    /**
     * Takes over a connection whose handshake is done; {@code home} is the loader that has what the
     * loader of the Polyloom classes has in the primary, null if none does.
     */
    static ClassClient over(SocketChannel channel, @Nullable ClassLoader home) {
        return started(new ClassClient(() -> channel, home));
    }

    private static ClassClient started(ClassClient client) {
        Thread thread = new Thread(client::serveRequests, "polyloom-class-client");
        thread.setDaemon(true);
        thread.start();
        return client;
    }

    @Override
    public ClassLoader apply(int id) {
        if (id == BUILT_IN) {
            return ClassLoader.getPlatformClassLoader();
        }
        if (id < 0) {
            throw new IllegalArgumentException("no class loader has the number " + id);
        }
        ServedClassLoader known = loaders.get(id);
        if (known != null) {
            return known;
        }
        return loaders.computeIfAbsent(
                id, key -> new ServedClassLoader(this, key, key == 0 ? home : null));
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public int applyAsInt(@Nullable ClassLoader loader) {
        if (loader instanceof ServedClassLoader served) {
            return served.id();
        }
        if (home != null && (loader == home || loader == ClassLoader.getSystemClassLoader())) {
            return 0;
        }
        return isBuiltIn(loader) ? BUILT_IN : UNKNOWN;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isBuiltIn(@Nullable ClassLoader loader) {
        ClassLoader each = ClassLoader.getPlatformClassLoader();
        while (each != null && each != loader) {
            each = each.getParent();
        }
        return each == loader;
    }

    /** Asks, and waits for the answer also when interrupted. */
    Answer ask(byte operation, int id, int index, String name) throws IOException {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > MAX_NAME) {
            throw new IOException("its name takes more than " + MAX_NAME + " bytes: too long");
        }
        Request request = new Request(operation, id, index, utf8, new CompletableFuture<>());
        requests.add(request);
        IOException end = dead;
        if (end != null) {
            request.answer.completeExceptionally(end);
        }
        return await(request.answer);
    }

    private static Answer await(CompletableFuture<Answer> answer) throws IOException {
        boolean interrupted = false;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (true) {
                try {
                    return await(answer, deadline - System.nanoTime());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Answer await(CompletableFuture<Answer> answer, long nanos)
            throws IOException, InterruptedException {
        try {
            return answer.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the connection to the primary has ended", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException(
                    "the primary did not answer within " + PATIENCE_SECONDS + " s", e);
        }
    }

    private void serveRequests() {
        try (SocketChannel channel = opening.open()) {
            while (true) {
                serve(channel, requests.take());
            }
        } catch (IOException | InterruptedException e) {
            dead = new IOException(e);
        } catch (Throwable e) {
            dead = new IOException(e);
            throw e;
        } finally {
            refuseRest();
        }
    }

    private void serve(SocketChannel channel, Request request) throws IOException {
        try {
            request.answer.complete(exchange(channel, request));
        } catch (Throwable e) {
            request.answer.completeExceptionally(e);
            throw e;
        }
    }

    private void refuseRest() {
        IOException end = dead == null ? new EOFException() : dead;
        for (Request r = requests.poll(); r != null; r = requests.poll()) {
            r.answer.completeExceptionally(end);
        }
    }

    private Answer exchange(SocketChannel channel, Request request) throws IOException {
        byte[] name = request.name;
        ByteBuffer out = ByteBuffer.allocate(11 + name.length);
        out.put(request.operation).putInt(request.id).putInt(request.index);
        out.putShort((short) name.length).put(name).flip();
        writeFully(channel, out);
        forget(channel, readFully(channel, 4).getInt());
        byte status = readFully(channel, 1).get();
        int number = readFully(channel, 4).getInt();
        if (status == FOUND || status == MISSING) {
            return new Answer(status, 0, readFully(channel, number).array());
        }
        return new Answer(status, number, new byte[0]);
    }

    /** Drops the loaders whose originals are gone, so that their classes can be unloaded. */
    private void forget(SocketChannel channel, int count) throws IOException {
        if (count < 0 || count > MAX_DEAD) {
            throw new IOException("malformed answer of the class server");
        }
        ByteBuffer ids = readFully(channel, 4 * count);
        while (ids.hasRemaining()) {
            loaders.remove(ids.getInt());
        }
    }

    private static void writeFully(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static ByteBuffer readFully(SocketChannel channel, int length) throws IOException {
        if (length < 0 || length > MAX_BODY) {
            throw new IOException("malformed answer of the class server");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("the primary closed the class connection");
            }
        }
        return bytes.flip();
    }

    /** A question to the primary. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Request(
            byte operation, int id, int index, byte[] name, CompletableFuture<Answer> answer) {}

    /** What the primary answers: a status and, depending on it, a number, content or a reason. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(byte status, int number, byte[] body) {
        String reason() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
