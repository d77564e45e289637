package dev.polyloom.process.classes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers the requests of one worker, one after the other. A request is an operation, the number of
 * a class loader, an index, and a name with its length before it; an answer is the numbers of
 * loaders collected since the last one, a status, and a number or a length and content.
 */
final class ClassSession {
    private static final System.Logger LOG = System.getLogger("dev.polyloom.process");
    private static final byte CLASS = 1;
    private static final byte RESOURCES = 2;
    private static final byte RESOURCE = 3;
    private static final byte MISSING = 0;
    private static final byte FOUND = 1;
    private static final byte ELSEWHERE = 2;
    private static final byte COUNT = 3;
    private static final int HEAD = 11;
    private static final int MAX_NAME = 8 * 1024;
    private static final int MAX_CONTENT = 256 << 20;

    private final Supplier<ClassServer> server;
    private final SocketChannel channel;
    private int deadTold;

    ClassSession(Supplier<ClassServer> server, SocketChannel channel) {
        this.server = server;
        this.channel = channel;
    }

    void run() {
        try {
            Request request = request();
            while (request != null) {
                send(answer(request));
                request = request();
            }
            LOG.log(System.Logger.Level.WARNING, "garbage on a class connection: closed");
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "class connection ended", e);
        } finally {
            ClassServer.closeQuietly(channel);
        }
    }

    /** What a worker wants to know. */
    private record Request(byte operation, int id, int index, String name) {}

    /** Reads the next request; null if it makes no sense. */
    private @Nullable Request request() throws IOException {
        ByteBuffer head = read(HEAD);
        byte operation = head.get();
        int id = head.getInt();
        int index = head.getInt();
        int length = Short.toUnsignedInt(head.getShort());
        if (operation < CLASS || operation > RESOURCE || length > MAX_NAME) {
            return null;
        }
        String name = new String(read(length).array(), StandardCharsets.UTF_8);
        return new Request(operation, id, index, name);
    }

    private ByteBuffer answer(Request request) {
        try {
            ClassLoader loader = server.get().find(request.id());
            return loader == null
                    ? missing("class loader " + request.id() + " is unknown to the primary")
                    : answer(request, loader);
        } catch (ClassNotFoundException e) {
            return missing("the primary does not have it either");
        } catch (Throwable e) {
            return missing("the primary could not read it: " + e);
        }
    }

    private ByteBuffer answer(Request request, ClassLoader loader)
            throws ClassNotFoundException, IOException {
        return switch (request.operation()) {
            case CLASS -> classFile(loader, request.id(), request.name());
            case RESOURCES -> number(COUNT, resources(loader, request.name()).size());
            default -> resource(loader, request.index(), request.name());
        };
    }

    private ByteBuffer classFile(ClassLoader loader, int id, String name)
            throws ClassNotFoundException, IOException {
        if (name.indexOf('/') >= 0 || name.startsWith("[")) {
            return missing("not a class name");
        }
        Class<?> type = Class.forName(name, false, loader);
        ClassLoader owner = type.getClassLoader();
        int ownerId = server.get().idOf(owner);
        if (owner == null || ownerId != id) {
            return number(ELSEWHERE, ownerId);
        }
        byte[] code = code(type, owner);
        return code == null
                ? missing("the primary has it, but no class file of it: it was made at run time")
                : content(code);
    }

    private static byte @Nullable [] code(Class<?> type, ClassLoader owner) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        byte[] code = null;
        if (type.getModule().isNamed()) {
            code = readAll(type.getModule().getResourceAsStream(file));
        }
        return code == null ? code(owner, file) : code;
    }

    private static byte @Nullable [] code(ClassLoader owner, String file) throws IOException {
        URL own = owner instanceof URLClassLoader urls ? urls.findResource(file) : null;
        return readAll(own == null ? owner.getResourceAsStream(file) : open(own));
    }

    private ByteBuffer resource(ClassLoader loader, int index, String name) throws IOException {
        List<URL> urls = resources(loader, name);
        if (index < 0 || index >= urls.size()) {
            return missing("the primary does not have it either");
        }
        byte[] content = readAll(open(urls.get(index)));
        return content == null ? missing("the primary cannot open it") : content(content);
    }

    private static List<URL> resources(ClassLoader loader, String name) throws IOException {
        List<URL> urls = new ArrayList<>();
        URL first = loader.getResource(name);
        if (first != null) {
            urls.add(first);
            for (URL url : Collections.list(loader.getResources(name))) {
                if (!url.toExternalForm().equals(first.toExternalForm())) {
                    urls.add(url);
                }
            }
        }
        return urls;
    }

    private static InputStream open(URL url) throws IOException {
        var connection = url.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    private static byte @Nullable [] readAll(@Nullable InputStream in) throws IOException {
        if (in == null) {
            return null;
        }
        try (in) {
            byte[] content = in.readNBytes(MAX_CONTENT + 1);
            if (content.length > MAX_CONTENT) {
                throw new IOException("larger than " + MAX_CONTENT + " bytes");
            }
            return content;
        }
    }

    private static ByteBuffer number(byte status, int number) {
        return ByteBuffer.allocate(5).put(status).putInt(number).flip();
    }

    private static ByteBuffer missing(String reason) {
        return body(MISSING, reason.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteBuffer content(byte[] content) {
        return body(FOUND, content);
    }

    private static ByteBuffer body(byte status, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put(status)
                .putInt(body.length)
                .put(body)
                .flip();
    }

    private void send(ByteBuffer answer) throws IOException {
        int[] dead = server.get().deadSince(deadTold);
        deadTold += dead.length;
        ByteBuffer frame = ByteBuffer.allocate(4 + 4 * dead.length + answer.remaining());
        frame.putInt(dead.length);
        for (int id : dead) {
            frame.putInt(id);
        }
        frame.put(answer).flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("closed by the worker");
            }
        }
        return bytes.flip();
    }
}
