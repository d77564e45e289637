package dev.polyloom;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Ways from asynchronous code to work that blocks or computes. All return at once; cancelling what
 * they return cancels the work. Safe for use by several threads.
 */
public final class Bridges {
    private static final Shared THREADS = new Shared(() -> Run.virtual().name("to-thread"));
    private static final Shared PROCESSES =
            new Shared(() ->
                    Run.processes().name("to-process").workers(Run.capabilities().cpuWorkers()));

    private Bridges() {}

    /** Makes a builder. */
    @FunctionalInterface
    private interface Kind {
        ScopeBuilder builder();
    }

    /** A scope for all callers, opened when it is first used, and again after a reset. */
    private static final class Shared {
        private final Kind kind;
        private @Nullable Scope scope;

        Shared(Kind kind) {
            this.kind = kind;
        }

        synchronized Scope scope() {
            Scope open = scope;
            if (open == null || open.isShutdown()) {
                open = kind.builder().openApart();
                scope = open;
            }
            return open;
        }
    }

    /**
     * Runs what blocks on a virtual thread of its own.
     *
     * @param <T> what it returns
     * @param body what to run
     * @return completes with what it returns, or fails with what it throws
     */
    public static <T extends @Nullable Object> CompletableFuture<T> toThread(Callable<T> body) {
        return future(THREADS.scope(), body);
    }

    /**
     * Runs what computes in a worker process. There are as many for all callers as this machine has
     * processors for them; they start at the first call, and end with {@link Run#reset} or the JVM.
     *
     * @param <T> what it returns
     * @param body what to run; what it captures and returns is copied
     * @return completes with what it returns, or fails with what it throws
     * @throws FlavorUnavailableException if there can be no worker processes here
     */
    public static <T extends @Nullable Object> CompletableFuture<T> toProcess(
            SerializableCallable<T> body) {
        return future(PROCESSES.scope(), body);
    }

    /**
     * Runs a task in a scope, with what the scope carries.
     *
     * @param <T> what it returns
     * @param scope the scope
     * @param body the task
     * @return completes with what it returns, or fails with what it throws
     * @throws java.util.concurrent.RejectedExecutionException if the scope is shut down
     */
    public static <T extends @Nullable Object> CompletableFuture<T> submit(
            Scope scope, SerializableCallable<T> body) {
        return future(scope, body);
    }

    private static <T extends @Nullable Object> CompletableFuture<T> future(
            Scope scope, Callable<T> body) {
        return scope instanceof ScopeExecutor executor
                ? new StageFuture<>(executor.submitTask(body))
                : wrapFuture(scope.submit(body));
    }

    /**
     * Makes a future that stages can follow of one that can only be waited for, by a virtual thread
     * that waits for it.
     *
     * @param <T> what it completes with
     * @param future any future
     * @return completes as the future does; the future itself if it is a {@link CompletableFuture}
     */
    public static <T extends @Nullable Object> CompletableFuture<T> wrapFuture(Future<T> future) {
        if (future instanceof CompletableFuture<T> itself) {
            return itself;
        }
        CompletableFuture<T> wrapped = new CompletableFuture<>();
        var _ =
                wrapped.whenComplete((value, failure) -> {
                    if (wrapped.isCancelled()) {
                        future.cancel(true);
                    }
                });
        Thread.ofVirtual().name("wrap-future").start(() -> follow(future, wrapped));
        return wrapped;
    }

    private static <T extends @Nullable Object> void follow(
            Future<T> future, CompletableFuture<T> wrapped) {
        try {
            wrapped.complete(future.get());
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            wrapped.completeExceptionally(cause == null ? e : cause);
        } catch (CancellationException e) {
            wrapped.cancel(true);
        } catch (Throwable e) {
            wrapped.completeExceptionally(e);
        }
    }

    /**
     * Applies a function to items in a scope, within a time for all of them.
     *
     * @param <T> the type of an item
     * @param <R> the type of a result
     * @param scope the scope
     * @param function the function
     * @param items the items
     * @param timeout how long it may take
     * @return completes with the results in the order of the items, or fails as soon as an item
     *     does, or with a {@link DeadlineExceededException} when the time is over
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            CompletableFuture<List<R>> map(
                    Scope scope,
                    SerializableFunction<? super T, ? extends R> function,
                    Iterable<? extends T> items,
                    Duration timeout) {
        ParallelOptions options = ParallelOptions.over(scope).deadline(timeout);
        return Parallel.<T, R>amap(function, options).apply(items);
    }
}
