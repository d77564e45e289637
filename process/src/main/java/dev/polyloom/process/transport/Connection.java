package dev.polyloom.process.transport;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A way for frames between the primary and one worker. Any thread may send and flush; neither ever
 * waits for the other side. One thread receives.
 */
public interface Connection extends Closeable {
    /**
     * Queues a frame; {@link #flush()} sends it. Frames arrive in the order in which they were
     * queued. On a closed connection it does nothing.
     *
     * @param type what the frame says
     * @param task the number of the task, or 0
     * @param payload its payload in parts, which must not be changed afterwards
     */
    void send(FrameType type, long task, byte[]... payload);

    /** Sends a frame at once, behind those that are queued; otherwise as {@link #send} does. */
    default void sendNow(FrameType type, long task, byte[]... payload) {
        send(type, task, payload);
        flush();
    }

    /** Sees to it that all queued frames are sent, as many at once as possible. */
    void flush();

    /**
     * Tells whether flushed frames wait for room, which the other side has yet to make. The thread
     * that receives sends them as soon as there is some.
     */
    default boolean isStalled() {
        return false;
    }

    /**
     * Waits for the next frame.
     *
     * @return the frame, or null if the connection was closed by either side
     * @throws IOException if the connection broke or the other side broke the protocol
     */
    @Nullable Frame receive() throws IOException;

    /** Tells whether {@link #receive()} would return at once. */
    boolean ready();

    /**
     * Receives until the connection ends, and hands each frame on. Only one thread does so.
     *
     * @param taker takes the frames, also by threads that {@link #help}
     * @throws IOException as {@link #receive()} does, and if the taker does
     */
    default void serve(Taker taker) throws IOException {
        for (Frame frame = receive(); frame != null; frame = receive()) {
            taker.take(frame);
            if (!ready()) {
                taker.caughtUp();
            }
        }
    }

    /**
     * Lets a thread that waits for what a frame will bring take frames for a moment, if the thread
     * that {@linkplain #serve serves} sleeps. It returns within some milliseconds, interrupted or
     * not; what it leaves wakes the other one. Not for virtual threads, as it may sleep in a native
     * call.
     *
     * @param enough tells that the frame has come
     */
    default void help(BooleanSupplier enough) {}

    /**
     * Says that the other side has nothing more to say: its process has ended, though a child of it
     * may hold the connection open, or it has been told that this one ends. What it has sent is
     * still received, then {@link #receive} and {@link #serve} return; sending goes on.
     */
    void expectNoMore();

    /** Closes the connection; a thread that receives returns. */
    @Override
    void close();
}
