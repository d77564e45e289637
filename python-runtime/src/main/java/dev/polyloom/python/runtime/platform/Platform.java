package dev.polyloom.python.runtime.platform;

/**
 * Says on what machine programs of this build run. Whoever builds for another target replaces this
 * one class, so that nothing of the JVM's is reached from there.
 */
public final class Platform {
    private static final Machine MACHINE = new JvmMachine();

    private Platform() {}

    /** Returns the machine. */
    public static Machine machine() {
        return MACHINE;
    }
}
