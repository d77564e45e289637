package dev.polyloom.process.transport;

import java.io.IOException;

/** A way for the receiving thread of a ring to sleep. */
interface Waiter {
    /**
     * How long a thread sleeps at most, in case a wake is lost with the process that owes it. A
     * soak sets it so high that a wake lost otherwise shows.
     */
    long LIMIT_MILLIS = Long.getLong("polyloom.process.ringSleep", 2_000);

    /**
     * Sleeps until the doorbell is rung, for a while at most; may also wake for nothing.
     *
     * @param own the doorbell of the caller
     * @param sequence its sequence before the caller last looked for news
     * @throws IOException if there is no sleeping this way any more
     */
    void await(Doorbell own, int sequence) throws IOException;

    /** Wakes the other side, which sleeps this way. */
    void wakePeer(Doorbell peer);

    /** Wakes the thread of this side that sleeps this way. */
    void wakeOwn(Doorbell own);
}
