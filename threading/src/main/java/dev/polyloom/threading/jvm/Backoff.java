package dev.polyloom.threading.jvm;

import java.util.concurrent.locks.LockSupport;

/** What a thread does that waits for another to finish a few instructions. */
final class Backoff {
    private static final int SPINS = 32;
    private static final int YIELDS = 64;
    private static final long MOMENT_NANOS = 50_000;

    private Backoff() {}

    /** Waits a little: more if this has been tried often, as the other has lost the processor. */
    @SuppressWarnings("ThreadPriorityCheck") // a hint is all that is needed
    static void pause(int tries) {
        if (tries < SPINS) {
            Thread.onSpinWait();
        } else if (tries < SPINS + YIELDS) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(MOMENT_NANOS);
        }
    }
}
