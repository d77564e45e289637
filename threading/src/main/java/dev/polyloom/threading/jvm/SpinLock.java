package dev.polyloom.threading.jvm;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock for a few instructions that neither wait nor run what others wrote. Not reentrant. Who
 * finds it taken for long, as its holder has lost the processor, sleeps for a moment.
 */
final class SpinLock {
    private static final int SPINS = 32;
    private static final int YIELDS = 64;
    private static final long MOMENT_NANOS = 50_000;

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

    @SuppressWarnings("ThreadPriorityCheck") // a hint is all that is needed
    private void contend() {
        int tries = 0;
        while (taken || !TAKEN.compareAndSet(this, false, true)) {
            tries++;
            if (tries < SPINS) {
                Thread.onSpinWait();
            } else if (tries < SPINS + YIELDS) {
                Thread.yield();
            } else {
                LockSupport.parkNanos(this, MOMENT_NANOS);
            }
        }
    }

    void unlock() {
        TAKEN.setRelease(this, false);
    }
}
