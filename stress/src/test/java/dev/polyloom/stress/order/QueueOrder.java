package dev.polyloom.stress.order;

import dev.polyloom.threading.SharedQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** What comes before a put is seen by who takes, as with all that stands on the same store. */
final class QueueOrder {
    private QueueOrder() {}

    /** By waiting. */
    @JCStressTest
    @State
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "what came before the put is seen")
    public static class Waited {
        private final SharedQueue<Integer> items = new SharedQueue<>(1);
        private int value;

        /** Writes, then puts. */
        @Actor
        public void put() {
            value = 1;
            Waits.run(() -> items.put(2));
        }

        /** Takes, then reads. */
        @Actor
        public void take(I_Result result) {
            int _ = Waits.get(items::take);
            result.r1 = value;
        }
    }

    /** By looking. */
    @JCStressTest
    @State
    @Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "before the put")
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "what came before the put is seen")
    public static class Looked {
        private final SharedQueue<Integer> items = new SharedQueue<>(1);
        private int value;

        /** Writes, then puts. */
        @Actor
        public void put() {
            value = 1;
            boolean _ = items.offer(2);
        }

        /** Reads if there is something. */
        @Actor
        public void poll(I_Result result) {
            result.r1 = items.poll() == null ? -1 : value;
        }
    }
}
