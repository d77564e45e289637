package dev.polyloom.benchmarks;

import java.util.concurrent.atomic.LongAdder;

/** Traffic between threads. */
final class ThreadTraffic implements Traffic {
    private final Link.Factory links;

    ThreadTraffic(Link.Factory links) {
        this.links = links;
    }

    @Override
    public long flow(Flow flow, long messages) throws Exception {
        Link link = links.open(flow.capacity());
        LongAdder received = new LongAdder();
        Crew crew = new Crew(flow.light());
        for (int i = 0; i < flow.senders(); i++) {
            crew.add(() -> send(link, messages / flow.senders()));
        }
        for (int i = 0; i < flow.receivers(); i++) {
            crew.add(() -> received.add(receive(link, messages / flow.receivers())));
        }
        long nanos = crew.run();
        Messages.check(received.sum(), flow.senders(), messages / flow.senders());
        return nanos;
    }

    private static void send(Link link, long count) throws InterruptedException {
        for (long i = 0; i < count; i++) {
            link.send(Messages.of(i));
        }
    }

    private static long receive(Link link, long count) throws InterruptedException {
        long sum = 0;
        for (long i = 0; i < count; i++) {
            sum += link.receive();
        }
        return sum;
    }

    @Override
    public long echo(boolean light, int capacity, long trips) throws Exception {
        Link there = links.open(capacity);
        Link back = links.open(capacity);
        LongAdder received = new LongAdder();
        Crew crew = new Crew(light);
        crew.add(() -> received.add(call(there, back, trips)));
        crew.add(() -> answer(there, back, trips));
        long nanos = crew.run();
        Messages.check(received.sum(), 1, trips);
        return nanos;
    }

    private static long call(Link there, Link back, long trips) throws InterruptedException {
        long sum = 0;
        for (long i = 0; i < trips; i++) {
            there.send(Messages.of(i));
            sum += back.receive();
        }
        return sum;
    }

    private static void answer(Link there, Link back, long trips) throws InterruptedException {
        for (long i = 0; i < trips; i++) {
            back.send(there.receive());
        }
    }
}
