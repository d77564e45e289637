package dev.polyloom.compat;

import dev.polyloom.Decision;
import dev.polyloom.Scope;
import dev.polyloom.ScopeMetrics;
import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializableRunnable;
import dev.polyloom.spi.PoolSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What executors over a scope of their own have in common. Safe for use by several threads. */
abstract sealed class ScopedExecutor implements ExecutorService, Managed
        permits ProcessPoolExecutor, IsolatePoolExecutor {
    private final Scope scope;

    ScopedExecutor(Scope scope) {
        this.scope = scope;
    }

    /**
     * Returns the scope behind this executor.
     *
     * @return the scope, which ends with this executor
     */
    public Scope scope() {
        return scope;
    }

    @Override
    public Optional<Decision> decision() {
        return Optional.of(scope.decision());
    }

    @Override
    public PoolSnapshot metrics() {
        ScopeMetrics metrics = scope.metrics();
        return new PoolSnapshot(
                metrics.workers(),
                metrics.active(),
                metrics.queued(),
                metrics.completed(),
                metrics.replaced(),
                metrics.recycled());
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void execute(Runnable task) {
        scope.execute(task);
    }

    /**
     * Runs a task that can travel, at some time.
     *
     * @param task the task
     */
    public void execute(SerializableRunnable task) {
        scope.execute(task);
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
        return scope.submit(task);
    }

    /**
     * Submits a task that can travel.
     *
     * @param <T> what it returns
     * @param task the task
     * @return its future
     */
    public <T extends @Nullable Object> Future<T> submit(SerializableCallable<T> task) {
        return scope.submit(task);
    }

    @Override
    public Future<?> submit(Runnable task) {
        return scope.submit(task);
    }

    /**
     * Submits a task that can travel.
     *
     * @param task the task
     * @return its future, which gives null
     */
    public Future<?> submit(SerializableRunnable task) {
        return scope.submit(task);
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
        return scope.submit(task, result);
    }

    @Override
    public <T extends @Nullable Object> List<Future<T>> invokeAll(
            Collection<? extends Callable<T>> tasks) throws InterruptedException {
        return scope.invokeAll(tasks);
    }

    @Override
    public <T extends @Nullable Object> List<Future<T>> invokeAll(
            Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException {
        return scope.invokeAll(tasks, timeout, unit);
    }

    @Override
    public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        return scope.invokeAny(tasks);
    }

    @Override
    public <T extends @Nullable Object> T invokeAny(
            Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return scope.invokeAny(tasks, timeout, unit);
    }

    @Override
    public void shutdown() {
        scope.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return scope.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return scope.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return scope.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return scope.awaitTermination(timeout, unit);
    }

    @Override
    public void close() {
        scope.close();
    }

    @Override
    public String toString() {
        return scope.toString();
    }
}
