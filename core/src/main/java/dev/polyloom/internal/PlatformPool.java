package dev.polyloom.internal;

import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.ScopeTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A bounded number of platform threads that take tasks from one queue, in order.
 *
 * <p>A task that waits for another task gives up its place for that time: the pool lets one more
 * thread run, so that tasks may wait for each other however few workers there are. Waiting in
 * {@code Future.get} and its like is known at once through {@link #blocked()}; waiting in other
 * ways is noticed by a {@link StallWatch}. Threads are not daemons, so that a program that ends
 * loses no task, and go away when idle, so that a scope left open does not keep the JVM alive.
 */
final class PlatformPool implements Pool, StallWatch.Stallable {
    private static final long KEEP_ALIVE_SECONDS = 5;

    private final int workers;
    private final WorkerThreads threads;
    private final ThreadPoolExecutor executor;
    private final StallWatch watch = new StallWatch(this);
    private int blocked;
    private int stalled;

    PlatformPool(String name, int workers) {
        this.workers = workers;
        threads = new WorkerThreads(this, name);
        executor =
                new ThreadPoolExecutor(
                        workers,
                        workers,
                        KEEP_ALIVE_SECONDS,
                        TimeUnit.SECONDS,
                        new WorkQueue(),
                        threads);
        executor.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(ScopeTask<?> task) {
        executor.execute(task);
        watch.tasksWait();
    }

    @Override
    public void blocked() {
        resize(1, 0);
    }

    @Override
    public void unblocked() {
        resize(-1, 0);
    }

    @Override
    public void addForStall(int more) {
        resize(0, more);
    }

    private synchronized void resize(int blockedChange, int stalledChange) {
        blocked += blockedChange;
        stalled = Math.max(0, stalled + stalledChange);
        int size = (int) Math.min(Integer.MAX_VALUE, (long) workers + blocked + stalled);
        if (size > executor.getCorePoolSize()) {
            executor.setMaximumPoolSize(size);
            executor.setCorePoolSize(size);
        } else if (size < executor.getCorePoolSize()) {
            executor.setCorePoolSize(size);
            executor.setMaximumPoolSize(size);
        }
    }

    @Override
    public boolean hasQueued() {
        return !executor.getQueue().isEmpty();
    }

    @Override
    public long progress() {
        return executor.getCompletedTaskCount();
    }

    @Override
    public Set<Thread> threads() {
        return threads.living();
    }

    @Override
    public void shutdown() {
        executor.shutdown();
    }

    @Override
    public List<ScopeTask<?>> shutdownNow() {
        List<ScopeTask<?>> neverStarted = new ArrayList<>();
        for (Runnable queued : executor.shutdownNow()) {
            if (queued instanceof ScopeTask<?> task && task.withdraw()) {
                neverStarted.add(task);
            }
        }
        return neverStarted;
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
        return workers;
    }

    @Override
    public PoolSnapshot snapshot() {
        return new PoolSnapshot(
                executor.getPoolSize(),
                executor.getActiveCount(),
                executor.getQueue().size(),
                executor.getCompletedTaskCount(),
                0,
                0);
    }
}
