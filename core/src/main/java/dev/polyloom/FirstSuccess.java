package dev.polyloom;

import dev.polyloom.internal.CurrentPool;
import dev.polyloom.spi.Pool;
import dev.polyloom.spi.ScopeTask;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks until one succeeds: {@code invokeAny}. The tasks are handed to the scope one after
 * another until one has succeeded, then the rest are cancelled.
 */
final class FirstSuccess<T extends @Nullable Object> {
    private final ScopeExecutor scope;
    private final List<ScopeTask<T>> started = new ArrayList<>();
    private final BlockingQueue<ScopeTask<T>> completed = new LinkedBlockingQueue<>();

    FirstSuccess(ScopeExecutor scope) {
        this.scope = scope;
    }

    T of(Collection<? extends Callable<T>> tasks) throws InterruptedException, ExecutionException {
        try {
            return of(tasks, Long.MAX_VALUE);
        } catch (TimeoutException e) {
            throw new AssertionError("no time-out was set", e);
        }
    }

    T of(Collection<? extends Callable<T>> tasks, long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("invokeAny needs at least one task");
        }
        boolean bounded = nanos != Long.MAX_VALUE;
        long deadline = bounded ? System.nanoTime() + nanos : 0;
        try {
            return raceAsWaiter(tasks.iterator(), bounded, deadline);
        } finally {
            started.forEach(task -> task.cancel(true));
        }
    }

    /** A worker that waits lets another task run in its place. */
    private T raceAsWaiter(Iterator<? extends Callable<T>> tasks, boolean bounded, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        Pool waiting = CurrentPool.get();
        if (waiting == null) {
            return race(tasks, bounded, deadline);
        }
        waiting.blocked();
        try {
            return race(tasks, bounded, deadline);
        } finally {
            waiting.unblocked();
        }
    }

    private T race(Iterator<? extends Callable<T>> tasks, boolean bounded, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        ScopeTask<T> failed = null;
        for (int failures = 0; tasks.hasNext() || failures < started.size(); ) {
            ScopeTask<T> done = completed.poll();
            if (done == null && tasks.hasNext()) {
                start(Objects.requireNonNull(tasks.next(), "task"));
                continue;
            }
            done = done == null ? next(bounded, deadline) : done;
            if (done.state() == Future.State.SUCCESS) {
                return done.resultNow();
            }
            failed = done;
            failures++;
        }
        throw failed != null
                ? failure(failed)
                : new ExecutionException(new IllegalStateException("no task completed"));
    }

    private void start(Callable<T> body) {
        ScopeTask<T> task = scope.submitTask(body);
        started.add(task);
        task.onCompletion(() -> completed.add(task));
    }

    private ScopeTask<T> next(boolean bounded, long deadline)
            throws InterruptedException, TimeoutException {
        if (!bounded) {
            return completed.take();
        }
        ScopeTask<T> done = completed.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (done == null) {
            throw new TimeoutException(
                    "no task of %d has succeeded in time".formatted(started.size()));
        }
        return done;
    }

    private static ExecutionException failure(ScopeTask<?> task) {
        return new ExecutionException(
                task.state() == Future.State.FAILED
                        ? task.exceptionNow()
                        : new java.util.concurrent.CancellationException());
    }
}
