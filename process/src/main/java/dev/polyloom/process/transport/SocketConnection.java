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

    private static final int BUFFER = 64 * 1024;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;

    private final Outbox outbox;
    private final long maxQueued;
    private final ReentrantLock writing = new ReentrantLock();
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);
    private volatile boolean stalled;
    private volatile boolean unheard;
    private volatile boolean overflown;
    private volatile boolean closed;

    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER).limit(0);
    private final FrameParser parser;
    private volatile boolean noMoreExpected;

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
        this(channel, maxPayload, 0);
    }

    private SocketConnection(SocketChannel channel, int maxPayload, long maxQueued)
            throws IOException {
        this.channel = channel;
        this.maxQueued = maxQueued;
        this.outbox = new Outbox(maxPayload, maxQueued > 0);
        this.parser = new FrameParser(maxPayload);
        channel.configureBlocking(false);
        selector = Selector.open();
        key = channel.register(selector, SelectionKey.OP_READ);
    }

    /**
     * Takes over a connected channel to somebody who may be slow. When more waits to be written
     * than there may be, the connection closes.
     *
     * @param channel the channel
     * @param maxQueued how many bytes may wait, before another frame
     * @return the connection
     * @throws IOException if it cannot be made non-blocking
     */
    public static SocketConnection bounded(SocketChannel channel, long maxQueued)
            throws IOException {
        return new SocketConnection(channel, MAX_PAYLOAD, maxQueued);
    }

    /** Tells whether it was closed since too much waited to be written. */
    public boolean isOverflown() {
        return overflown;
    }

    /** Returns how many bytes wait to be written; only of a bounded connection. */
    public long queued() {
        return outbox.queued();
    }

    /** Returns how many bytes have been taken for writing; only of a bounded connection. */
    public long taken() {
        return outbox.taken();
    }

    @Override
    public void send(FrameType type, long task, byte[]... parts) {
        if (closed || unheard) {
            return;
        }
        if (maxQueued > 0 && outbox.queued() > maxQueued) {
            overflown = true;
            close();
            return;
        }
        outbox.add(type, task, parts);
    }

    @Override
    public void flush() {
        while (!outbox.isEmpty() && !stalled && writing.tryLock()) {
            writeOut();
        }
    }

    @Override
    public boolean isStalled() {
        return stalled && !closed && !unheard;
    }

    private void flushRest() {
        writing.lock();
        writeOut();
        flush();
    }

    /** Writes what the socket takes, and gives the lock back. */
    private void writeOut() {
        try {
            outbox.drainTo(out);
            while (out.position() > 0 && !stalled) {
                write();
                outbox.drainTo(out);
            }
        } catch (IOException e) {
            giveUpWriting();
        } finally {
            writing.unlock();
        }
    }

    private void write() throws IOException {
        channel.write(out.flip());
        boolean all = !out.hasRemaining();
        out.compact();
        if (!all) {
            stalled = true;
            selector.wakeup();
        }
    }

    /** Nobody reads any more; what the other side has said before can still be received. */
    private void giveUpWriting() {
        unheard = true;
        outbox.clear();
        out.clear();
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            // it is closed, or the other side is gone
        }
    }

    @Override
    public @Nullable Frame receive() throws IOException {
        try {
            return next();
        } catch (ClosedChannelException | ClosedSelectorException | CancelledKeyException e) {
            closed = true;
            return null;
        } catch (ProtocolException e) {
            close();
            throw e;
        }
    }

    private @Nullable Frame next() throws IOException {
        while (!closed) {
            Frame frame = parser.next(in);
            if (frame != null) {
                return frame;
            }
            if (!fill()) {
                return end();
            }
        }
        return null;
    }

    /** Reads what there is, or waits for it, and tells whether more may come. */
    private boolean fill() throws IOException {
        boolean nobodyWrites = noMoreExpected;
        int count = channel.read(in.compact());
        in.flip();
        if (count == 0 && !nobodyWrites) {
            await();
        }
        return count > 0 || (count == 0 && !nobodyWrites);
    }

    private @Nullable Frame end() throws EOFException {
        if (parser.isWithinFrame() || in.hasRemaining()) {
            throw new EOFException("the connection was closed in the middle of a frame");
        }
        return null;
    }

    private void await() throws IOException {
        key.interestOps(
                stalled ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        selector.select();
        selector.selectedKeys().clear();
        // a thread that stays interrupted could not sleep again
        Thread.interrupted();
        if (stalled && key.isWritable()) {
            stalled = false;
            flushRest();
        }
    }

    @Override
    public boolean ready() {
        return !parser.isWithinFrame()
                && in.remaining() >= FrameParser.HEADER
                && in.remaining() - FrameParser.HEADER >= in.getInt(in.position());
    }

    @Override
    public void expectNoMore() {
        noMoreExpected = true;
        selector.wakeup();
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
