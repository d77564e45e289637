package dev.polyloom.python.runtime.object;

/**
 * Whether several threads of the program may use the same objects. As long as one thread is alone,
 * containers take no lock. Each look is a volatile read, so that what threads wrote that have ended
 * is seen.
 */
public final class Sharing {
    private static volatile int others = 1;
    private static boolean begun;

    private Sharing() {}

    /** Says that a program begins, in one thread. Until then there may be many. */
    public static synchronized void begin() {
        if (!begun) {
            begun = true;
            others--;
        }
    }

    /** Says that the running thread is about to start another. */
    public static synchronized void starting() {
        others++;
    }

    /** Says that a thread which was started touches no object any more. */
    public static synchronized void ended() {
        others--;
    }

    static boolean isShared() {
        return others != 0;
    }
}
