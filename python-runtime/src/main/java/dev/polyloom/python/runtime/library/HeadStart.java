package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Identity;

/**
 * The first moments of a thread, for which the thread that has started it waits: until the new one
 * blocks, ends or has had its share. In CPython the new thread takes the interpreter's lock while
 * the other waits to hear that it runs, and keeps it so long; programs print accordingly.
 */
final class HeadStart {
    private static final long SHARE = 20_000_000;
    private static final long LATEST = 1_000_000_000;

    private volatile boolean over;
    private boolean begun;

    /** Ends the head start of the calling thread, because it blocks. */
    static void pass() {
        if (Identity.current() instanceof PyThread thread) {
            thread.headStart().end();
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

    /** Waits for the end; the caller is the thread that has started the other. */
    void await() {
        pass();
        synchronized (this) {
            Waiting.until(this, () -> begun || over, System.nanoTime() + LATEST);
            Waiting.until(this, () -> over, System.nanoTime() + SHARE);
        }
    }
}
