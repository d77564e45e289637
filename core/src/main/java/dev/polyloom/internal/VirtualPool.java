package dev.polyloom.internal;

import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.ScopeTask;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** A virtual thread for each task, as many at once as there are tasks. */
final class VirtualPool implements Pool {
    private final ExecutorService executor;
    private final LongAdder active = new LongAdder();

    VirtualPool(String name) {
        executor = Executors.newThreadPerTaskExecutor(factory(this, name));
    }

    /** Makes threads that know their pool. */
    static ThreadFactory factory(Pool pool, String name) {
        ScopedValue.Carrier inPool = ScopedValue.where(CurrentPool.VIRTUAL, pool);
        ThreadFactory threads = Thread.ofVirtual().name(name + "-", 1).factory();
        return body -> threads.newThread(() -> inPool.run(body));
    }

    @Override
    public void execute(ScopeTask<?> task) {
        active.increment();
        try {
            executor.execute(() -> {
                try {
                    task.run();
                } finally {
                    active.decrement();
                }
            });
        } catch (RuntimeException e) {
            active.decrement();
            throw e;
        }
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
        int running = (int) Math.max(0, active.sum());
        return new PoolSnapshot(running, running, 0, 0, 0);
    }
}
