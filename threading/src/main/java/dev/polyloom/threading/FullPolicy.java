package dev.polyloom.threading;

/** What happens to a task when as many are pending as its pool allows. */
public enum FullPolicy {
    /**
     * Whoever hands it in waits for room. A worker of the same pool runs it at once instead, as the
     * room that it would wait for may need it.
     */
    BLOCK,

    /** It is refused with a {@link PoolException}. */
    REJECT,

    /** Whoever hands it in runs it. */
    CALLER_RUNS,

    /**
     * It takes the place of the oldest that is pending, which fails with a {@link PoolException}.
     */
    DROP_OLDEST
}
