package dev.polyloom.stress.order;

import dev.polyloom.threading.Channel;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * A send that happened before the close can be received; who sees the close sees what was before.
 */
final class ChannelClose {
    private ChannelClose() {}

    /** With room for one element. */
    @JCStressTest
    @State
    @Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "sent, then closed")
    @Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "sent, and not closed yet")
    @Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "closed, and not sent")
    public static class Single {
        private final Channel<int[]> channel = Channel.bounded(1);
        private int before;
        private int sent;

        /** Sends, unless closed, then looks whether it is. */
        @Actor
        public void send(III_Result result) {
            sent = Messages.trySend(channel, 1);
            result.r3 = channel.isClosed() ? before == 1 ? 1 : -1 : 0;
        }

        /** Closes. */
        @Actor
        public void close() {
            before = 1;
            channel.close();
        }

        /** Looks at what is there. */
        @Arbiter
        public void drain(III_Result result) {
            result.r1 = sent;
            result.r2 = channel.drain().size();
        }
    }

    /** With little room. */
    @JCStressTest
    @State
    @Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "sent, then closed")
    @Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "sent, and not closed yet")
    @Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "closed, and not sent")
    public static class Small {
        private final Channel<int[]> channel = Channel.bounded(2);
        private int before;
        private int sent;

        /** Sends, unless closed, then looks whether it is. */
        @Actor
        public void send(III_Result result) {
            sent = Messages.trySend(channel, 1);
            result.r3 = channel.isClosed() ? before == 1 ? 1 : -1 : 0;
        }

        /** Closes. */
        @Actor
        public void close() {
            before = 1;
            channel.close();
        }

        /** Looks at what is there. */
        @Arbiter
        public void drain(III_Result result) {
            result.r1 = sent;
            result.r2 = channel.drain().size();
        }
    }

    /** With room. */
    @JCStressTest
    @State
    @Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "sent, then closed")
    @Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "sent, and not closed yet")
    @Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "closed, and not sent")
    public static class Ring {
        private final Channel<int[]> channel = Channel.bounded(64);
        private int before;
        private int sent;

        /** Sends, unless closed, then looks whether it is. */
        @Actor
        public void send(III_Result result) {
            sent = Messages.trySend(channel, 1);
            result.r3 = channel.isClosed() ? before == 1 ? 1 : -1 : 0;
        }

        /** Closes. */
        @Actor
        public void close() {
            before = 1;
            channel.close();
        }

        /** Looks at what is there. */
        @Arbiter
        public void drain(III_Result result) {
            result.r1 = sent;
            result.r2 = channel.drain().size();
        }
    }

    /** Without bound. */
    @JCStressTest
    @State
    @Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "sent, then closed")
    @Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "sent, and not closed yet")
    @Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "closed, and not sent")
    public static class Unbounded {
        private final Channel<int[]> channel = Channel.unbounded();
        private int before;
        private int sent;

        /** Sends, unless closed, then looks whether it is. */
        @Actor
        public void send(III_Result result) {
            sent = Messages.trySend(channel, 1);
            result.r3 = channel.isClosed() ? before == 1 ? 1 : -1 : 0;
        }

        /** Closes. */
        @Actor
        public void close() {
            before = 1;
            channel.close();
        }

        /** Looks at what is there. */
        @Arbiter
        public void drain(III_Result result) {
            result.r1 = sent;
            result.r2 = channel.drain().size();
        }
    }
}
