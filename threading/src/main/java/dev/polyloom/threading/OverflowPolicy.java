package dev.polyloom.threading;

/** What a bounded channel does with a send while it is full. */
public enum OverflowPolicy {
    /** The sender waits for room. */
    BLOCK,
    /** The element that has been in the channel for longest makes room, and is lost. */
    DROP_OLDEST,
    /** The element that is sent is lost. */
    DROP_NEWEST
}
