package dev.polyloom.threading;

import dev.polyloom.threading.backend.PermitQueue;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number of permits, given out in the order of asking: nobody overtakes those who wait, be it
 * that they wait for more. Any thread may release permits, whoever acquired them. Safe for use by
 * several threads.
 *
 * <p>A thread that is interrupted while it waits gets an {@link InterruptedException} and no
 * permit, or its permits and stays interrupted.
 */
public final class Semaphore {
    private final PermitQueue permits;
    private final @Nullable String name;

    /**
     * Makes a semaphore without a name.
     *
     * @param permits how many permits there are at first
     * @throws IllegalArgumentException if that is negative
     */
    public Semaphore(int permits) {
        this(null, permits);
    }

    /**
     * Makes a semaphore.
     *
     * @param permits how many permits there are at first
     * @param name what messages call it; not null
     * @throws IllegalArgumentException if the number is negative
     */
    public Semaphore(int permits, String name) {
        this(Objects.requireNonNull(name, "name"), permits);
    }

    private Semaphore(@Nullable String name, int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException(
                    "a semaphore begins with 0 permits or more, not " + permits);
        }
        this.name = name;
        this.permits = new PermitQueue(permits);
    }

    /**
     * Takes a permit, however long it takes.
     *
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public void acquire() throws InterruptedException {
        acquire(1);
    }

    /**
     * Takes permits, all at once, however long it takes.
     *
     * @param count how many
     * @throws IllegalArgumentException if that is not positive
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public void acquire(int count) throws InterruptedException {
        boolean _ = permits.acquire(checked(count), Long.MAX_VALUE);
    }

    /**
     * Takes a permit if one is free and nobody waits.
     *
     * @return whether it was taken
     */
    public boolean tryAcquire() {
        return tryAcquire(1);
    }

    /**
     * Takes permits if as many are free and nobody waits.
     *
     * @param count how many
     * @return whether they were taken
     * @throws IllegalArgumentException if the number is not positive
     */
    public boolean tryAcquire(int count) {
        return permits.tryAcquire(checked(count));
    }

    /**
     * Takes a permit if one can be had in time.
     *
     * @param most the longest wait; does not wait if not positive
     * @return whether it was taken
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public boolean tryAcquire(Duration most) throws InterruptedException {
        return tryAcquire(1, most);
    }

    /**
     * Takes permits, all at once, if they can be had in time.
     *
     * @param count how many
     * @param most the longest wait; does not wait if not positive
     * @return whether they were taken
     * @throws IllegalArgumentException if the number is not positive
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public boolean tryAcquire(int count, Duration most) throws InterruptedException {
        return permits.acquire(checked(count), Nanos.of(most));
    }

    /**
     * Gives a permit.
     *
     * @throws LockException if there would be more than an int can count
     */
    public void release() {
        release(1);
    }

    /**
     * Gives permits.
     *
     * @param count how many
     * @throws IllegalArgumentException if that is not positive
     * @throws LockException if there would be more than an int can count; none are given then
     */
    public void release(int count) {
        if (!permits.release(checked(count))) {
            throw new LockException(
                    "%s cannot have %d permits more, for it would have more than %d"
                            .formatted(this, count, Integer.MAX_VALUE),
                    null);
        }
    }

    /**
     * Returns how many permits are free at the moment.
     *
     * @return the number, 0 or more
     */
    public int availablePermits() {
        return permits.free();
    }

    /** Returns how many threads wait. */
    int waiting() {
        return permits.waiting();
    }

    private static int checked(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("1 permit or more, not " + count);
        }
        return count;
    }

    @Override
    public String toString() {
        return Label.of("semaphore", name, this);
    }
}
