package dev.polyloom;

import dev.polyloom.internal.CurrentPool;
import dev.polyloom.spi.Pool;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The future of a map in the background. A worker that waits for it, or for a stage made from it,
 * lets another task run in its place.
 */
final class ParallelFuture<V extends @Nullable Object> extends CompletableFuture<V> {
    @Override
    public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
        return new ParallelFuture<>();
    }

    private @Nullable Pool waiting() {
        Pool pool = isDone() ? null : CurrentPool.get();
        if (pool != null) {
            pool.blocked();
        }
        return pool;
    }

    private static void waited(@Nullable Pool pool) {
        if (pool != null) {
            pool.unblocked();
        }
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
        Pool pool = waiting();
        try {
            return super.get();
        } finally {
            waited(pool);
        }
    }

    @Override
    public V get(long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        Pool pool = waiting();
        try {
            return super.get(timeout, unit);
        } finally {
            waited(pool);
        }
    }

    @Override
    public V join() {
        Pool pool = waiting();
        try {
            return super.join();
        } finally {
            waited(pool);
        }
    }
}
