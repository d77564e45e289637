package dev.polyloom.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.channels.BufferOverflow;
import kotlinx.coroutines.channels.Channel;
import kotlinx.coroutines.channels.ChannelKt;

/**
 * Traffic between Kotlin's coroutines: on platform threads each runs one whole loop in {@code
 * runBlocking}; in place of virtual threads they run on Kotlin's own dispatcher. The loops are what
 * Kotlin's compiler makes of a loop, so that no glue runs for each message.
 */
final class CoroutineTraffic implements Traffic {
    @Override
    public long flow(Flow flow, long messages) throws Exception {
        Channel<Integer> channel = open(flow.capacity());
        Group group = new Group(flow.senders() + flow.receivers());
        for (int i = 0; i < flow.senders(); i++) {
            group.loops.add(
                    new CoroutineLoop.Sending(
                            channel, messages / flow.senders(), group::ended, null));
        }
        for (int i = 0; i < flow.receivers(); i++) {
            group.loops.add(
                    new CoroutineLoop.Receiving(
                            channel, messages / flow.receivers(), group::ended, null));
        }
        long nanos = group.run(flow.light());
        Messages.check(group.received.sum(), flow.senders(), messages / flow.senders());
        return nanos;
    }

    @Override
    public long echo(boolean light, int capacity, long trips) throws Exception {
        Channel<Integer> there = open(capacity);
        Channel<Integer> back = open(capacity);
        Group group = new Group(2);
        group.loops.add(new CoroutineLoop.Calling(there, back, trips, group::ended, null));
        group.loops.add(new CoroutineLoop.Answering(there, back, trips, group::ended, null));
        long nanos = group.run(light);
        Messages.check(group.received.sum(), 1, trips);
        return nanos;
    }

    private static Channel<Integer> open(int capacity) {
        int own = capacity == Link.UNBOUNDED ? Channel.UNLIMITED : capacity;
        return ChannelKt.Channel(own, BufferOverflow.SUSPEND, null);
    }

    /** Coroutines that are timed together. */
    private static final class Group {
        private final List<CoroutineLoop> loops = new ArrayList<>();
        private final LongAdder received = new LongAdder();
        private final CountDownLatch ends;

        Group(int size) {
            ends = new CountDownLatch(size);
        }

        private void ended(long sum) {
            received.add(sum);
            ends.countDown();
        }

        private long run(boolean light) throws Exception {
            return light ? launch() : block();
        }

        private long launch() throws InterruptedException {
            long began = System.nanoTime();
            for (CoroutineLoop loop : loops) {
                var _ =
                        BuildersKt.launch(
                                GlobalScope.INSTANCE,
                                Dispatchers.getDefault(),
                                CoroutineStart.DEFAULT,
                                loop);
            }
            ends.await();
            return System.nanoTime() - began;
        }

        private long block() throws Exception {
            Crew crew = new Crew(false);
            for (CoroutineLoop loop : loops) {
                crew.add(() -> BuildersKt.runBlocking(EmptyCoroutineContext.INSTANCE, loop));
            }
            return crew.run();
        }
    }
}
