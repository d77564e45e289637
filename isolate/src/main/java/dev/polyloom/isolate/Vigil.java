package dev.polyloom.isolate;

import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How those who wait for results of a pool stay awake for a moment: a short task is done before a
 * thread that sleeps could be woken. Only as many do as half of the processors, and fewer and fewer
 * while it is in vain. Safe for use by several threads.
 */
final class Vigil {
    /** Longer than it takes to wake the worker, so that the waiter is there when it answers. */
    private static final long NANOS = 100_000;

    private static final int MOST_SKIPPED = 64;
    private static final AtomicInteger AWAKE_HERE = new AtomicInteger();

    private final AtomicInteger awake;
    private final int awakeAtOnce;
    private final AtomicInteger toSkip = new AtomicInteger();
    private volatile int skipNext = 1;

    Vigil() {
        this(AWAKE_HERE, Runtime.getRuntime().availableProcessors() / 2);
    }

    /**
     * Makes a vigil.
     *
     * @param awake counts those who stay awake, here and elsewhere
     * @param awakeAtOnce how many may
     */
    Vigil(AtomicInteger awake, int awakeAtOnce) {
        this.awake = awake;
        this.awakeAtOnce = awakeAtOnce;
    }

    /** Stays awake until a future is done, the caller is interrupted, or the moment is over. */
    void keep(Future<?> future) {
        if (toSkip.get() > 0) {
            toSkip.decrementAndGet();
            return;
        }
        if (awake.incrementAndGet() <= awakeAtOnce) {
            boolean worth = watch(future);
            skipNext = worth ? 1 : Math.min(MOST_SKIPPED, 2 * skipNext);
            toSkip.set(worth ? 0 : skipNext);
        }
        awake.decrementAndGet();
    }

    private static boolean watch(Future<?> future) {
        long begun = System.nanoTime();
        while (!future.isDone()) {
            if (System.nanoTime() - begun > NANOS || Thread.currentThread().isInterrupted()) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }
}
