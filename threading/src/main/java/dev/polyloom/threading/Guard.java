package dev.polyloom.threading;

import org.jspecify.annotations.Nullable;

/**
 * A value that this thread alone may use, until it closes the guard.
 *
 * <pre>{@code
 * try (Guard<Integer> guard = counter.lock()) {
 *     guard.set(guard.get() + 1);
 * }
 * }</pre>
 *
 * Closing cannot tell how a block ended: whoever leaves a value half changed calls {@link
 * #poison(Throwable)} first, or uses the forms that take a body, which poison by themselves. For
 * use by one thread, the one that took the lock.
 *
 * @param <T> the type of the value
 */
@SuppressWarnings("ReferenceEquality") // threads are told apart by identity
public final class Guard<T extends @Nullable Object> implements AutoCloseable {
    private final ValueLock<T> lock;
    private @Nullable Thread owner = Thread.currentThread();

    Guard(ValueLock<T> lock) {
        this.lock = lock;
    }

    /**
     * Returns the value.
     *
     * @return the value; not to be used after the guard is closed
     * @throws LockException if the guard is closed, or another thread's
     */
    public T get() {
        throwIfNotOwned();
        return lock.value;
    }

    /**
     * Replaces the value.
     *
     * @param value the new value
     * @throws LockException if the guard is closed, or another thread's
     */
    public void set(T value) {
        throwIfNotOwned();
        lock.value = value;
    }

    /**
     * Poisons the lock: the value may be half changed, and nobody gets it before it is repaired.
     *
     * @param failure why; the cause of what others get who ask for the lock
     * @throws LockException if the guard is closed, or another thread's
     */
    public void poison(Throwable failure) {
        throwIfNotOwned();
        lock.poison(java.util.Objects.requireNonNull(failure, "failure"));
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
            lock.release();
        }
    }

    /** Refuses the guard of another lock too. */
    void throwIfNotOf(ValueLock<T> other) {
        throwIfNotOwned();
        if (lock != other) {
            throw new LockException("a guard of %s is not one of %s".formatted(lock, other), null);
        }
    }

    private void throwIfNotOwned() {
        if (owner != Thread.currentThread()) {
            throw notOwned(lock, owner);
        }
    }

    static LockException notOwned(ValueLock<?> lock, @Nullable Thread owner) {
        return new LockException(
                owner == null
                        ? "the guard of %s is closed; take the lock again".formatted(lock)
                        : "the guard of %s is that of %s, not of %s"
                                .formatted(lock, Label.of(owner), Label.of(Thread.currentThread())),
                null);
    }
}
