package dev.polyloom;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * An {@link ExecutorService} opened by {@link Run} that knows how it came to be. All that the JDK
 * says of {@code submit}, {@code invokeAll}, {@code invokeAny}, {@code shutdown} and {@code close}
 * holds in every flavor.
 *
 * <p>The overloads that take serialisable functional types exist so that a lambda written at the
 * call site can travel to another process; in this JVM they do what the others do. Safe for use by
 * several threads.
 */
public interface Scope extends ExecutorService {
    /**
     * Returns the name of this scope, the prefix of its workers' names.
     *
     * @return the name
     */
    String name();

    /**
     * Returns the kind of worker that runs the tasks.
     *
     * @return the flavor, never {@link Flavor#AUTO}
     */
    Flavor flavor();

    /**
     * Returns how many tasks may run at once. Where nobody asked for a number, an automatic scope
     * that began on platform threads runs tasks that wait beside them, without a bound.
     *
     * @return the number, {@link Integer#MAX_VALUE} for no bound
     */
    int workers();

    /**
     * Returns why this scope is what it is, and where it has moved tasks since.
     *
     * @return the decision
     */
    Decision decision();

    /**
     * Returns what this scope has done so far.
     *
     * @return a snapshot
     */
    ScopeMetrics metrics();

    /**
     * Returns what the workers of this scope can do beyond running tasks.
     *
     * @param <T> what is looked for
     * @param type its type, which the module of the flavor documents
     * @return it, or empty if this flavor has none
     */
    default <T> Optional<T> extension(Class<T> type) {
        return Optional.empty();
    }

    /**
     * Submits a task that can travel.
     *
     * @param <T> what it returns
     * @param task the task
     * @return its future
     */
    <T extends @Nullable Object> Future<T> submit(SerializableCallable<T> task);

    /**
     * Submits a task that can travel.
     *
     * @param task the task
     * @return its future, which gives null
     */
    Future<?> submit(SerializableRunnable task);

    /**
     * Submits a task that can travel and may run only so long. Then its future fails with a {@link
     * TaskTimeoutException}, and its thread is interrupted or its worker process killed.
     *
     * @param <T> what it returns
     * @param task the task
     * @param timeout how long it may run, counted from its start
     * @return its future
     */
    <T extends @Nullable Object> Future<T> submit(SerializableCallable<T> task, Duration timeout);

    /**
     * Runs a task that can travel, at some time, without a future.
     *
     * @param task the task
     */
    void execute(SerializableRunnable task);

    /**
     * Submits an asynchronous task: it is called by a worker, and the future completes when the
     * stage it returns does. The worker is free for other tasks meanwhile.
     *
     * @param <T> what its stage completes with
     * @param task starts the work
     * @return a future that completes with the stage; cancelling it cancels the task
     */
    <T extends @Nullable Object> CompletableFuture<T> submitAsync(
            SerializableCallable<? extends CompletionStage<T>> task);

    /**
     * Shuts this scope down and waits until its tasks have ended, as {@link
     * ExecutorService#close()} does.
     *
     * @throws IllegalStateException if a task of this scope calls it, which would wait for itself;
     *     the scope is shut down all the same
     */
    @Override
    default void close() {
        ExecutorService.super.close();
    }
}
