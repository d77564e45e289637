package dev.polyloom.python.runtime.platform;

import java.lang.invoke.VarHandle;

/** Keeps memory accesses in order, for readers that take no lock. */
public final class Fence {
    private Fence() {}

    /** Keeps what was read before it ahead of all that follows. */
    public static void acquire() {
        VarHandle.acquireFence();
    }

    /** Keeps what was read and written before it ahead of all that is written after it. */
    public static void release() {
        VarHandle.releaseFence();
    }
}
