package dev.polyloom.process.transport;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast a {@link Door} hears strangers. After several that failed in a row it waits before the
 * next ones, longer with each, but never so long that somebody who belongs there is late. Safe for
 * use by several threads.
 */
public final class Pace {
    private static final int FREE = 5;
    private static final int MAX_DOUBLINGS = 16;

    private final long firstNanos;
    private final long mostNanos;
    private int failures;
    private long resume;

    private Pace(long firstNanos, long mostNanos) {
        this.firstNanos = firstNanos;
        this.mostNanos = mostNanos;
    }

    /** Hears strangers as they come. */
    public static Pace free() {
        return new Pace(0, 0);
    }

    /** Waits from 10 ms up to a second after several failures. */
    public static Pace wary() {
        return new Pace(TimeUnit.MILLISECONDS.toNanos(10), TimeUnit.SECONDS.toNanos(1));
    }

    /** A stranger has failed. */
    public synchronized void failed() {
        failures++;
        resume = System.nanoTime() + pauseNanos();
    }

    /** Somebody has shown that it belongs here. */
    public synchronized void succeeded() {
        failures = 0;
        resume = System.nanoTime();
    }

    /** Returns how long is waited after the failures so far. */
    synchronized long pauseNanos() {
        int over = failures - FREE;
        return over <= 0 ? 0 : Math.min(mostNanos, firstNanos << Math.min(over - 1, MAX_DOUBLINGS));
    }

    private synchronized long leftNanos() {
        return failures == 0 ? 0 : resume - System.nanoTime();
    }

    /** Waits until the next stranger may be heard. */
    void await() {
        for (long left = leftNanos(); left > 0; left = leftNanos()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                return;
            }
        }
    }
}
