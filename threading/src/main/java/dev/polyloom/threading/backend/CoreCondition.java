package dev.polyloom.threading.backend;

/**
 * A place to wait for a change of what a lock guards. Whoever waits is woken in the order of
 * coming, and may be woken without cause. Every method needs the lock held, or throws {@link
 * IllegalMonitorStateException}.
 */
public interface CoreCondition {
    /**
     * Gives the lock back, waits for a signal, and takes the lock again.
     *
     * @throws InterruptedException if the thread is interrupted; the lock is held then too
     */
    void await() throws InterruptedException;

    /**
     * Waits as {@link #await()} does, but not for ever.
     *
     * @param nanos how long to wait, in nanoseconds; for ever if {@link Long#MAX_VALUE}
     * @return how much of that is left; not positive if the time is up
     * @throws InterruptedException if the thread is interrupted; the lock is held then too
     */
    long awaitNanos(long nanos) throws InterruptedException;

    /** Wakes who has waited longest, if anybody. */
    void signal();

    /** Wakes all who wait. */
    void signalAll();
}
