package dev.polyloom;

import dev.polyloom.internal.StripedCounters;
import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.TaskTiming;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts the tasks of a scope. */
final class TaskCounters {
    private static final int REJECTED = 0;
    private static final int SUCCEEDED = 1;
    private static final int FAILED = 2;
    private static final int CANCELLED = 3;
    private static final int TIMED = 4;
    private static final int WAITED_NANOS = 5;
    private static final int RAN_NANOS = 6;

    private final AtomicLong submitted = new AtomicLong();
    private final StripedCounters own = new StripedCounters();
    private final LongAdder lentTaken = new LongAdder();
    private final LongAdder lentEnded = new LongAdder();

    long submitted() {
        return submitted.incrementAndGet();
    }

    void rejected() {
        own.increment(REJECTED);
    }

    void completed(Future.State state) {
        switch (state) {
            case SUCCESS -> own.increment(SUCCEEDED);
            case FAILED -> own.increment(FAILED);
            case CANCELLED -> own.increment(CANCELLED);
            case RUNNING -> throw new AssertionError("a task that completed is running");
        }
    }

    /** Counts a task that the workers took for a scope that borrows them. */
    void lentTaken() {
        lentTaken.increment();
    }

    /** Counts the end of a task that the workers took for a scope that borrows them. */
    void lentEnded() {
        lentEnded.increment();
    }

    void timed(TaskTiming timing) {
        timing.endHere();
        if (timing.hasRun()) {
            timed(timing.waitedNanos(), timing.ranNanos());
        }
    }

    void timed(long waitedNanos, long ranNanos) {
        own.add(WAITED_NANOS, waitedNanos);
        own.add(RAN_NANOS, ranNanos);
        own.increment(TIMED);
    }

    /**
     * Returns what was counted. Successes that were not counted one by one, which spares the hot
     * path, are what the workers completed beyond the failures and cancellations.
     */
    ScopeMetrics metrics(PoolSnapshot workers, boolean counted) {
        long failures = own.sum(FAILED);
        long cancellations = own.sum(CANCELLED);
        long successes =
                counted ? own.sum(SUCCEEDED) : completed(workers) - failures - cancellations;
        long taken = counted ? submitted.get() - own.sum(REJECTED) : taken(workers);
        return new ScopeMetrics(
                workers.workers(),
                workers.active(),
                workers.queued(),
                Math.max(0, taken),
                Math.max(0, successes),
                failures,
                cancellations,
                workers.replaced(),
                workers.recycled(),
                Duration.ofNanos(own.sum(WAITED_NANOS)),
                Duration.ofNanos(own.sum(RAN_NANOS)),
                own.sum(TIMED));
    }

    private long completed(PoolSnapshot workers) {
        return workers.completed() - lentEnded.sum();
    }

    private long taken(PoolSnapshot workers) {
        return workers.completed() + workers.active() + workers.queued() - lentTaken.sum();
    }
}
