package dev.polyloom.threading.backend;

/**
 * A lock that many hold to read, or one to write. Readers that come while a writer waits do not
 * overtake it, save by {@link #tryRead()}. No thread may take it while it holds it. What is taken
 * has a stamp, never 0, with which it is given back. Safe for use by several threads.
 */
public interface CoreRwLock {
    /** Takes the lock to read if that takes no time; returns 0 if not. */
    long tryRead();

    /** Takes the lock to write if that takes no time; returns 0 if not. */
    long tryWrite();

    /**
     * Takes the lock to read.
     *
     * @param nanos how long to wait, in nanoseconds; does not wait if not positive, and waits for
     *     ever if {@link Long#MAX_VALUE}
     * @return the stamp, or 0 if the time is up
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    long read(long nanos) throws InterruptedException;

    /**
     * Takes the lock to write.
     *
     * @param nanos how long to wait, in nanoseconds; does not wait if not positive, and waits for
     *     ever if {@link Long#MAX_VALUE}
     * @return the stamp, or 0 if the time is up
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    long write(long nanos) throws InterruptedException;

    /** Gives back what this thread took, with its stamp. */
    void unlock(long stamp);
}
