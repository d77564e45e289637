package dev.polyloom.stress.order;

import dev.polyloom.threading.Oneshot;
import dev.polyloom.threading.SendException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A one-shot channel carries one value, and what was done before it. */
final class OneshotOrder {
    private OneshotOrder() {}

    private static int sent(Oneshot<int[]> channel, int value) {
        try {
            int[] made = new int[1];
            made[0] = value;
            channel.send(made);
            return value;
        } catch (SendException e) {
            return 0;
        }
    }

    /** One sends, one receives. */
    @JCStressTest
    @State
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "the value arrives as it was sent")
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "who did not wait was too early")
    public static class Value {
        private final Oneshot<int[]> channel = new Oneshot<>();

        /** Sends. */
        @Actor
        public void send() {
            sent(channel, 1);
        }

        /** Looks for the value, then waits for it. */
        @Actor
        public void receive(II_Result result) {
            int[] received = channel.tryReceive();
            result.r2 = received == null ? 0 : received[0] == 0 ? -1 : received[0];
            result.r1 = Waits.get(channel::receive)[0];
        }
    }

    /** Two send. */
    @JCStressTest
    @State
    @Outcome(
            id = {"1, 1", "2, 2"},
            expect = Expect.ACCEPTABLE,
            desc = "one was told that it sent, and its value is there")
    public static class Rivals {
        private final Oneshot<int[]> channel = new Oneshot<>();
        private int first;
        private int second;

        /** Sends. */
        @Actor
        public void one() {
            first = sent(channel, 1);
        }

        /** Sends too. */
        @Actor
        public void other() {
            second = sent(channel, 2);
        }

        /** Looks at what is there. */
        @Arbiter
        public void look(II_Result result) {
            result.r1 = first + second;
            result.r2 = Waits.get(channel::receive)[0];
        }
    }
}
