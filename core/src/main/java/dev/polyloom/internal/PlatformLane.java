package dev.polyloom.internal;

import dev.polyloom.spi.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The platform threads of an adaptive pool: so many over one queue, or one for each task that an
 * {@link AdmissionGate} lets through. Idle ones go away.
 */
final class PlatformLane {
    private static final long KEEP_ALIVE_SECONDS = 5;

    final ThreadPoolExecutor executor;
    private final WorkerThreads threads;
    private final int cores;
    private final boolean gated;
    private int target;
    private int blocked;

    PlatformLane(Pool pool, String name, int cores, boolean gated) {
        this.cores = cores;
        this.gated = gated;
        target = cores;
        threads = new WorkerThreads(pool, name);
        executor =
                new ThreadPoolExecutor(
                        gated ? 0 : cores,
                        gated ? Integer.MAX_VALUE : cores,
                        KEEP_ALIVE_SECONDS,
                        TimeUnit.SECONDS,
                        gated ? new SynchronousQueue<>() : new WorkQueue(),
                        threads);
        if (!gated) {
            executor.allowCoreThreadTimeOut(true);
        }
    }

    Set<Thread> living() {
        return threads.living();
    }

    /** Sets how many threads there may be, besides those whose tasks wait for others. */
    void size(int threads) {
        resize(threads, 0);
    }

    /** Lets so many more threads run, or fewer, in place of tasks that wait for others. */
    void blocked(int change) {
        resize(0, change);
    }

    private synchronized void resize(int newTarget, int change) {
        if (gated) {
            return;
        }
        target = newTarget == 0 ? target : newTarget;
        blocked += change;
        int size = Math.max(target, cores + blocked);
        if (size > executor.getCorePoolSize()) {
            executor.setMaximumPoolSize(size);
            executor.setCorePoolSize(size);
        } else if (size < executor.getCorePoolSize()) {
            executor.setCorePoolSize(size);
            executor.setMaximumPoolSize(size);
        }
    }

    /** Returns how many threads there may be. */
    synchronized int size() {
        return gated ? Math.max(1, executor.getPoolSize()) : executor.getCorePoolSize();
    }

    int queued() {
        return executor.getQueue().size();
    }

    /** Ends as {@code shutdownNow} does, and returns the tasks that never started. */
    List<AdaptiveTask> shutdownNow() {
        List<AdaptiveTask> queued = new ArrayList<>();
        for (Runnable task : executor.shutdownNow()) {
            queued.add((AdaptiveTask) task);
        }
        return queued;
    }
}
