package dev.polyloom.spi;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Workers that run {@link ScopeTask}s. The scope above it adds the rest of {@link
 * java.util.concurrent.ExecutorService}. All methods may be called by several threads at once.
 */
public interface Pool {
    /**
     * Takes a task and sees to it that it is completed: run, failed, or returned by {@link
     * #shutdownNow()}. Does not wait for a worker.
     *
     * <p>A task that cannot be run here, say because it cannot travel, is failed, not refused.
     *
     * @param task the task
     * @throws java.util.concurrent.RejectedExecutionException if the pool is shut down
     */
    void execute(ScopeTask<?> task);

    /**
     * Tells the pool that a task it took was cancelled or timed out, after its future has
     * completed. In-process pools need nothing: the task interrupts its own thread.
     *
     * @param task the task
     * @param mayInterrupt whether the task is to be stopped if it runs
     */
    default void abandon(ScopeTask<?> task, boolean mayInterrupt) {}

    /**
     * Tells the pool that the calling thread is about to wait for a task that it took. A pool that
     * hears of results from elsewhere may have the thread look for them for a moment, well under a
     * millisecond, in place of a thread of its own that would first have to be woken, and would
     * then have to wake the caller.
     *
     * @param task the task
     */
    default void awaited(ScopeTask<?> task) {}

    /**
     * Tells the pool that the calling worker thread is about to wait for another task, so that the
     * pool may let another task run in its place.
     */
    default void blocked() {}

    /** Ends what {@link #blocked()} began. */
    default void unblocked() {}

    /**
     * Returns what this pool can do beyond running tasks.
     *
     * @param <T> what is looked for
     * @param type its type
     * @return it, or empty if this pool has none
     */
    default <T> Optional<T> extension(Class<T> type) {
        return Optional.empty();
    }

    /** Takes no more tasks; those taken are still run. */
    void shutdown();

    /**
     * Takes no more tasks, interrupts the running ones, and gives back those that never started.
     *
     * @return the tasks that never started, in order of submission where the pool knows it
     */
    List<ScopeTask<?>> shutdownNow();

    /**
     * Tells whether the pool takes no more tasks.
     *
     * @return whether it is shut down
     */
    boolean isShutdown();

    /**
     * Tells whether the pool is shut down and every worker is gone.
     *
     * @return whether it is terminated
     */
    boolean isTerminated();

    /**
     * Waits until the pool is terminated.
     *
     * @param timeout how long at most
     * @param unit the unit of {@code timeout}
     * @return whether it is terminated
     * @throws InterruptedException if the caller is interrupted
     */
    boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException;

    /**
     * Returns how many tasks may run at once, as asked for.
     *
     * @return the number, {@link Integer#MAX_VALUE} for no bound
     */
    int workers();

    /**
     * Returns the state of the workers now.
     *
     * @return a snapshot
     */
    PoolSnapshot snapshot();
}
