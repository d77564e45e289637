package dev.polyloom.internal;

import dev.polyloom.spi.ScopeTask;
import org.jspecify.annotations.Nullable;

/** A task on its way through an adaptive pool; owned by one thread at a time, save what is said. */
final class AdaptiveTask implements Runnable {
    private final AdaptivePool pool;
    final ScopeTask<?> task;
    final TaskKind kind;

    /** Whether it was sent to the platform threads. */
    boolean onThreads;

    /** How often it was sent on. */
    int hops;

    /** Where the sampler keeps it, and since when on the clock of nanoTime. */
    int place;

    long since;

    /** The virtual thread that runs it, if the sampler follows it; read by the sampler. */
    volatile @Nullable Thread followed;

    AdaptiveTask(AdaptivePool pool, ScopeTask<?> task, TaskKind kind) {
        this.pool = pool;
        this.task = task;
        this.kind = kind;
    }

    @Override
    public void run() {
        pool.run(this);
    }
}
