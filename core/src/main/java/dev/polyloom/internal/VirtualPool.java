package dev.polyloom.internal;

import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.ScopeTask;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** A virtual thread for each task, as many at once as there are tasks. */
final class VirtualPool implements Pool {
    private static final int STARTED = 0;
    private static final int COMPLETED = 1;

    private final ExecutorService executor;
    private final StripedCounters counters = new StripedCounters();

    VirtualPool(String name) {
        executor = Executors.newThreadPerTaskExecutor(factory(this, name));
    }

    /** Makes the virtual threads of a pool. */
    static ThreadFactory factory(Pool pool, String name) {
        return Thread.ofVirtual()
                .name(name)
                .uncaughtExceptionHandler(CurrentPool.mark(pool))
                .factory();
    }

    @Override
    public void execute(ScopeTask<?> task) {
        executor.execute(() -> {
            task.run();
            counters.increment(COMPLETED);
        });
        counters.increment(STARTED);
    }

    @Override
    public void shutdown() {
        executor.shutdown();
    }

    @Override
    public List<ScopeTask<?>> shutdownNow() {
        executor.shutdownNow();
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
        return Integer.MAX_VALUE;
    }

    @Override
    public PoolSnapshot snapshot() {
        long done = counters.sum(COMPLETED);
        int running = Math.clamp(counters.sum(STARTED) - done, 0, Integer.MAX_VALUE);
        return new PoolSnapshot(running, running, 0, done, 0, 0);
    }
}
