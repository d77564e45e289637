package dev.polyloom.process.transport;

import java.io.EOFException;
import org.jspecify.annotations.Nullable;

/** The frames that come out of a ring; for one thread at a time. */
final class RingFrames {
    private final RingReader reader;
    private final FrameParser parser;
    private final Wakening wakening;

    RingFrames(RingReader reader, Wakening wakening, int maxPayload) {
        this.reader = reader;
        this.parser = new FrameParser(maxPayload);
        this.wakening = wakening;
    }

    /** Returns the next frame, or null if none has come. */
    @Nullable Frame poll() throws ProtocolException {
        do {
            Frame frame = parser.next(reader.window());
            if (frame != null) {
                if (reader.owesRoom()) {
                    giveRoom();
                }
                return frame;
            }
        } while (reader.refill());
        return null;
    }

    /** Gives the room of all that was taken back to the other side. */
    void giveRoom() {
        if (reader.giveRoom()) {
            wakening.wakePeer();
        }
    }

    /** Tells whether something has come, which need not be a whole frame. */
    boolean hasMore() {
        return reader.hasMore();
    }

    /** Tells whether a frame has begun to come, whose rest will follow at once. */
    boolean isWithinFrame() {
        return parser.isWithinFrame();
    }

    /** Tells whether {@link #poll()} would return a frame. */
    boolean ready() {
        return !parser.isWithinFrame() && reader.holdsFrame();
    }

    /** Checks that nothing was cut off; to be called when nothing more will come. */
    void end() throws EOFException {
        if (parser.isWithinFrame()) {
            throw new EOFException("the connection was closed in the middle of a frame");
        }
    }
}
