package dev.polyloom.stress.order;

import dev.polyloom.threading.Channel;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Who waits for an element when the channel is closed is woken, or has one. */
final class ChannelCloseWakes {
    private ChannelCloseWakes() {}

    /** Without room. */
    @JCStressTest
    @State
    @Outcome(
            id = {"1, 1", "0, 0"},
            expect = Expect.ACCEPTABLE,
            desc = "what was sent is received, or nothing was sent")
    public static class Rendezvous {
        private final Channel<int[]> channel = Channel.rendezvous();

        /** Sends if it can, then closes. */
        @Actor
        public void send(II_Result result) {
            result.r1 = Messages.trySend(channel, 1);
            channel.close();
        }

        /** Waits for an element or the end. */
        @Actor
        public void receive(II_Result result) {
            result.r2 = Messages.receive(channel);
        }
    }

    /** With room for one element. */
    @JCStressTest
    @State
    @Outcome(
            id = {"1, 1", "0, 0"},
            expect = Expect.ACCEPTABLE,
            desc = "what was sent is received, or nothing was sent")
    public static class Single {
        private final Channel<int[]> channel = Channel.bounded(1);

        /** Sends if it can, then closes. */
        @Actor
        public void send(II_Result result) {
            result.r1 = Messages.trySend(channel, 1);
            channel.close();
        }

        /** Waits for an element or the end. */
        @Actor
        public void receive(II_Result result) {
            result.r2 = Messages.receive(channel);
        }
    }

    /** With little room. */
    @JCStressTest
    @State
    @Outcome(
            id = {"1, 1", "0, 0"},
            expect = Expect.ACCEPTABLE,
            desc = "what was sent is received, or nothing was sent")
    public static class Small {
        private final Channel<int[]> channel = Channel.bounded(2);

        /** Sends if it can, then closes. */
        @Actor
        public void send(II_Result result) {
            result.r1 = Messages.trySend(channel, 1);
            channel.close();
        }

        /** Waits for an element or the end. */
        @Actor
        public void receive(II_Result result) {
            result.r2 = Messages.receive(channel);
        }
    }

    /** With room. */
    @JCStressTest
    @State
    @Outcome(
            id = {"1, 1", "0, 0"},
            expect = Expect.ACCEPTABLE,
            desc = "what was sent is received, or nothing was sent")
    public static class Ring {
        private final Channel<int[]> channel = Channel.bounded(64);

        /** Sends if it can, then closes. */
        @Actor
        public void send(II_Result result) {
            result.r1 = Messages.trySend(channel, 1);
            channel.close();
        }

        /** Waits for an element or the end. */
        @Actor
        public void receive(II_Result result) {
            result.r2 = Messages.receive(channel);
        }
    }

    /** Without bound. */
    @JCStressTest
    @State
    @Outcome(
            id = {"1, 1", "0, 0"},
            expect = Expect.ACCEPTABLE,
            desc = "what was sent is received, or nothing was sent")
    public static class Unbounded {
        private final Channel<int[]> channel = Channel.unbounded();

        /** Sends if it can, then closes. */
        @Actor
        public void send(II_Result result) {
            result.r1 = Messages.trySend(channel, 1);
            channel.close();
        }

        /** Waits for an element or the end. */
        @Actor
        public void receive(II_Result result) {
            result.r2 = Messages.receive(channel);
        }
    }
}
