package dev.polyloom.stress.order;

import dev.polyloom.threading.Channel;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Each element goes to one receiver, whether it waits or looks. */
final class ChannelReceivers {
    private ChannelReceivers() {}

    /** With room for one element. */
    @JCStressTest
    @State
    @Outcome(
            id = {"1, 2", "2, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "each one element")
    public static class Single {
        private final Channel<int[]> channel = Channel.bounded(1);

        /** Sends two, then looks until there is one. */
        @Actor
        public void send(II_Result result) {
            Messages.send(channel, 1);
            Messages.send(channel, 2);
            result.r1 = Messages.look(channel);
        }

        /** Waits for one. */
        @Actor
        public void receive(II_Result result) {
            result.r2 = Messages.receive(channel);
        }
    }

    /** With little room. */
    @JCStressTest
    @State
    @Outcome(
            id = {"1, 2", "2, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "each one element")
    public static class Small {
        private final Channel<int[]> channel = Channel.bounded(2);

        /** Sends two, then looks until there is one. */
        @Actor
        public void send(II_Result result) {
            Messages.send(channel, 1);
            Messages.send(channel, 2);
            result.r1 = Messages.look(channel);
        }

        /** Waits for one. */
        @Actor
        public void receive(II_Result result) {
            result.r2 = Messages.receive(channel);
        }
    }

    /** With room. */
    @JCStressTest
    @State
    @Outcome(
            id = {"1, 2", "2, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "each one element")
    public static class Ring {
        private final Channel<int[]> channel = Channel.bounded(64);

        /** Sends two, then looks until there is one. */
        @Actor
        public void send(II_Result result) {
            Messages.send(channel, 1);
            Messages.send(channel, 2);
            result.r1 = Messages.look(channel);
        }

        /** Waits for one. */
        @Actor
        public void receive(II_Result result) {
            result.r2 = Messages.receive(channel);
        }
    }

    /** Without bound. */
    @JCStressTest
    @State
    @Outcome(
            id = {"1, 2", "2, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "each one element")
    public static class Unbounded {
        private final Channel<int[]> channel = Channel.unbounded();

        /** Sends two, then looks until there is one. */
        @Actor
        public void send(II_Result result) {
            Messages.send(channel, 1);
            Messages.send(channel, 2);
            result.r1 = Messages.look(channel);
        }

        /** Waits for one. */
        @Actor
        public void receive(II_Result result) {
            result.r2 = Messages.receive(channel);
        }
    }
}
