package dev.polyloom.threading;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A task that was handed to a pool, and what becomes of it. Safe for use by several threads.
 *
 * <p>A task of a pool may wait for other tasks of the same pool, however deep and however few the
 * workers: a worker that waits for a task nobody has begun runs it itself. A time that is given
 * bounds how long it waits, not how long that takes.
 *
 * @param <T> the type of the result
 */
public interface PoolFuture<T extends @Nullable Object> {
    /** Where a task stands. */
    enum Status {
        /** Nobody has begun it. */
        PENDING,
        /** A thread runs it. */
        RUNNING,
        /** It returned. */
        SUCCEEDED,
        /** It threw, or the pool gave it up. */
        FAILED,
        /** It was cancelled. */
        CANCELLED
    }

    /**
     * Waits for the task to end.
     *
     * @return what it returned
     * @throws JoinException if it threw; the cause is what it threw
     * @throws ThreadingException if the pool gave it up, such as a {@link PoolException} if it was
     *     dropped; also a {@link PoolException} if a task waits for its own end
     * @throws java.util.concurrent.CancellationException if it was cancelled
     * @throws InterruptedException if the thread that waits is interrupted, before or meanwhile
     */
    T await() throws InterruptedException;

    /**
     * Waits for the task to end, but not for ever.
     *
     * @param most the longest wait; does not wait if not positive
     * @return what it returned
     * @throws TimedOutException if it has not ended by then; it goes on
     * @throws JoinException if it threw; the cause is what it threw
     * @throws ThreadingException if the pool gave it up, such as a {@link PoolException} if it was
     *     dropped; also a {@link PoolException} if a task waits for its own end
     * @throws java.util.concurrent.CancellationException if it was cancelled
     * @throws InterruptedException if the thread that waits is interrupted, before or meanwhile
     */
    T await(Duration most) throws InterruptedException;

    /**
     * Cancels the task: one that nobody has begun never runs, and a running one is interrupted.
     *
     * @return whether this call cancelled it; false if it had ended, in whatever way
     */
    boolean cancel();

    /**
     * Tells whether the task has ended, in whatever way.
     *
     * @return true if waiting for it takes no time
     */
    boolean isDone();

    /**
     * Tells where the task stands.
     *
     * @return the status
     */
    Status status();

    /**
     * Returns the result of a task that has succeeded.
     *
     * @return what it returned
     * @throws IllegalStateException if it has not succeeded
     */
    T resultNow();

    /**
     * Returns why a task has failed.
     *
     * @return what it threw, or the error of the pool that gave it up
     * @throws IllegalStateException if it has not failed
     */
    Throwable exceptionNow();

    /**
     * Has something done when the task has ended, by the thread that ends it; at once, by this
     * thread, if it has ended before. It should be short. What it throws goes where failures of
     * {@link ThreadPool#execute} go.
     *
     * @param action what is done; gets this
     * @return this
     */
    PoolFuture<T> onDone(Consumer<? super PoolFuture<T>> action);
}
