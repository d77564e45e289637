package dev.polyloom.internal;

import dev.polyloom.spi.Pool;
import org.jspecify.annotations.Nullable;

/** Tells in which pool the calling thread runs a task. */
public final class CurrentPool {
    static final ScopedValue<Pool> VIRTUAL = ScopedValue.newInstance();

    private CurrentPool() {}

    /**
     * Returns the pool whose worker the calling thread is.
     *
     * @return the pool, or null
     */
    public static @Nullable Pool get() {
        Thread thread = Thread.currentThread();
        if (thread instanceof WorkerThread worker) {
            return worker.pool();
        }
        return thread.isVirtual() && VIRTUAL.isBound() ? VIRTUAL.get() : null;
    }
}
