package dev.polyloom.stress.order;

import dev.polyloom.threading.Channel;
import dev.polyloom.threading.Select;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Selects on both sides of two channels meet, and see what was done before. */
final class SelectOrder {
    private SelectOrder() {}

    private static int send(Channel<int[]> one, Channel<int[]> other, int[] message) {
        message[0] = 1;
        return Waits.get(() ->
                new Select<Integer>()
                        .send(one, message, () -> 1)
                        .send(other, message, () -> 1)
                        .await());
    }

    private static int receive(Channel<int[]> one, Channel<int[]> other) {
        return Waits.get(() ->
                new Select<Integer>()
                        .receive(other, message -> message[0])
                        .receive(one, message -> message[0])
                        .await());
    }

    /** Without room. */
    @JCStressTest
    @State
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "sent once, received as it was sent")
    public static class Rendezvous {
        private final Channel<int[]> one = Channel.rendezvous();
        private final Channel<int[]> other = Channel.rendezvous();

        /** Sends to either. */
        @Actor
        public void send(II_Result result) {
            result.r1 = SelectOrder.send(one, other, new int[1]);
        }

        /** Receives from either. */
        @Actor
        public void receive(II_Result result) {
            result.r2 = SelectOrder.receive(one, other);
        }
    }

    /** Of different kinds. */
    @JCStressTest
    @State
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "sent once, received as it was sent")
    public static class Mixed {
        private final Channel<int[]> one = Channel.bounded(64);
        private final Channel<int[]> other = Channel.unbounded();

        /** Sends to either. */
        @Actor
        public void send(II_Result result) {
            result.r1 = SelectOrder.send(one, other, new int[1]);
        }

        /** Receives from either. */
        @Actor
        public void receive(II_Result result) {
            result.r2 = SelectOrder.receive(one, other);
        }
    }
}
