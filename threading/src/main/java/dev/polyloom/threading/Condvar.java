package dev.polyloom.threading;

import dev.polyloom.threading.backend.CoreCondition;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A place to wait for a change of the value that a mutex guards. Waiting gives the mutex back, and
 * takes it again before it ends, however it ends. Those who wait are woken in the order of coming,
 * and may be woken without cause, so that waiting for a predicate is what most should do.
 *
 * <pre>{@code
 * try (Guard<Deque<Task>> guard = tasks.lock()) {
 *     ready.await(guard, queue -> !queue.isEmpty());
 *     Task next = guard.get().remove();
 * }
 * }</pre>
 *
 * Every method needs the mutex held by this thread. Safe for use by several threads.
 *
 * @param <T> the type of the value
 */
public final class Condvar<T extends @Nullable Object> {
    private final Mutex<T> mutex;
    private final CoreCondition condition;

    Condvar(Mutex<T> mutex, CoreCondition condition) {
        this.mutex = mutex;
        this.condition = condition;
    }

    /**
     * Waits for a signal.
     *
     * @param guard a guard of the mutex
     * @throws LockException if the guard is closed, another thread's or another mutex's
     * @throws LockPoisonedException if the mutex was poisoned meanwhile; the guard stays open
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public void await(Guard<T> guard) throws InterruptedException {
        long _ = awaitNanos(guard, ValueLock.FOREVER);
    }

    /**
     * Waits for a signal, but not for ever.
     *
     * @param guard a guard of the mutex
     * @param most the longest wait; does not wait if not positive
     * @return false if the time is up
     * @throws LockException if the guard is closed, another thread's or another mutex's
     * @throws LockPoisonedException if the mutex was poisoned meanwhile; the guard stays open
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public boolean await(Guard<T> guard, Duration most) throws InterruptedException {
        return awaitNanos(guard, Nanos.of(most)) > 0;
    }

    /**
     * Waits until the value is as it should be.
     *
     * @param guard a guard of the mutex
     * @param until tells whether the value is so; called with the mutex held, at first and after
     *     each signal
     * @throws LockException if the guard is closed, another thread's or another mutex's
     * @throws LockPoisonedException if the mutex was poisoned meanwhile; the guard stays open
     * @throws InterruptedException if the thread is interrupted while it has to wait
     */
    public void await(Guard<T> guard, Predicate<? super T> until) throws InterruptedException {
        boolean _ = awaitUntil(guard, ValueLock.FOREVER, until);
    }

    /**
     * Waits until the value is as it should be, but not for ever.
     *
     * @param guard a guard of the mutex
     * @param most the longest wait; does not wait if not positive
     * @param until tells whether the value is so; called with the mutex held, at first and after
     *     each signal
     * @return whether the value is so; false if the time is up
     * @throws LockException if the guard is closed, another thread's or another mutex's
     * @throws LockPoisonedException if the mutex was poisoned meanwhile; the guard stays open
     * @throws InterruptedException if the thread is interrupted while it has to wait
     */
    public boolean await(Guard<T> guard, Duration most, Predicate<? super T> until)
            throws InterruptedException {
        return awaitUntil(guard, Nanos.of(most), until);
    }

    private boolean awaitUntil(Guard<T> guard, long nanos, Predicate<? super T> until)
            throws InterruptedException {
        Objects.requireNonNull(until, "until");
        long left = nanos;
        while (!until.test(guard.get())) {
            if (left <= 0) {
                return false;
            }
            left = awaitNanos(guard, left);
        }
        return true;
    }

    private long awaitNanos(Guard<T> guard, long nanos) throws InterruptedException {
        guard.throwIfNotOf(mutex);
        long left = mutex.await(condition, nanos);
        if (mutex.isPoisoned()) {
            throw mutex.poisoned();
        }
        return left;
    }

    /**
     * Wakes who has waited longest, if anybody.
     *
     * @throws LockException if this thread does not hold the mutex
     */
    public void signal() {
        throwIfNotHeld();
        condition.signal();
    }

    /**
     * Wakes all who wait.
     *
     * @throws LockException if this thread does not hold the mutex
     */
    public void signalAll() {
        throwIfNotHeld();
        condition.signalAll();
    }

    private void throwIfNotHeld() {
        if (!mutex.isHeld()) {
            throw new LockException(
                    "%s does not hold %s, so that it cannot signal a change"
                            .formatted(Label.of(Thread.currentThread()), mutex),
                    null);
        }
    }
}
