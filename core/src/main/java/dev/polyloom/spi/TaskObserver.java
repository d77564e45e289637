package dev.polyloom.spi;

import java.util.concurrent.Future;

/**
 * Hears of each step in the life of a task. Called by the task itself, by whichever thread takes
 * the step; must not throw.
 */
public interface TaskObserver {
    /**
     * The future of a task has completed: it succeeded, failed, timed out or was cancelled. Called
     * once a task.
     *
     * @param task the task
     */
    void completed(ScopeTask<?> task);

    /**
     * The body of a task has returned, or will never run; after a cancellation this may come later
     * than {@link #completed}. Called once a task.
     *
     * @param task the task
     */
    void ended(ScopeTask<?> task);

    /**
     * A body has run here. Called by the thread that ran it, for a task of which only the sums are
     * wanted ({@link ScopeTask#timedFrom}).
     *
     * @param waitedNanos how long it waited for its worker, in nanoseconds
     * @param ranNanos how long it ran, in nanoseconds
     */
    void ran(long waitedNanos, long ranNanos);

    /**
     * A task was cancelled or timed out.
     *
     * @param task the task
     * @param mayInterrupt whether it is to be stopped if it runs
     */
    void abandoned(ScopeTask<?> task, boolean mayInterrupt);

    /**
     * The calling thread is about to wait for a task that has not completed. It may be put to use
     * for a moment, but must not be kept from its wait.
     *
     * @param task the task
     */
    default void awaited(ScopeTask<?> task) {}

    /**
     * Starts the clock of a task with a timeout that runs in this JVM.
     *
     * @param task the task
     * @return cancelled by the task when it ends
     */
    Future<?> startTimeout(ScopeTask<?> task);

    /**
     * Hands a task that somebody else wants to run, such as a completion service, to the workers
     * that it must run on.
     *
     * @param task the task
     * @return whether it was handed on; if not, the caller runs it
     */
    boolean redirect(ScopeTask<?> task);
}
