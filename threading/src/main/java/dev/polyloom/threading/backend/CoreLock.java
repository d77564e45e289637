package dev.polyloom.threading.backend;

/**
 * A lock that one thread holds at a time, as often as it likes. All that this module does with
 * locks rests on it. Those who wait get it in the order of coming; who comes when it is just free
 * may be quicker than they. Safe for use by several threads.
 */
public interface CoreLock {
    /** Takes the lock, however long it takes; an interrupt stays pending. */
    void lock();

    /**
     * Takes the lock.
     *
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    void lockInterruptibly() throws InterruptedException;

    /**
     * Takes the lock unless this thread holds it already.
     *
     * @return whether it was taken
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    default boolean lockOnce() throws InterruptedException {
        if (isHeldByCurrentThread()) {
            return false;
        }
        lockInterruptibly();
        return true;
    }

    /** Takes the lock if it is free, or held by this thread. */
    boolean tryLock();

    /**
     * Takes the lock if that can be done in time.
     *
     * @param nanos how long to wait, in nanoseconds; does not wait if not positive, and waits for
     *     ever if {@link Long#MAX_VALUE}
     * @return whether it was taken
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    boolean tryLock(long nanos) throws InterruptedException;

    /**
     * Gives the lock back once.
     *
     * @throws IllegalMonitorStateException if this thread does not hold it
     */
    void unlock();

    /** Tells whether this thread holds the lock. */
    boolean isHeldByCurrentThread();

    /** Makes a condition to wait for with the lock held. */
    CoreCondition newCondition();
}
