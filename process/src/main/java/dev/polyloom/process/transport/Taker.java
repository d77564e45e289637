package dev.polyloom.process.transport;

import java.io.IOException;

/** Takes the frames of a connection, one at a time, in their order. */
public interface Taker {
    /**
     * Takes a frame.
     *
     * @param frame the frame
     * @throws IOException if the other side must not send it; this ends the connection
     */
    void take(Frame frame) throws IOException;

    /** All frames that had come have been taken. */
    void caughtUp();
}
