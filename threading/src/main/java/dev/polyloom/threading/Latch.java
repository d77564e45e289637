package dev.polyloom.threading;

import dev.polyloom.threading.backend.CoreCondition;
import dev.polyloom.threading.backend.CoreLock;
import dev.polyloom.threading.backend.Platform;
import java.time.Duration;

/**
 * A count that goes down, and lets all go on who wait for it to be zero. What happens before a
 * count down happens before what is done by those who waited for it. Safe for use by several
 * threads.
 */
public final class Latch {
    private final CoreLock lock = Platform.backend().newLock();
    private final CoreCondition zero = lock.newCondition();
    private volatile int count;

    /**
     * Makes a latch.
     *
     * @param count how often it is to be counted down
     * @throws IllegalArgumentException if that is negative
     */
    public Latch(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("a latch counts from 0 or more, not " + count);
        }
        this.count = count;
    }

    /** Counts down by one; does nothing if the count is zero. */
    public void countDown() {
        lock.lock();
        try {
            int left = count;
            if (left > 0) {
                count = left - 1;
            }
            if (left == 1) {
                zero.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the count to be zero.
     *
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public void await() throws InterruptedException {
        boolean _ = await(Long.MAX_VALUE);
    }

    /**
     * Waits for the count to be zero, but not for ever.
     *
     * @param most the longest wait; does not wait if not positive
     * @return whether the count is zero; false if the time is up
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public boolean await(Duration most) throws InterruptedException {
        return await(Nanos.of(most));
    }

    private boolean await(long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (count > 0) {
                if (left <= 0) {
                    return false;
                }
                left = zero.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the count at the moment.
     *
     * @return the count, 0 or more
     */
    public int count() {
        return count;
    }
}
