package dev.polyloom.internal;

import dev.polyloom.Adoption;
import dev.polyloom.spi.Pool;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/**
 * Tells in which pool the calling thread runs a task. A platform thread says it by its class. A
 * virtual thread has no class of its own, and a scoped value costs time in each task; so it carries
 * its pool in the one field that a factory sets for nothing, its handler of uncaught exceptions.
 */
public final class CurrentPool {
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
        return thread.isVirtual() && thread.getUncaughtExceptionHandler() instanceof Mark mark
                ? mark.pool
                : null;
    }

    /** Makes the handler that marks the virtual threads of a pool. */
    static Thread.UncaughtExceptionHandler mark(Pool pool) {
        return new Mark(pool);
    }

    /**
     * Makes the handler that marks the threads of an adopted executor.
     *
     * @param adoption what is known of the executor
     * @return the handler
     */
    public static Thread.UncaughtExceptionHandler mark(Adoption adoption) {
        return new AdoptedMark(adoption);
    }

    /**
     * Returns what is known of the adopted executor whose worker the calling thread is.
     *
     * @return the adoption, or null
     */
    public static @Nullable Adoption adoption() {
        if (Thread.currentThread().getUncaughtExceptionHandler() instanceof AdoptedMark mark) {
            return mark.adoption;
        }
        return ForkJoinTask.getPool() instanceof Adoption.Adopted adopted
                ? adopted.adoption()
                : null;
    }

    private static void handOn(Thread thread, Throwable e) {
        ThreadGroup group = thread.getThreadGroup();
        if (group != null) {
            group.uncaughtException(thread, e);
        }
    }

    /** Does with uncaught exceptions what a thread without a handler does. */
    private record AdoptedMark(Adoption adoption) implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable e) {
            handOn(thread, e);
        }
    }

    /** Does with uncaught exceptions what a thread without a handler does. */
    private record Mark(Pool pool) implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable e) {
            handOn(thread, e);
        }
    }
}
