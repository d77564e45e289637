package dev.polyloom.stress.order;

import dev.polyloom.threading.Channel;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Each element goes to one receiver, whether they wait or look. */
final class ChannelReceivers {
    private ChannelReceivers() {}

    /** Without room. */
    @JCStressTest
    @State
    @Outcome(
            id = {"1, 2", "2, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "each one element")
    public static class Rendezvous {
        private final Channel<int[]> channel = Channel.rendezvous();

        /** Sends two. */
        @Actor
        public void send() {
            Messages.send(channel, 1);
            Messages.send(channel, 2);
        }

        /** Waits for one. */
        @Actor
        public void receive(II_Result result) {
            result.r1 = Messages.receive(channel);
        }

        /** Looks until there is one. */
        @Actor
        public void look(II_Result result) {
            result.r2 = Messages.look(channel);
        }
    }

    /** With room for one element. */
    @JCStressTest
    @State
    @Outcome(
            id = {"1, 2", "2, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "each one element")
    public static class Single {
        private final Channel<int[]> channel = Channel.bounded(1);

        /** Sends two. */
        @Actor
        public void send() {
            Messages.send(channel, 1);
            Messages.send(channel, 2);
        }

        /** Waits for one. */
        @Actor
        public void receive(II_Result result) {
            result.r1 = Messages.receive(channel);
        }

        /** Looks until there is one. */
        @Actor
        public void look(II_Result result) {
            result.r2 = Messages.look(channel);
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

        /** Sends two. */
        @Actor
        public void send() {
            Messages.send(channel, 1);
            Messages.send(channel, 2);
        }

        /** Waits for one. */
        @Actor
        public void receive(II_Result result) {
            result.r1 = Messages.receive(channel);
        }

        /** Looks until there is one. */
        @Actor
        public void look(II_Result result) {
            result.r2 = Messages.look(channel);
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

        /** Sends two. */
        @Actor
        public void send() {
            Messages.send(channel, 1);
            Messages.send(channel, 2);
        }

        /** Waits for one. */
        @Actor
        public void receive(II_Result result) {
            result.r1 = Messages.receive(channel);
        }

        /** Looks until there is one. */
        @Actor
        public void look(II_Result result) {
            result.r2 = Messages.look(channel);
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

        /** Sends two. */
        @Actor
        public void send() {
            Messages.send(channel, 1);
            Messages.send(channel, 2);
        }

        /** Waits for one. */
        @Actor
        public void receive(II_Result result) {
            result.r1 = Messages.receive(channel);
        }

        /** Looks until there is one. */
        @Actor
        public void look(II_Result result) {
            result.r2 = Messages.look(channel);
        }
    }
}
