package dev.polyloom;

import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.TaskTiming;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts the tasks of a scope. */
final class TaskCounters {
    private final AtomicLong submitted = new AtomicLong();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder cancelled = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final LongAdder ranNanos = new LongAdder();
    private final LongAdder timed = new LongAdder();
    private final LongAdder lentTaken = new LongAdder();
    private final LongAdder lentEnded = new LongAdder();

    long submitted() {
        return submitted.incrementAndGet();
    }

    void rejected() {
        rejected.increment();
    }

    void completed(Future.State state) {
        switch (state) {
            case SUCCESS -> succeeded.increment();
            case FAILED -> failed.increment();
            case CANCELLED -> cancelled.increment();
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
            waitedNanos.add(timing.waitedNanos());
            ranNanos.add(timing.ranNanos());
            timed.increment();
        }
    }

    /**
     * Returns what was counted. Successes that were not counted one by one, which spares the hot
     * path, are what the workers completed beyond the failures and cancellations.
     */
    ScopeMetrics metrics(PoolSnapshot workers, boolean counted) {
        long failures = failed.sum();
        long cancellations = cancelled.sum();
        long successes = counted ? succeeded.sum() : completed(workers) - failures - cancellations;
        long taken = counted ? submitted.get() - rejected.sum() : taken(workers);
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
                Duration.ofNanos(waitedNanos.sum()),
                Duration.ofNanos(ranNanos.sum()),
                timed.sum());
    }

    private long completed(PoolSnapshot workers) {
        return workers.completed() - lentEnded.sum();
    }

    private long taken(PoolSnapshot workers) {
        return workers.completed() + workers.active() + workers.queued() - lentTaken.sum();
    }
}
