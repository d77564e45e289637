package dev.polyloom.process.message;

import java.util.concurrent.TimeUnit;

/** Counts the messages of an endpoint that have come and not been dealt with, and can hold them. */
final class Gate {
    private long open;
    private volatile boolean paused;
    private boolean draining;
    private boolean pausesEnded;

    boolean isPaused() {
        return paused;
    }

    synchronized void pause() {
        paused = !pausesEnded;
    }

    synchronized void resume() {
        draining = false;
        paused = false;
    }

    /** Lets messages through until {@link #drained}. */
    synchronized void drain() {
        draining = true;
        paused = false;
    }

    /** Holds messages, unless a resume came after the drain. */
    synchronized void drained() {
        paused |= draining && !pausesEnded;
        draining = false;
    }

    synchronized void endPauses() {
        pausesEnded = true;
        resume();
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
