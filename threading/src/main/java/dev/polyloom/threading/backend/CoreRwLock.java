package dev.polyloom.threading.backend;

/**
 * A lock that many hold to read, or one to write. Readers that come while a writer waits do not
 * overtake it, save by {@link #tryRead()}. No thread may take it while it holds it. Safe for use by
 * several threads.
 */
public interface CoreRwLock {
    /** Takes the lock to read if that takes no time; returns whether it did. */
    boolean tryRead();

    /** Takes the lock to write if that takes no time; returns whether it did. */
    boolean tryWrite();

    /**
     * Takes the lock to read.
     *
     * @param nanos how long to wait, in nanoseconds; does not wait if not positive, and waits for
     *     ever if {@link Long#MAX_VALUE}
     * @return whether it was taken in time
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    boolean read(long nanos) throws InterruptedException;

    /**
     * Takes the lock to write.
     *
     * @param nanos how long to wait, in nanoseconds; does not wait if not positive, and waits for
     *     ever if {@link Long#MAX_VALUE}
     * @return whether it was taken in time
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    boolean write(long nanos) throws InterruptedException;

    /** Gives back what this thread took to read. */
    void unlockRead();

    /** Gives back what this thread took to write. */
    void unlockWrite();
}
