package dev.polyloom.python.runtime.platform;

import java.lang.invoke.VarHandle;

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

    /** Keeps what was read before it ahead of all that follows, for readers without a lock. */
    public static void acquireFence() {
        VarHandle.acquireFence();
    }

    /** Keeps what was read and written before it ahead of all that is written after it. */
    public static void releaseFence() {
        VarHandle.releaseFence();
    }
}
