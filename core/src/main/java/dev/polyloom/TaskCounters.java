package dev.polyloom;

import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.ScopeTask;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

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

    long submitted() {
        return submitted.incrementAndGet();
    }

    void rejected() {
        rejected.increment();
    }

    void completed(ScopeTask<?> task) {
        switch (task.state()) {
            case SUCCESS -> succeeded.increment();
            case FAILED -> failed.increment();
            case CANCELLED -> cancelled.increment();
            case RUNNING -> throw new AssertionError("a task that completed is running");
        }
        if (task.submittedNanos() != 0 && task.startedNanos() != 0) {
            task.ranUntilNow();
            waitedNanos.add(task.startedNanos() - task.submittedNanos());
            ranNanos.add(task.ranNanos());
            timed.increment();
        }
    }

    ScopeEvent ended(String scope, ScopeTask<?> task) {
        boolean ran = task.startedNanos() != 0;
        return new ScopeEvent.TaskEnded(
                scope,
                Instant.now(),
                task.number(),
                task.worker(),
                task.state(),
                Duration.ofNanos(ran ? task.startedNanos() - task.submittedNanos() : 0),
                Duration.ofNanos(task.ranNanos()),
                failure(task));
    }

    private static @Nullable Throwable failure(ScopeTask<?> task) {
        return task.state() == Future.State.FAILED ? task.exceptionNow() : null;
    }

    ScopeMetrics metrics(PoolSnapshot workers) {
        return new ScopeMetrics(
                workers.workers(),
                workers.active(),
                workers.queued(),
                submitted.get() - rejected.sum(),
                succeeded.sum(),
                failed.sum(),
                cancelled.sum(),
                workers.replaced(),
                workers.recycled(),
                Duration.ofNanos(waitedNanos.sum()),
                Duration.ofNanos(ranNanos.sum()),
                timed.sum());
    }
}
