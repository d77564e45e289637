package dev.polyloom.threading;

import dev.polyloom.threading.backend.CoreCondition;
import dev.polyloom.threading.backend.CoreLock;
import dev.polyloom.threading.backend.Platform;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that one thread at a time can reach, since the only way to it is through the lock.
 *
 * <pre>{@code
 * Mutex<Map<String, Integer>> stock = new Mutex<>(new HashMap<>(), "stock");
 * int left = stock.withLock(map -> map.merge("apples", -1, Integer::sum));
 * }</pre>
 *
 * When a body fails, the value may be half changed: the mutex is poisoned, and whoever asks for it
 * from then on gets a {@link LockPoisonedException}. A thread that asks for a mutex that it holds
 * would wait for itself, and gets a {@link DeadlockException} at once. Those who wait are not
 * always served in the order of coming. Safe for use by several threads.
 *
 * @param <T> the type of the value
 */
public final class Mutex<T extends @Nullable Object> extends ValueLock<T> {
    private final CoreLock lock = Platform.backend().newLock();

    /** Null if deadlocks were not looked for when the lock was taken; guarded by the lock. */
    private LockGraph.@Nullable Hold watched;

    /**
     * Makes a mutex without a name.
     *
     * @param value the value to guard; to be reached through the mutex only from now on
     */
    public Mutex(T value) {
        super(value, null);
    }

    /**
     * Makes a mutex.
     *
     * @param value the value to guard; to be reached through the mutex only from now on
     * @param name what messages call it; not null
     */
    public Mutex(T value, String name) {
        super(value, Objects.requireNonNull(name, "name"));
    }

    /**
     * Takes the lock, however long it takes, and runs a body with the value.
     *
     * @param body what to do with the value
     * @param <R> the type of the result
     * @param <X> the type of the checked exceptions of the body
     * @return what the body returns
     * @throws X what the body throws; the mutex is poisoned then
     * @throws LockPoisonedException if it is poisoned
     * @throws DeadlockException if this thread holds it already
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public <R extends @Nullable Object, X extends Exception> R withLock(
            LockBody<? super T, ? extends R, X> body) throws X, InterruptedException {
        Objects.requireNonNull(body, "body");
        CoreLock taken = lock; // the field would be read anew after each atomic step
        if (DeadlockDetection.isOn()) {
            enter(FOREVER);
            return run(body);
        }
        takeOnce(taken);
        throwIfPoisoned();
        R result = apply(body);
        taken.unlock();
        return result;
    }

    /**
     * Does what {@link #withLock(LockBody)} does, if the lock can be had in time.
     *
     * @param most the longest wait; does not wait if not positive
     * @param body what to do with the value
     * @param <R> the type of the result
     * @param <X> the type of the checked exceptions of the body
     * @return what the body returns
     * @throws X what the body throws; the mutex is poisoned then
     * @throws TimedOutException if the mutex is not free in time
     * @throws LockPoisonedException if it is poisoned
     * @throws DeadlockException if this thread holds it already
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public <R extends @Nullable Object, X extends Exception> R withLock(
            Duration most, LockBody<? super T, ? extends R, X> body)
            throws X, InterruptedException {
        Objects.requireNonNull(body, "body");
        enter(most);
        return run(body);
    }

    /**
     * Takes the lock, however long it takes.
     *
     * @return the guard, which gives the lock back when it is closed
     * @throws LockPoisonedException if the mutex is poisoned
     * @throws DeadlockException if this thread holds it already
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public Guard<T> lock() throws InterruptedException {
        enter(FOREVER);
        return new Guard<>(this);
    }

    /**
     * Takes the lock if it is free.
     *
     * @return the guard; null if somebody holds the lock, be it this thread
     * @throws LockPoisonedException if the mutex is poisoned
     */
    public @Nullable Guard<T> tryLock() {
        if (lock.isHeldByCurrentThread() || !lock.tryLock()) {
            return null;
        }
        if (DeadlockDetection.isOn()) {
            watch();
        }
        throwIfPoisoned();
        return new Guard<>(this);
    }

    /**
     * Takes the lock if it can be had in time.
     *
     * @param most the longest wait; does not wait if not positive
     * @return the guard; null if the lock is not free in time
     * @throws LockPoisonedException if the mutex is poisoned
     * @throws DeadlockException if this thread holds it already
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public @Nullable Guard<T> tryLock(Duration most) throws InterruptedException {
        if (!acquire(Nanos.of(most))) {
            return null;
        }
        throwIfPoisoned();
        return new Guard<>(this);
    }

    /**
     * Makes a condition to wait for with this mutex held.
     *
     * @return a condition of this mutex alone
     */
    public Condvar<T> newCondvar() {
        return new Condvar<>(this, lock.newCondition());
    }

    @Override
    boolean acquire(long nanos) throws InterruptedException {
        boolean detects = DeadlockDetection.isOn();
        if (nanos == FOREVER && !detects) {
            takeOnce(lock);
            return true;
        }
        if (lock.isHeldByCurrentThread()) {
            throw heldAlready();
        }
        return detects ? acquireWatched(nanos) : lock.tryLock(nanos);
    }

    private void takeOnce(CoreLock free) throws InterruptedException {
        if (!free.lockOnce()) {
            throw heldAlready();
        }
    }

    private boolean acquireWatched(long nanos) throws InterruptedException {
        if (!lock.tryLock(0)) {
            if (nanos != FOREVER) {
                return lock.tryLock(nanos) && watch();
            }
            LockGraph.waits(this, true);
            try {
                lock.lockInterruptibly();
            } finally {
                LockGraph.waitsNoMore();
            }
        }
        return watch();
    }

    private boolean watch() {
        watched = LockGraph.taken(this, true);
        return true;
    }

    @Override
    void release() {
        unwatch();
        lock.unlock();
    }

    private void unwatch() {
        if (watched != null) {
            LockGraph.released(this, watched);
            watched = null;
        }
    }

    /** Gives the lock back, waits for a signal, and takes the lock again; returns the time left. */
    long await(CoreCondition condition, long nanos) throws InterruptedException {
        boolean wanted = watched != null;
        unwatch();
        if (wanted) {
            LockGraph.waitsUnchecked(this);
        }
        try {
            return condition.awaitNanos(nanos);
        } finally {
            if (wanted) {
                LockGraph.waitsNoMore();
                watch();
            }
        }
    }

    boolean isHeld() {
        return lock.isHeldByCurrentThread();
    }

    @Override
    String kind() {
        return "mutex";
    }
}
