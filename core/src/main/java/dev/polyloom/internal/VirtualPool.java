package dev.polyloom.internal;

import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.ScopeTask;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** A virtual thread for each task, as many at once as there are tasks. */
final class VirtualPool implements Pool {
    private final ExecutorService executor;
    private final ScopedValue.Carrier inPool = ScopedValue.where(CurrentPool.VIRTUAL, this);
    private final LongAdder started = new LongAdder();
    private final LongAdder completed = new LongAdder();

    VirtualPool(String name) {
        executor = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name).factory());
    }

    @Override
    public void execute(ScopeTask<?> task) {
        executor.execute(() -> {
            inPool.run(task);
            completed.increment();
        });
        started.increment();
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
        long done = completed.sum();
        int running = Math.clamp(started.sum() - done, 0, Integer.MAX_VALUE);
        return new PoolSnapshot(running, running, 0, done, 0, 0);
    }
}
