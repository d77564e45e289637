package dev.polyloom.threading;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What locks that guard a value have in common: the value, a name, and the failure that poisoned
 * it.
 *
 * @param <T> the type of the value
 */
abstract sealed class ValueLock<T extends @Nullable Object> permits Mutex, RwLock {
    static final long FOREVER = Long.MAX_VALUE;

    /** Guarded by this lock. */
    T value;

    private final @Nullable String name;
    private volatile @Nullable Throwable poison;

    ValueLock(T value, @Nullable String name) {
        this.value = value;
        this.name = name;
    }

    /** Takes the lock for this thread alone, poisoned or not; returns false if the time is up. */
    abstract boolean acquire(long nanos) throws InterruptedException;

    /** Gives back what {@link #acquire(long)} took. */
    abstract void release();

    abstract String kind();

    /**
     * Takes the lock, however long it takes, replaces the value by what a body makes of it, and
     * returns that.
     *
     * @param body makes the new value of the old one
     * @param <X> the type of the checked exceptions of the body
     * @return the new value
     * @throws X what the body throws; the value stays, and the lock is poisoned
     * @throws LockPoisonedException if it is poisoned
     * @throws DeadlockException if this thread holds it already
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public <X extends Exception> T update(LockBody<? super T, ? extends T, X> body)
            throws X, InterruptedException {
        Objects.requireNonNull(body, "body");
        enter(FOREVER);
        return replace(body);
    }

    /**
     * Does what {@link #update(LockBody)} does, if the lock can be had in time.
     *
     * @param most the longest wait; does not wait if not positive
     * @param body makes the new value of the old one
     * @param <X> the type of the checked exceptions of the body
     * @return the new value
     * @throws X what the body throws; the value stays, and the lock is poisoned
     * @throws TimedOutException if the lock is not free in time
     * @throws LockPoisonedException if it is poisoned
     * @throws DeadlockException if this thread holds it already
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public <X extends Exception> T update(Duration most, LockBody<? super T, ? extends T, X> body)
            throws X, InterruptedException {
        Objects.requireNonNull(body, "body");
        enter(most);
        return replace(body);
    }

    /**
     * Takes the lock, however long it takes, and lets a body change the value in place.
     *
     * @param body changes the value
     * @param <X> the type of the checked exceptions of the body
     * @throws X what the body throws; the lock is poisoned then
     * @throws LockPoisonedException if it is poisoned
     * @throws DeadlockException if this thread holds it already
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public <X extends Exception> void change(LockAction<? super T, X> body)
            throws X, InterruptedException {
        Objects.requireNonNull(body, "body");
        enter(FOREVER);
        alter(body);
    }

    /**
     * Does what {@link #change(LockAction)} does, if the lock can be had in time.
     *
     * @param most the longest wait; does not wait if not positive
     * @param body changes the value
     * @param <X> the type of the checked exceptions of the body
     * @throws X what the body throws; the lock is poisoned then
     * @throws TimedOutException if the lock is not free in time
     * @throws LockPoisonedException if it is poisoned
     * @throws DeadlockException if this thread holds it already
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public <X extends Exception> void change(Duration most, LockAction<? super T, X> body)
            throws X, InterruptedException {
        Objects.requireNonNull(body, "body");
        enter(most);
        alter(body);
    }

    /**
     * Takes the lock even if it is poisoned, replaces the value by a good one, and has the lock
     * poisoned no more.
     *
     * @param body makes a good value of what is there
     * @param <X> the type of the checked exceptions of the body
     * @throws X what the body throws; the value stays, and the lock is poisoned
     * @throws DeadlockException if this thread holds it already
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public <X extends Exception> void recover(LockBody<? super T, ? extends T, X> body)
            throws X, InterruptedException {
        Objects.requireNonNull(body, "body");
        boolean _ = acquire(FOREVER);
        try {
            value = body.apply(value);
            poison = null;
        } catch (Throwable e) {
            poison(e);
            throw e;
        } finally {
            release();
        }
    }

    /**
     * Tells whether a body that held the lock failed, so that the value may be half changed.
     *
     * @return true until {@link #recover(LockBody)} or {@link #clearPoison()}
     */
    public boolean isPoisoned() {
        return poison != null;
    }

    /** Declares the value good as it is, so that the lock is poisoned no more. */
    public void clearPoison() {
        poison = null;
    }

    /** Poisons the lock, which this thread holds, unless it is; the first failure is kept. */
    final void poison(Throwable failure) {
        if (poison == null) {
            poison = failure;
        }
    }

    /** Runs a body with the lock held, and gives it back. */
    final <R extends @Nullable Object, X extends Exception> R run(
            LockBody<? super T, ? extends R, X> body) throws X {
        R result = apply(body);
        release();
        return result;
    }

    /** Runs a body with the lock held; if that fails, poisons the lock and gives it back. */
    final <R extends @Nullable Object, X extends Exception> R apply(
            LockBody<? super T, ? extends R, X> body) throws X {
        try {
            return body.apply(value);
        } catch (Throwable e) {
            poison(e);
            release();
            throw e;
        }
    }

    private <X extends Exception> T replace(LockBody<? super T, ? extends T, X> body) throws X {
        return this.<T, X>run(old -> {
            T made = body.apply(old);
            value = made;
            return made;
        });
    }

    private <X extends Exception> void alter(LockAction<? super T, X> body) throws X {
        Object _ =
                this.<@Nullable Object, X>run(held -> {
                    body.accept(held);
                    return null;
                });
    }

    /** Takes the lock in time, unless it is poisoned. */
    final void enter(Duration most) throws InterruptedException {
        if (!acquire(Nanos.of(most))) {
            throw timedOut(most);
        }
        throwIfPoisoned();
    }

    /** Takes the lock unless it is poisoned. */
    final void enter(long forever) throws InterruptedException {
        boolean _ = acquire(forever);
        throwIfPoisoned();
    }

    /** Gives the lock back with an error if it is poisoned. */
    final void throwIfPoisoned() {
        if (poison != null) {
            release();
            throw poisoned();
        }
    }

    final TimedOutException timedOut(Duration most) {
        return new TimedOutException("%s was not free for %s".formatted(this, most), null);
    }

    final LockPoisonedException poisoned() {
        return new LockPoisonedException(
                ("%s is poisoned, since a body that held it failed: %s; make its value good with"
                                + " recover, or declare it good with clearPoison")
                        .formatted(this, poison),
                poison);
    }

    /** What a thread gets that asks for what it has. */
    final DeadlockException heldAlready() {
        return new DeadlockException(
                "%s asks for %s, which it holds".formatted(Label.of(Thread.currentThread()), this),
                null);
    }

    @Override
    public String toString() {
        return Label.of(kind(), name, this);
    }
}
