package dev.polyloom.stress.order;

import dev.polyloom.threading.Latch;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** What comes before the last count is seen by who was let through. */
final class LatchOrder {
    private LatchOrder() {}

    /** By waiting. */
    @JCStressTest
    @State
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "what came before the signal is seen")
    public static class Waited {
        private final Latch signal = new Latch(1);
        private int value;

        /** Writes, then signals. */
        @Actor
        public void signal() {
            value = 1;
            signal.countDown();
        }

        /** Waits, then reads. */
        @Actor
        public void look(I_Result result) {
            Waits.run(signal::await);
            result.r1 = value;
        }
    }

    /** By looking. */
    @JCStressTest
    @State
    @Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "before the signal")
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "what came before the signal is seen")
    public static class Looked {
        private final Latch signal = new Latch(1);
        private int value;

        /** Writes, then signals. */
        @Actor
        public void signal() {
            value = 1;
            signal.countDown();
        }

        /** Reads if there was the signal. */
        @Actor
        public void look(I_Result result) {
            result.r1 = signal.count() == 0 ? value : -1;
        }
    }
}
