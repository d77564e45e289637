package dev.polyloom.process.transport;

import org.jspecify.annotations.Nullable;

/** What both directions of a ring connection must know of each other. */
final class RingState {
    /** Nothing is sent or received any more. */
    volatile boolean closed;

    /** The other side has nothing more to say: what has not come will not. */
    volatile boolean noMoreExpected;

    /** Why nothing more can be sent or received, for the receiving thread to say. */
    volatile @Nullable Exception broken;

    private final Wakening wakening;

    RingState(Wakening wakening) {
        this.wakening = wakening;
    }

    Wakening wakening() {
        return wakening;
    }

    /** Tells whether the receiving thread has more to do than to wait for frames. */
    boolean needsAttention() {
        return closed || noMoreExpected || broken != null;
    }

    static ProtocolException cutShort(InternalError e) {
        return new ProtocolException(
                "the memory it shares was cut short (%s)".formatted(e.getMessage()));
    }
}
