package dev.polyloom.threading;

/**
 * Finds threads that wait for each other's locks in a circle. When it is on, a thread that would
 * close such a circle gets a {@link DeadlockException} in place of waiting for ever. It names the
 * threads and the locks, and where each lock was taken; the stack traces are suppressed exceptions
 * of it.
 *
 * <p>It knows who waits for a {@link Mutex} or {@link RwLock}, which were taken while it was on. A
 * wait with a time ends by itself and never counts, though a thread that waits with a time finds no
 * circle either; a thread that waits at a {@link Condvar} waits for its mutex, as it goes on with
 * that only. A thread that reads a {@link RwLock} twice may wait for itself, and so is refused
 * always. One circle is not found: where a reader waits only since a writer waits in front of it.
 *
 * <p>Each lock that is taken costs a stack trace: this is for tests and for the search for an
 * error. The system property {@value #PROPERTY} turns it on from the start.
 */
public final class DeadlockDetection {
    /** Turns the detection on if it is {@code true}; read once. */
    public static final String PROPERTY = "polyloom.threading.detectDeadlocks";

    private static volatile boolean on = Boolean.parseBoolean(System.getProperty(PROPERTY));

    private DeadlockDetection() {}

    /**
     * Tells whether deadlocks are looked for.
     *
     * @return true if they are
     */
    public static boolean isOn() {
        return on;
    }

    /**
     * Turns the detection on or off, for locks that are taken from now on.
     *
     * @param value true to turn it on
     */
    public static void set(boolean value) {
        on = value;
    }
}
