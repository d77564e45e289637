package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Identity;

/**
 * The first moments of a thread, for which the thread that has started it waits: until the new one
 * blocks, ends or has had its share. In CPython the new thread takes the interpreter's lock while
 * the other waits to hear that it runs, and keeps it so long; programs print accordingly. A thread
 * that starts one after the other whose share runs out gives each less than the one before, so that
 * those that compute do not begin one by one where there are many processors.
 */
final class HeadStart {
    private static final long SHARE = 20_000_000;
    private static final long LEAST = 5_000_000;
    private static final long LATEST = 1_000_000_000;

    private volatile boolean over;
    private boolean begun;
    private long share = SHARE;

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
        boolean ended;
        synchronized (this) {
            Waiting.until(this, () -> begun || over, System.nanoTime() + LATEST);
            ended = Waiting.until(this, () -> over, System.nanoTime() + starter.share);
        }
        starter.share = ended ? SHARE : Math.max(LEAST, starter.share / 2);
    }
}
