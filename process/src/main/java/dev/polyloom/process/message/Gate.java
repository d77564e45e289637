package dev.polyloom.process.message;

import java.util.concurrent.TimeUnit;

/** Counts the messages of an endpoint that have come and not been dealt with, and can hold them. */
final class Gate {
    private long open;
    private volatile boolean paused;

    boolean isPaused() {
        return paused;
    }

    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
    }

    synchronized void came() {
        open++;
    }

    synchronized void dealtWith() {
        open--;
        if (open == 0) {
            notifyAll();
        }
    }

    /** Waits until all has been dealt with, and tells whether it was in time. */
    synchronized boolean awaitIdle(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        while (open > 0) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
