package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Identity;

/**
 * The first moments of a thread, for which the thread that has started it waits: until the new one
 * blocks, ends or has had its share. In CPython the new thread takes the interpreter's lock while
 * the other waits to hear that it runs, and keeps it so long; programs print accordingly. A thread
 * that starts one after the other whose share runs out gives each less than the one before, so that
 * those that compute do not begin one by one where there are many processors. A share is told in
 * waits of a millisecond, as its owner has little of a time in which a busy machine runs neither.
 * The first thread that another starts has a longer one: what it calls has not been loaded yet.
 */
final class HeadStart {
    private static final int FIRST_SHARE = 50;
    private static final int SHARE = 20;
    private static final int LEAST = 5;
    private static final long STEP = 1_000_000;
    private static final long LATEST = 1_000_000_000;

    private volatile boolean over;
    private boolean begun;
    private int share = FIRST_SHARE;

    /** Ends the head start of the calling thread, because it blocks. */
    static void pass() {
        if (Identity.current() instanceof PyThread thread) {
            thread.blocks();
        }
    }

    /** Notes that the thread runs. */
    synchronized void begin() {
        begun = true;
        notifyAll();
    }

    /** Lets the thread that waits go on. */
    void end() {
        if (!over) {
            synchronized (this) {
                over = true;
                notifyAll();
            }
        }
    }

    /**
     * Waits for the end; the caller is the thread that has started the other.
     *
     * @param starter what the caller had itself when it began
     */
    void await(HeadStart starter) {
        starter.end();
        synchronized (this) {
            Waiting.until(this, () -> begun || over, System.nanoTime() + LATEST);
            for (int step = 0; !over && step < starter.share; step++) {
                Waiting.until(this, () -> over, System.nanoTime() + STEP);
            }
            starter.share = over ? SHARE : Math.max(LEAST, Math.min(SHARE, starter.share) / 2);
        }
    }
}
