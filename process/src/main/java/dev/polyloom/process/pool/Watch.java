package dev.polyloom.process.pool;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.LongUnaryOperator;

/** A thread that looks after the workers when it is time to, and otherwise sleeps. */
final class Watch {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long RETRY_NANOS = 1_000_000_000;

    private final String name;
    private final LongUnaryOperator look;
    private volatile long wakeAt;
    private boolean closed;

    /**
     * Makes a watch.
     *
     * @param name name of the pool
     * @param look looks, given the time, and returns when to look again
     */
    Watch(String name, LongUnaryOperator look) {
        this.name = name;
        this.look = look;
        this.wakeAt = System.nanoTime() + Times.FAR;
    }

    void start() {
        Thread.ofPlatform().daemon().name("polyloom-" + name + "-watch").start(this::run);
    }

    /** Sees to it that the watch looks no later than this. */
    void lookBy(long nanoTime) {
        if (nanoTime - wakeAt >= 0) {
            return;
        }
        synchronized (this) {
            if (nanoTime - wakeAt < 0) {
                wakeAt = nanoTime;
                notifyAll();
            }
        }
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void run() {
        while (awaitTime()) {
            lookBy(lookOnce());
        }
    }

    private long lookOnce() {
        long now = System.nanoTime();
        try {
            return look.applyAsLong(now);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "the watch of pool " + name + " goes on after a failure", e);
            return now + RETRY_NANOS;
        }
    }

    private synchronized boolean awaitTime() {
        while (!closed) {
            long left = wakeAt - System.nanoTime();
            if (left <= 0) {
                wakeAt = System.nanoTime() + Times.FAR;
                return true;
            }
            try {
                wait(left / NANOS_PER_MILLI, (int) (left % NANOS_PER_MILLI));
            } catch (InterruptedException e) {
                // only close() ends the watch
            }
        }
        return false;
    }
}
