package dev.polyloom.python.runtime.object;

/**
 * How deep the calls of a thread lie in each other, as far as they are counted: those of functions
 * that may lead to calls of themselves.
 */
public final class Depth {
    private static final ThreadLocal<Depth> CURRENT = ThreadLocal.withInitial(Depth::new);
    private static int limit = 1000;

    /** The depth from which calls are looked at: the limit, or none where something is pending. */
    private static int bound = limit;

    private static boolean interrupted;

    private int count = 1;

    private Depth() {}

    /** Begins a call, which ends with {@link #leave}. */
    public static Depth enter() {
        Depth depth = CURRENT.get();
        check(depth.count + 1);
        depth.count++;
        return depth;
    }

    /**
     * Returns the depth of a call that is about to begin; those in it are counted by the callee.
     */
    public static int next() {
        return CURRENT.get().count + 1;
    }

    /** Refuses a call that lies too deep. */
    public static void check(int depth) {
        if (depth > bound) {
            look(depth);
        }
    }

    private static void look(int depth) {
        if (depth > limit) {
            throw Errors.of(Exceptions.RECURSION_ERROR, "maximum recursion depth exceeded");
        }
        Interrupts.check();
    }

    /** Says whether calls are to look what is asked of their threads. */
    static synchronized void interrupt(boolean value) {
        interrupted = value;
        bound = value ? 0 : limit;
    }

    /** Ends a call. */
    public void leave() {
        count--;
    }

    /** Says that the calling thread begins with so many calls. */
    public static void begin(int calls) {
        CURRENT.get().count = calls;
    }

    /** Returns how deep calls may lie in each other. */
    public static int limit() {
        return limit;
    }

    /** Sets how deep calls may lie in each other. */
    public static synchronized void setLimit(int value) {
        int now = CURRENT.get().count + 1;
        if (value <= now) {
            throw Errors.of(
                    Exceptions.RECURSION_ERROR,
                    ("cannot set the recursion limit to %d at the recursion depth %d:"
                                    + " the limit is too low")
                            .formatted(value, now));
        }
        limit = value;
        interrupt(interrupted);
    }
}
