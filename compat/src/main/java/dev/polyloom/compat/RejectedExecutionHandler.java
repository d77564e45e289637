package dev.polyloom.compat;

import java.util.concurrent.RejectedExecutionException;

/**
 * {@link java.util.concurrent.RejectedExecutionHandler} for the {@link ThreadPoolExecutor} of this
 * package.
 */
@FunctionalInterface
public interface RejectedExecutionHandler extends java.util.concurrent.RejectedExecutionHandler {
    /**
     * Is told of a task that cannot be taken.
     *
     * @param task the task
     * @param executor who cannot take it
     * @throws RejectedExecutionException if there is no remedy
     */
    void rejectedExecution(Runnable task, ThreadPoolExecutor executor);

    /**
     * Hands on what an executor of this package says.
     *
     * @throws RejectedExecutionException also if the executor is of another class
     */
    @Override
    default void rejectedExecution(
            Runnable task, java.util.concurrent.ThreadPoolExecutor executor) {
        if (executor instanceof ThreadPoolExecutor ours) {
            rejectedExecution(task, ours);
        } else {
            throw new RejectedExecutionException(
                    "%s was rejected by %s; its handler wants a %s"
                            .formatted(task, executor, ThreadPoolExecutor.class.getName()));
        }
    }
}
