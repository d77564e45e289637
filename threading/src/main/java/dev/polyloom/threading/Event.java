package dev.polyloom.threading;

import dev.polyloom.threading.backend.CoreCondition;
import dev.polyloom.threading.backend.CoreLock;
import dev.polyloom.threading.backend.Platform;
import java.time.Duration;

/**
 * A flag to wait for. Setting it lets all go on who wait at that moment, even if it is cleared
 * before they run, and all who come while it is set. Safe for use by several threads.
 */
public final class Event {
    private final CoreLock lock = Platform.backend().newLock();
    private final CoreCondition changed = lock.newCondition();
    private volatile boolean set;

    /** How often the flag was set; guarded by the lock. */
    private long times;

    /** Makes an event that is not set. */
    public Event() {}

    /** Sets the flag; does nothing if it is set. */
    public void set() {
        lock.lock();
        try {
            if (!set) {
                set = true;
                times++;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Clears the flag; does nothing if it is not set. */
    public void clear() {
        lock.lock();
        try {
            set = false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells whether the flag is set.
     *
     * @return true from {@link #set()} to {@link #clear()}
     */
    public boolean isSet() {
        return set;
    }

    /**
     * Waits for the flag to be set.
     *
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public void await() throws InterruptedException {
        boolean _ = await(Long.MAX_VALUE);
    }

    /**
     * Waits for the flag to be set, but not for ever.
     *
     * @param most the longest wait; does not wait if not positive
     * @return whether it was set; false if the time is up
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public boolean await(Duration most) throws InterruptedException {
        return await(Nanos.of(most));
    }

    private boolean await(long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            long before = times;
            while (!set && times == before) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
