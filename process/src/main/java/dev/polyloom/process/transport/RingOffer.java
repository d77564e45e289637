package dev.polyloom.process.transport;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The shared memory that waits for a worker. It is offered with the handshake: {@code int length,
 * path, int capacity} from the primary, length 0 for no offer, then one byte from the worker that
 * says whether it has mapped the file. Then the file goes, and only the two processes have it.
 */
public final class RingOffer implements Closeable {
    private static final int MAX_PATH = 16 * 1024;
    private static final byte REFUSED = 0;
    private static final byte MAPPED = 1;

    private final Rings rings;
    private final Path file;
    private @Nullable RingMemory memory;

    RingOffer(Rings rings, Path file, RingMemory memory) {
        this.rings = rings;
        this.file = file;
        this.memory = memory;
    }

    /** Connects the primary with a worker that has just come, through shared memory if it can. */
    static Connection accept(SocketChannel channel, @Nullable RingOffer offer, int maxPayload)
            throws IOException {
        RingMemory mapped = null;
        if (offer == null) {
            write(channel, ByteBuffer.allocate(Integer.BYTES));
        } else {
            mapped = offer.present(channel);
        }
        return mapped == null
                ? new SocketConnection(channel, maxPayload)
                : RingConnection.ofPrimary(mapped, channel, maxPayload);
    }

    /** Shows a worker where its memory is, and takes that over if the worker does. */
    private @Nullable RingMemory present(SocketChannel channel) throws IOException {
        try (this) {
            RingMemory offered = take();
            if (offered == null) {
                throw new IOException("the worker was given up");
            }
            try {
                if (isTaken(channel, offered.capacity())) {
                    return offered;
                }
                rings.fallBack("the worker cannot map " + file);
            } catch (IOException | RuntimeException e) {
                offered.close();
                throw e;
            }
            offered.close();
            return null;
        }
    }

    private boolean isTaken(SocketChannel channel, int capacity) throws IOException {
        byte[] path = file.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES + path.length);
        write(channel, bytes.putInt(path.length).put(path).putInt(capacity).flip());
        return Handshake.readFully(channel, 1).get() == MAPPED;
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Connects a worker with its primary, through the memory offered if there is some. */
    static Connection answer(SocketChannel channel, int maxPayload) throws IOException {
        int length = Handshake.readFully(channel, Integer.BYTES).getInt();
        if (length < 0 || length > MAX_PATH) {
            throw new ProtocolException("the path of the ring file has %d bytes".formatted(length));
        }
        RingMemory mapped = length == 0 ? null : answerOffer(channel, length);
        return mapped == null
                ? new SocketConnection(channel, maxPayload)
                : RingConnection.ofWorker(mapped, channel, maxPayload);
    }

    private static @Nullable RingMemory answerOffer(SocketChannel channel, int length)
            throws IOException {
        byte[] path = new byte[length];
        ByteBuffer bytes = Handshake.readFully(channel, length + Integer.BYTES).get(path);
        RingMemory mapped = map(new String(path, StandardCharsets.UTF_8), bytes.getInt());
        byte answer = mapped == null ? REFUSED : MAPPED;
        write(channel, ByteBuffer.wrap(new byte[] {answer}));
        return mapped;
    }

    private static @Nullable RingMemory map(String path, int capacity) {
        try {
            return RingMemory.open(Path.of(path), capacity);
        } catch (IOException | RuntimeException e) {
            log().log(Level.DEBUG, "the rings in " + path + " cannot be mapped", e);
            return null;
        }
    }

    private synchronized @Nullable RingMemory take() {
        RingMemory taken = memory;
        memory = null;
        return taken;
    }

    /** Removes the file, and gives the memory back if no worker has taken it. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log().log(Level.DEBUG, "a ring file goes with its folder", e);
        }
        RingMemory left = take();
        if (left != null) {
            left.close();
        }
    }

    /** Made when it is needed: a log takes a worker that starts longer than all else here. */
    private static Logger log() {
        return System.getLogger("dev.polyloom.process");
    }
}
