package dev.polyloom.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Threads that begin at the same moment and are timed until the last has ended. */
final class Crew {
    private final List<Member> members = new ArrayList<>();
    private final boolean light;

    /** What a thread does. */
    @FunctionalInterface
    interface Member {
        void run() throws Exception;
    }

    Crew(boolean light) {
        this.light = light;
    }

    void add(Member member) {
        members.add(member);
    }

    /** Runs all and returns the nanoseconds that they took together. */
    long run() throws Exception {
        CountDownLatch ready = new CountDownLatch(members.size());
        CountDownLatch begin = new CountDownLatch(1);
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (Member member : members) {
            threads.add(start(member, ready, begin, failure));
        }
        ready.await();
        long began = System.nanoTime();
        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        long nanos = System.nanoTime() - began;
        Exception failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return nanos;
    }

    private Thread start(
            Member member,
            CountDownLatch ready,
            CountDownLatch begin,
            AtomicReference<@Nullable Exception> failure) {
        Runnable body =
                () -> {
                    try {
                        ready.countDown();
                        begin.await();
                        member.run();
                    } catch (Exception e) {
                        failure.compareAndSet(null, e);
                    }
                };
        return light ? Thread.startVirtualThread(body) : Thread.ofPlatform().daemon().start(body);
    }
}
