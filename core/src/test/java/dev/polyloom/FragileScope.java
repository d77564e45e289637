package dev.polyloom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A scope, not made by this library, that runs tasks at once, unless the test lets them fail. */
class FragileScope extends AbstractExecutorService implements Scope {
    private final Scope decided = Run.none().open();
    private final List<String> submitted = new ArrayList<>();

    /** Returns what a task is to fail with, or null if it is to run. */
    @Nullable Throwable failure(String task) {
        return null;
    }

    /** Returns the tasks that were submitted, in words. */
    final List<String> submitted() {
        return submitted;
    }

    private <T extends @Nullable Object> Future<T> run(Callable<T> task) {
        String name = task.toString();
        submitted.add(name);
        Throwable failure = failure(name);
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        FutureTask<T> future = new FutureTask<>(task);
        future.run();
        return future;
    }

    @Override
    public String name() {
        return "fragile";
    }

    @Override
    public Flavor flavor() {
        return Flavor.NONE;
    }

    @Override
    public int workers() {
        return 1;
    }

    @Override
    public Decision decision() {
        return decided.decision();
    }

    @Override
    public ScopeMetrics metrics() {
        return decided.metrics();
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(SerializableCallable<T> task) {
        return run(task);
    }

    @Override
    public Future<?> submit(SerializableRunnable task) {
        return decided.submit(task);
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(
            SerializableCallable<T> task, Duration timeout) {
        return run(task);
    }

    @Override
    public void execute(SerializableRunnable task) {
        decided.execute(task);
    }

    @Override
    public void execute(Runnable command) {
        decided.execute(command);
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> submitAsync(
            SerializableCallable<? extends CompletionStage<T>> task) {
        return decided.submitAsync(task);
    }

    @Override
    public void shutdown() {
        decided.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return decided.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return decided.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return decided.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return decided.awaitTermination(timeout, unit);
    }

    @Override
    public void close() {
        Scope.super.close();
    }
}
