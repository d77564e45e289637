package dev.polyloom.process.transport;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Frames over a socket: {@code int length, byte type, long task, payload}, big-endian, where length
 * counts the payload.
 *
 * <p>The channel does not block, so an interrupt of a sending thread cannot close it. Whoever
 * flushes drains the queue of all senders into one buffer; when the socket is full, the receiving
 * thread goes on as soon as it can be written.
 */
public final class SocketConnection implements Connection {
    /** Largest payload, unless system property {@code polyloom.process.maxFrame} says otherwise. */
    public static final int MAX_PAYLOAD =
            Integer.getInteger("polyloom.process.maxFrame", 512 * 1024 * 1024);

    private static final int HEADER = Integer.BYTES + 1 + Long.BYTES;
    private static final int BUFFER = 64 * 1024;
    private static final int FIRST_CHUNK = 1024 * 1024;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final int maxPayload;

    private final Queue<byte[][]> outbox = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);
    private byte @Nullable [][] current;
    private int part;
    private int offset;
    private volatile boolean stalled;
    private volatile boolean closed;

    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER).limit(0);
    private @Nullable FrameType type;
    private long task;
    private int length;
    private byte[] payload = {};
    private int filled;

    /**
     * Takes over a connected channel.
     *
     * @param channel the channel
     * @throws IOException if it cannot be made non-blocking
     */
    public SocketConnection(SocketChannel channel) throws IOException {
        this(channel, MAX_PAYLOAD);
    }

    SocketConnection(SocketChannel channel, int maxPayload) throws IOException {
        this.channel = channel;
        this.maxPayload = maxPayload;
        channel.configureBlocking(false);
        selector = Selector.open();
        key = channel.register(selector, SelectionKey.OP_READ);
    }

    @Override
    public void send(FrameType type, long task, byte[]... parts) {
        if (closed) {
            return;
        }
        int total = 0;
        byte[][] frame = new byte[parts.length + 1][];
        for (int i = 0; i < parts.length; i++) {
            frame[i + 1] = parts[i];
            total = Math.addExact(total, parts[i].length);
        }
        if (total > maxPayload) {
            throw new IllegalArgumentException(
                    "a %s frame of %d bytes is over the limit of %d"
                            .formatted(type, total, maxPayload));
        }
        frame[0] = ByteBuffer.allocate(HEADER).putInt(total).put(type.code()).putLong(task).array();
        outbox.add(frame);
    }

    @Override
    public void flush() {
        while (!outbox.isEmpty() && !stalled && writing.tryLock()) {
            writeOut();
        }
    }

    private void flushRest() {
        writing.lock();
        writeOut();
        flush();
    }

    private void writeOut() {
        try {
            while (fill()) {
                channel.write(out.flip());
                boolean all = !out.hasRemaining();
                out.compact();
                if (!all) {
                    stalled = true;
                    selector.wakeup();
                    return;
                }
            }
        } catch (IOException e) {
            close();
        } finally {
            writing.unlock();
        }
    }

    /** Moves queued bytes to the buffer and tells whether it holds any. */
    private boolean fill() {
        while (out.hasRemaining()) {
            byte[][] frame = current != null ? current : outbox.poll();
            current = frame;
            if (frame == null) {
                break;
            }
            int count = Math.min(out.remaining(), frame[part].length - offset);
            out.put(frame[part], offset, count);
            offset += count;
            if (offset == frame[part].length) {
                offset = 0;
                part++;
            }
            if (part == frame.length) {
                part = 0;
                current = null;
            }
        }
        return out.position() > 0;
    }

    @Override
    public @Nullable Frame receive() throws IOException {
        try {
            while (!closed) {
                Frame frame = parse();
                if (frame != null) {
                    return frame;
                }
                int count = channel.read(in.compact());
                in.flip();
                if (count < 0) {
                    return end();
                }
                if (count == 0) {
                    await();
                }
            }
        } catch (ClosedChannelException | ClosedSelectorException | CancelledKeyException e) {
            closed = true;
        } catch (ProtocolException e) {
            close();
            throw e;
        }
        return null;
    }

    private @Nullable Frame end() throws EOFException {
        if (type != null || in.hasRemaining()) {
            throw new EOFException("the connection was closed in the middle of a frame");
        }
        return null;
    }

    private void await() throws IOException {
        key.interestOps(
                stalled ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        selector.select();
        selector.selectedKeys().clear();
        if (stalled && key.isWritable()) {
            stalled = false;
            flushRest();
        }
    }

    private @Nullable Frame parse() throws ProtocolException {
        if (type == null && !parseHeader()) {
            return null;
        }
        while (filled < length && in.hasRemaining()) {
            if (filled == payload.length) {
                payload =
                        java.util.Arrays.copyOf(
                                payload, (int) Math.min(length, 2L * payload.length));
            }
            int count = Math.min(in.remaining(), payload.length - filled);
            in.get(payload, filled, count);
            filled += count;
        }
        FrameType whole = type;
        if (filled < length || whole == null) {
            return null;
        }
        Frame frame = new Frame(whole, task, payload);
        type = null;
        payload = new byte[0];
        return frame;
    }

    private boolean parseHeader() throws ProtocolException {
        if (in.remaining() < HEADER) {
            return false;
        }
        length = in.getInt();
        byte code = in.get();
        task = in.getLong();
        type = FrameType.of(code);
        if (type == null) {
            throw new ProtocolException("there is no frame of type " + code);
        }
        if (length < 0 || length > maxPayload) {
            throw new ProtocolException(
                    "a %s frame claims %d bytes; from 0 to %d are allowed"
                            .formatted(type, length, maxPayload));
        }
        payload = new byte[Math.min(length, FIRST_CHUNK)];
        filled = 0;
        return true;
    }

    @Override
    public boolean ready() {
        return type == null
                && in.remaining() >= HEADER
                && in.remaining() - HEADER >= in.getInt(in.position());
    }

    @Override
    public void close() {
        closed = true;
        try {
            channel.close();
            selector.close();
        } catch (IOException e) {
            // nothing is left to be saved
        }
        outbox.clear();
    }
}
