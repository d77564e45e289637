package dev.polyloom.threading.channel;

/** What came of an offer. */
public enum Outcome {
    /** Nothing so far. */
    NONE,
    /** The element went over. */
    TRANSFERRED,
    /** The element was thrown away, as the policy says. */
    DROPPED,
    /** The channel is closed. */
    CLOSED,
    /** It is worth trying again. */
    READY
}
