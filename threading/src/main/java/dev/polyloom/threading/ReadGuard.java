package dev.polyloom.threading;

import org.jspecify.annotations.Nullable;

/**
 * A value that this thread may read, as others may, until it closes the guard. For use by one
 * thread, the one that took the lock.
 *
 * @param <T> the type of the value
 */
@SuppressWarnings("ReferenceEquality") // threads are told apart by identity
public final class ReadGuard<T extends @Nullable Object> implements AutoCloseable {
    private final RwLock<T> lock;
    private final LockGraph.@Nullable Hold hold;
    private @Nullable Thread owner = Thread.currentThread();

    ReadGuard(RwLock<T> lock, LockGraph.@Nullable Hold hold) {
        this.lock = lock;
        this.hold = hold;
    }

    /**
     * Returns the value.
     *
     * @return the value; not to be changed, nor used after the guard is closed
     * @throws LockException if the guard is closed, or another thread's
     */
    public T get() {
        throwIfNotOwned();
        return lock.value;
    }

    /**
     * Gives the lock back. Does nothing the second time.
     *
     * @throws LockException if the guard is another thread's
     */
    @Override
    public void close() {
        if (owner != null) {
            throwIfNotOwned();
            owner = null;
            lock.releaseRead(hold);
        }
    }

    private void throwIfNotOwned() {
        if (owner != Thread.currentThread()) {
            throw Guard.notOwned(lock, owner);
        }
    }
}
