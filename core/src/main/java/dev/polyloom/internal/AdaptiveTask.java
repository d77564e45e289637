package dev.polyloom.internal;

import dev.polyloom.spi.ScopeTask;

/** A task on its way through an adaptive pool; one thread at a time has it. */
final class AdaptiveTask implements Runnable {
    private final AdaptivePool pool;
    final ScopeTask<?> task;
    final TaskKind kind;

    /** Whether it was sent to the platform threads. */
    boolean onThreads;

    /** How often it was sent on. */
    byte hops;

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
