package dev.polyloom.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices that all workers of a pool wait while tasks are queued, and lets more of them run.
 *
 * <p>A worker that waits for something a queued task would do, such as a latch, waits for ever if
 * no worker is left to run that task. The watch looks at a pool only while tasks are queued, at
 * fixed intervals. When nothing has completed since the last look and every worker is parked or
 * blocked, it adds workers: at once if they wait without a time limit, after some looks if with
 * one, never if one of them sleeps, computes, or reads. Each time it adds as many as it has added
 * before, so that tasks that all wait for each other get going in a logarithmic number of looks.
 * When the queue is empty it takes back what it gave.
 */
final class StallWatch {
    /** A pool that may stall. */
    interface Stallable {
        boolean hasQueued();

        long progress();

        Set<Thread> threads();

        void addForStall(int more);
    }

    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final int TIMED_WAIT_LOOKS = 10;

    /** So many are not reached by tasks that start, but where no thread can be had. */
    private static final int MOST = 1 << 24;

    private static final VarHandle ARMED;

    static {
        try {
            ARMED = MethodHandles.lookup().findVarHandle(StallWatch.class, "armed", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private enum Wait {
        NONE,
        TIMED,
        UNTIMED
    }

    private final Stallable pool;
    private volatile boolean armed;
    private long lastProgress;
    private int looks;
    private int added;

    StallWatch(Stallable pool) {
        this.pool = pool;
    }

    /** Tells the watch that a task may have been queued. */
    void tasksWait() {
        if (!armed && ARMED.compareAndSet(this, false, true)) {
            lastProgress = -1;
            looks = 0;
            again();
        }
    }

    private void again() {
        Future<?> _ = Timer.schedule(this::look, INTERVAL);
    }

    private void look() {
        boolean queued = true;
        try {
            queued = pool.hasQueued();
            if (queued) {
                addIfStalled();
            } else {
                disarm();
            }
        } finally {
            if (queued) {
                again();
            }
        }
    }

    private void disarm() {
        pool.addForStall(-added);
        added = 0;
        armed = false;
        if (pool.hasQueued()) {
            tasksWait();
        }
    }

    private void addIfStalled() {
        long progress = pool.progress();
        Wait wait = progress == lastProgress ? wait(pool.threads()) : Wait.NONE;
        lastProgress = progress;
        looks = wait == Wait.NONE ? 0 : looks + 1;
        if (wait == Wait.UNTIMED || looks >= TIMED_WAIT_LOOKS) {
            int more = Math.min(Math.max(1, added), MOST - added);
            added += more;
            looks = 0;
            pool.addForStall(more);
        }
    }

    private static Wait wait(Set<Thread> threads) {
        Wait all = Wait.UNTIMED;
        for (Thread thread : threads) {
            switch (thread.getState()) {
                case WAITING, BLOCKED, TERMINATED -> {}
                case TIMED_WAITING -> {
                    if (LockSupport.getBlocker(thread) == null) {
                        return Wait.NONE;
                    }
                    all = Wait.TIMED;
                }
                default -> {
                    return Wait.NONE;
                }
            }
        }
        return all;
    }
}
