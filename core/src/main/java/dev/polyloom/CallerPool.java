package dev.polyloom;

import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.ScopeTask;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** An executor that the caller brought, as a pool; it is never shut down from here. */
record CallerPool(ExecutorService executor) implements Pool {
    @Override
    public void execute(ScopeTask<?> task) {
        executor.execute(task);
    }

    @Override
    public void shutdown() {}

    @Override
    public List<ScopeTask<?>> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return executor.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return executor.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return executor.awaitTermination(timeout, unit);
    }

    @Override
    public int workers() {
        return executor instanceof ThreadPoolExecutor threads
                ? threads.getMaximumPoolSize()
                : Integer.MAX_VALUE;
    }

    @Override
    public PoolSnapshot snapshot() {
        return executor instanceof ThreadPoolExecutor threads
                ? new PoolSnapshot(
                        threads.getPoolSize(),
                        threads.getActiveCount(),
                        threads.getQueue().size(),
                        threads.getCompletedTaskCount(),
                        0,
                        0)
                : new PoolSnapshot(0, 0, 0, 0, 0, 0);
    }
}
