package dev.polyloom.compat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * {@link java.util.concurrent.ExecutorCompletionService}, so that its import can move with the
 * others.
 *
 * @param <V> what the tasks return
 */
public class ExecutorCompletionService<V extends @Nullable Object>
        extends java.util.concurrent.ExecutorCompletionService<V> {
    /**
     * Makes a service with a queue without bound.
     *
     * @param executor runs the tasks
     */
    public ExecutorCompletionService(Executor executor) {
        super(executor);
    }

    /**
     * Makes a service.
     *
     * @param executor runs the tasks
     * @param completionQueue takes the futures that are done; it must never be full
     */
    public ExecutorCompletionService(Executor executor, BlockingQueue<Future<V>> completionQueue) {
        super(executor, completionQueue);
    }
}
