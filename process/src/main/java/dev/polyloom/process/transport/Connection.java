package dev.polyloom.process.transport;

import java.io.Closeable;
import java.io.IOException;
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

    /** Sees to it that all queued frames are sent, as many at once as possible. */
    void flush();

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
     * Says that the process at the other side has ended. What it has sent is still received; then
     * the connection ends, also if a child of that process holds it open.
     */
    void peerEnded();

    /** Closes the connection; a thread that receives returns. */
    @Override
    void close();
}
