package dev.polyloom.stress.order;

import dev.polyloom.threading.Semaphore;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** What comes before a release is seen by who gets the permit. */
final class SemaphoreOrder {
    private SemaphoreOrder() {}

    /** By waiting. */
    @JCStressTest
    @State
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "what came before the signal is seen")
    public static class Waited {
        private final Semaphore signal = new Semaphore(0);
        private int value;

        /** Writes, then signals. */
        @Actor
        public void signal() {
            value = 1;
            signal.release();
        }

        /** Waits, then reads. */
        @Actor
        public void look(I_Result result) {
            Waits.run(signal::acquire);
            result.r1 = value;
        }
    }

    /** By looking. */
    @JCStressTest
    @State
    @Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "before the signal")
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "what came before the signal is seen")
    public static class Looked {
        private final Semaphore signal = new Semaphore(0);
        private int value;

        /** Writes, then signals. */
        @Actor
        public void signal() {
            value = 1;
            signal.release();
        }

        /** Reads if there was the signal. */
        @Actor
        public void look(I_Result result) {
            result.r1 = signal.tryAcquire() ? value : -1;
        }
    }
}
