package dev.polyloom.process.transport;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Frames through memory that both processes share: a stream of the same bytes as over a socket, in
 * a {@linkplain RingWriter ring} for each direction. The socket stays, as the way to wake the other
 * side where futexes cannot be had, and as the sign of its death.
 *
 * <p>Nobody who sends waits: what finds no room stays in the outbox, and the receiving thread goes
 * on when it is {@linkplain Doorbell rung} because there is some.
 *
 * <p>Whoever touches the memory holds one of the two locks; it is given back by who holds both.
 */
final class RingConnection implements Connection {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final RingMemory memory;
    private final Wakening wakening;
    private boolean released;

    private final ReentrantLock writing = new ReentrantLock();
    private final Outbox outbox;
    private final RingWriter writer;
    private volatile boolean stalled;

    private final ReentrantLock reading = new ReentrantLock();
    private final RingReader reader;
    private final FrameParser parser;
    private final Spin spin = new Spin(PROCESSORS);

    private volatile @Nullable String broken;
    private volatile boolean peerEnded;
    private volatile boolean closed;

    private RingConnection(
            RingMemory memory, SocketWaiter socket, int in, int out, int maxPayload) {
        this.memory = memory;
        outbox = new Outbox(maxPayload);
        parser = new FrameParser(maxPayload);
        reader = memory.reader(in);
        writer = memory.writer(out);
        wakening = new Wakening(memory.doorbell(in), memory.doorbell(out), socket);
    }

    /** Takes over memory and socket as the primary. */
    static RingConnection ofPrimary(RingMemory memory, SocketChannel channel, int maxPayload)
            throws IOException {
        return of(memory, channel, RingMemory.RESULTS, RingMemory.TASKS, maxPayload);
    }

    /** Takes over memory and socket as the worker. */
    static RingConnection ofWorker(RingMemory memory, SocketChannel channel, int maxPayload)
            throws IOException {
        return of(memory, channel, RingMemory.TASKS, RingMemory.RESULTS, maxPayload);
    }

    private static RingConnection of(
            RingMemory memory, SocketChannel channel, int in, int out, int maxPayload)
            throws IOException {
        try {
            return new RingConnection(memory, new SocketWaiter(channel), in, out, maxPayload);
        } catch (IOException e) {
            memory.close();
            throw e;
        }
    }

    // ---- sending

    @Override
    public void send(FrameType type, long task, byte[]... parts) {
        if (!closed && broken == null) {
            outbox.add(type, task, parts);
        }
    }

    @Override
    public void flush() {
        boolean all = true;
        while (all && (stalled || !outbox.isEmpty()) && writing.tryLock()) {
            all = writeAndUnlock();
        }
    }

    private void flushRest() {
        writing.lock();
        if (writeAndUnlock()) {
            flush();
        }
    }

    /** Writes what there is room for, gives the lock back, and tells whether that was all. */
    private boolean writeAndUnlock() {
        try {
            return closed || broken != null || write();
        } catch (ProtocolException e) {
            breakOff(String.valueOf(e.getMessage()));
        } catch (InternalError e) {
            breakOff(cutShort(e));
        } finally {
            writing.unlock();
        }
        return true;
    }

    private boolean write() throws ProtocolException {
        do {
            while (writer.write(outbox)) {
                wakening.wakePeer();
            }
            if (outbox.isDrained()) {
                stalled = false;
                return true;
            }
            // before asking: whoever is rung must see it
            stalled = true;
        } while (writer.askForRoom());
        return false;
    }

    /** Leaves it to the receiving thread to say that nothing can be sent any more. */
    private void breakOff(String reason) {
        broken = reason;
        outbox.clear();
        stalled = false;
        touch(wakening::wakeOwn);
    }

    private static String cutShort(InternalError e) {
        return "the memory it shares was cut short (%s)".formatted(e.getMessage());
    }

    // ---- receiving

    @Override
    public @Nullable Frame receive() throws IOException {
        reading.lock();
        try {
            return next();
        } catch (ClosedChannelException e) {
            return null;
        } catch (ProtocolException e) {
            close();
            throw e;
        } catch (InternalError e) {
            close();
            throw new ProtocolException(cutShort(e));
        } finally {
            reading.unlock();
            releaseIfClosed();
        }
    }

    private @Nullable Frame next() throws IOException {
        while (!closed) {
            Frame frame = parser.next(reader.window());
            if (frame != null) {
                if (reader.owesRoom()) {
                    giveRoom();
                }
                return frame;
            }
            boolean nobodyWrites = peerEnded || wakening.peerIsGone();
            if (!reader.refill()) {
                if (nobodyWrites) {
                    return end();
                }
                idle();
            }
            if (stalled) {
                flushRest();
            }
        }
        return null;
    }

    private void giveRoom() {
        if (reader.giveRoom()) {
            wakening.wakePeer();
        }
    }

    private @Nullable Frame end() throws EOFException {
        if (parser.isWithinFrame()) {
            throw new EOFException("the connection was closed in the middle of a frame");
        }
        return null;
    }

    private void idle() throws IOException {
        String reason = broken;
        if (reason != null) {
            throw new ProtocolException(reason);
        }
        giveRoom();
        if (!spin.until(this::hasNews)) {
            wakening.sleep(this::hasNews);
        }
    }

    private boolean hasNews() {
        return reader.hasMore()
                || (stalled && writer.hasRoom())
                || peerEnded
                || closed
                || broken != null;
    }

    @Override
    public boolean ready() {
        reading.lock();
        try {
            return !closed && !parser.isWithinFrame() && reader.holdsFrame();
        } catch (InternalError e) {
            return true;
        } finally {
            reading.unlock();
            releaseIfClosed();
        }
    }

    // ---- the end

    @Override
    public void peerEnded() {
        peerEnded = true;
        touch(wakening::wakeOwn);
    }

    @Override
    public void close() {
        closed = true;
        wakening.close();
        touch(wakening::wakeOwn);
        // the other side finds that the socket is closed
        touch(wakening::wakePeer);
        outbox.clear();
        releaseIfClosed();
    }

    /** Does something with the memory while it is there. */
    private void touch(Runnable action) {
        writing.lock();
        try {
            if (!released) {
                action.run();
            }
        } catch (InternalError e) {
            // no sleep is without end, so nobody needs to be woken
        } finally {
            writing.unlock();
        }
    }

    /** Gives the memory back, unless a thread still receives, who will. */
    private void releaseIfClosed() {
        if (!closed || !reading.tryLock()) {
            return;
        }
        writing.lock();
        try {
            if (!released && reading.getHoldCount() == 1) {
                released = true;
                memory.close();
            }
        } finally {
            writing.unlock();
            reading.unlock();
        }
    }
}
