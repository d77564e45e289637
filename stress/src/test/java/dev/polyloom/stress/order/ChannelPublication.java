package dev.polyloom.stress.order;

import dev.polyloom.threading.Channel;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** What was done before a send is seen by who receives, in the order of sending. */
final class ChannelPublication {
    private ChannelPublication() {}

    /** Without room. */
    @JCStressTest
    @State
    @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "both in order, as they were sent")
    public static class Rendezvous {
        private final Channel<int[]> channel = Channel.rendezvous();

        /** Sends two. */
        @Actor
        public void send() {
            Messages.send(channel, 1);
            Messages.send(channel, 2);
        }

        /** Receives two. */
        @Actor
        public void receive(II_Result result) {
            result.r1 = Messages.receive(channel);
            result.r2 = Messages.receive(channel);
        }
    }

    /** With room for one element. */
    @JCStressTest
    @State
    @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "both in order, as they were sent")
    public static class Single {
        private final Channel<int[]> channel = Channel.bounded(1);

        /** Sends two. */
        @Actor
        public void send() {
            Messages.send(channel, 1);
            Messages.send(channel, 2);
        }

        /** Receives two. */
        @Actor
        public void receive(II_Result result) {
            result.r1 = Messages.receive(channel);
            result.r2 = Messages.receive(channel);
        }
    }

    /** With little room. */
    @JCStressTest
    @State
    @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "both in order, as they were sent")
    public static class Small {
        private final Channel<int[]> channel = Channel.bounded(2);

        /** Sends two. */
        @Actor
        public void send() {
            Messages.send(channel, 1);
            Messages.send(channel, 2);
        }

        /** Receives two. */
        @Actor
        public void receive(II_Result result) {
            result.r1 = Messages.receive(channel);
            result.r2 = Messages.receive(channel);
        }
    }

    /** With room. */
    @JCStressTest
    @State
    @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "both in order, as they were sent")
    public static class Ring {
        private final Channel<int[]> channel = Channel.bounded(64);

        /** Sends two. */
        @Actor
        public void send() {
            Messages.send(channel, 1);
            Messages.send(channel, 2);
        }

        /** Receives two. */
        @Actor
        public void receive(II_Result result) {
            result.r1 = Messages.receive(channel);
            result.r2 = Messages.receive(channel);
        }
    }

    /** Without bound. */
    @JCStressTest
    @State
    @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "both in order, as they were sent")
    public static class Unbounded {
        private final Channel<int[]> channel = Channel.unbounded();

        /** Sends two. */
        @Actor
        public void send() {
            Messages.send(channel, 1);
            Messages.send(channel, 2);
        }

        /** Receives two. */
        @Actor
        public void receive(II_Result result) {
            result.r1 = Messages.receive(channel);
            result.r2 = Messages.receive(channel);
        }
    }
}
