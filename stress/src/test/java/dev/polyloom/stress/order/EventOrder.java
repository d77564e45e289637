package dev.polyloom.stress.order;

import dev.polyloom.threading.Event;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** What comes before the event is seen by who was let through. */
final class EventOrder {
    private EventOrder() {}

    /** By waiting. */
    @JCStressTest
    @State
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "what came before the signal is seen")
    public static class Waited {
        private final Event signal = new Event();
        private int value;

        /** Writes, then signals. */
        @Actor
        public void signal() {
            value = 1;
            signal.set();
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
        private final Event signal = new Event();
        private int value;

        /** Writes, then signals. */
        @Actor
        public void signal() {
            value = 1;
            signal.set();
        }

        /** Reads if there was the signal. */
        @Actor
        public void look(I_Result result) {
            result.r1 = signal.isSet() ? value : -1;
        }
    }
}
