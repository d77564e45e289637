package dev.polyloom.threading;

import dev.polyloom.threading.backend.CoreCondition;
import dev.polyloom.threading.backend.CoreLock;
import dev.polyloom.threading.backend.Platform;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place where a number of threads wait for each other, again and again. When one of them leaves
 * early, because it is interrupted, its time is up or the action fails, the barrier breaks: all
 * others who wait, and all who come, get a {@link LockException} until {@link #reset()}. Safe for
 * use by several threads.
 */
public final class Barrier {
    private final CoreLock lock = Platform.backend().newLock();
    private final CoreCondition tripped = lock.newCondition();
    private final int parties;
    private final Runnable action;
    private final @Nullable String name;
    private Round round = new Round();

    /** From one trip of the barrier to the next; guarded by the lock. */
    private static final class Round {
        int arrived;
        boolean over;
        @Nullable String broken;
        @Nullable Throwable cause;
    }

    /**
     * Makes a barrier without a name or action.
     *
     * @param parties how many threads wait for each other
     * @throws IllegalArgumentException if that is not positive
     */
    public Barrier(int parties) {
        this(null, parties, () -> {});
    }

    /**
     * Makes a barrier without a name.
     *
     * @param parties how many threads wait for each other
     * @param action what the last to come does before all go on; until it is done nobody leaves the
     *     barrier, and it must not wait for one who does
     * @throws IllegalArgumentException if the number is not positive
     */
    public Barrier(int parties, Runnable action) {
        this(null, parties, action);
    }

    /**
     * Makes a barrier.
     *
     * @param parties how many threads wait for each other
     * @param action what the last to come does before all go on; until it is done nobody leaves the
     *     barrier, and it must not wait for one who does
     * @param name what messages call it; not null
     * @throws IllegalArgumentException if the number is not positive
     */
    public Barrier(int parties, Runnable action, String name) {
        this(Objects.requireNonNull(name, "name"), parties, action);
    }

    private Barrier(@Nullable String name, int parties, Runnable action) {
        if (parties < 1) {
            throw new IllegalArgumentException("a barrier has 1 party or more, not " + parties);
        }
        this.name = name;
        this.parties = parties;
        this.action = Objects.requireNonNull(action, "action");
    }

    /**
     * Waits for the others.
     *
     * @return how many were still to come: 0 for the last
     * @throws LockException if the barrier is broken, or breaks meanwhile
     * @throws InterruptedException if the thread is interrupted, before or meanwhile; the barrier
     *     breaks
     */
    public int await() throws InterruptedException {
        return arrive(Long.MAX_VALUE);
    }

    /**
     * Waits for the others, but not for ever.
     *
     * @param most the longest wait; does not wait if not positive
     * @return how many were still to come: 0 for the last
     * @throws TimedOutException if the time is up; the barrier breaks
     * @throws LockException if the barrier is broken, or breaks meanwhile
     * @throws InterruptedException if the thread is interrupted, before or meanwhile; the barrier
     *     breaks
     */
    public int await(Duration most) throws InterruptedException {
        int index = arrive(Nanos.of(most));
        if (index < 0) {
            throw new TimedOutException(
                    "%s waited for %d others for %s".formatted(this, -index, most), null);
        }
        return index;
    }

    /** Returns how many were still to come; that number below 0 if the time is up. */
    private int arrive(long nanos) throws InterruptedException {
        lock.lock();
        try {
            Round current = round;
            if (Thread.interrupted()) {
                breakRound(current, "one was interrupted", null);
                throw new InterruptedException();
            }
            throwIfBroken(current);
            int missing = parties - ++current.arrived;
            if (missing == 0) {
                trip(current);
                return 0;
            }
            return awaitTrip(current, nanos) ? missing : -(parties - current.arrived);
        } finally {
            lock.unlock();
        }
    }

    private void trip(Round current) {
        try {
            action.run();
        } catch (Throwable e) {
            breakRound(current, "its action failed", e);
            throw e;
        }
        current.over = true;
        round = new Round();
        tripped.signalAll();
    }

    private boolean awaitTrip(Round current, long nanos) throws InterruptedException {
        long left = nanos;
        try {
            while (!current.over && current.broken == null) {
                if (left <= 0) {
                    breakRound(current, "one did not wait any longer", null);
                    return false;
                }
                left = tripped.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            if (!current.over) {
                breakRound(current, "one was interrupted", null);
                throw e;
            }
            Thread.currentThread().interrupt();
        }
        throwIfBroken(current);
        return true;
    }

    private void breakRound(Round current, String why, @Nullable Throwable cause) {
        if (current.broken == null) {
            current.broken = why;
            current.cause = cause;
            tripped.signalAll();
        }
    }

    private void throwIfBroken(Round current) {
        if (current.broken != null) {
            throw new LockException(
                    "%s is broken, since %s; reset it to use it again"
                            .formatted(this, current.broken),
                    current.cause);
        }
    }

    /** Breaks the barrier for those who wait, and makes it good for those who come from now on. */
    public void reset() {
        lock.lock();
        try {
            breakRound(round, "it was reset", null);
            round = new Round();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells whether the barrier is broken.
     *
     * @return true until {@link #reset()}
     */
    public boolean isBroken() {
        lock.lock();
        try {
            return round.broken != null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns how many threads wait for each other.
     *
     * @return the number, 1 or more
     */
    public int parties() {
        return parties;
    }

    /**
     * Returns how many threads wait at the moment.
     *
     * @return the number; 0 if the barrier is broken
     */
    public int waiting() {
        lock.lock();
        try {
            return round.broken == null ? round.arrived : 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return Label.of("barrier", name, this);
    }
}
