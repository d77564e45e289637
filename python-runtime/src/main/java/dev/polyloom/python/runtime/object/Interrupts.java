package dev.polyloom.python.runtime.object;

/**
 * Lets code that computes notice what is asked of it from outside: that its process ends, or that
 * the main thread handles signals. Loops look between two rounds, and functions that may call
 * themselves where the depth of their calls is counted.
 */
public final class Interrupts {
    private static volatile boolean pending;
    private static volatile Runnable handler = () -> {};
    private static int open;

    private Interrupts() {}

    /**
     * Says what handles signals. It is called by any thread that looks while something is asked,
     * and does nothing in those that handle none.
     */
    public static void handler(Runnable value) {
        handler = value;
    }

    /** Asks all threads to look, until {@link #settled} is called as often. */
    public static void ask() {
        add(1);
    }

    /** Says that what {@link #ask} was called for has happened. */
    public static void settled() {
        add(-1);
    }

    private static synchronized void add(int count) {
        open += count;
        pending = open > 0;
        Depth.interrupt(pending);
    }

    /** Ends the calling thread if its process has ended, and lets the main one handle signals. */
    public static void check() {
        if (pending) {
            Realm.check();
            handler.run();
        }
    }
}
