package dev.polyloom.threading.jvm;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A lock for a few instructions that neither wait nor run what others wrote. Not reentrant. */
final class SpinLock {
    private static final VarHandle TAKEN;

    static {
        try {
            TAKEN = MethodHandles.lookup().findVarHandle(SpinLock.class, "taken", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile boolean taken;

    void lock() {
        if (!TAKEN.compareAndSet(this, false, true)) {
            contend();
        }
    }

    private void contend() {
        int tries = 0;
        while (taken || !TAKEN.compareAndSet(this, false, true)) {
            Backoff.pause(tries++);
        }
    }

    void unlock() {
        TAKEN.setRelease(this, false);
    }
}
