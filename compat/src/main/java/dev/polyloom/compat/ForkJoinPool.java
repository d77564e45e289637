package dev.polyloom.compat;

import dev.polyloom.Adoption;
import dev.polyloom.Decision;
import dev.polyloom.Flavor;
import dev.polyloom.Run;
import dev.polyloom.spi.PoolSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@link java.util.concurrent.ForkJoinPool}, whose workers share its part of the core budget, and
 * whose parallelism is that part where the caller gives none. All that the JDK says of it holds.
 */
public non-sealed class ForkJoinPool extends java.util.concurrent.ForkJoinPool
        implements Managed, Adoption.Adopted {
    private final @Nullable Adoption adoption;

    /**
     * {@link java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory} for the pool of this
     * package.
     */
    @FunctionalInterface
    public interface ForkJoinWorkerThreadFactory
            extends java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory {
        /**
         * Makes a worker of a pool.
         *
         * @param pool the pool
         * @return the worker, or null if there can be none
         */
        @Nullable ForkJoinWorkerThread newThread(ForkJoinPool pool);

        /**
         * Hands on what a pool of this package asks for.
         *
         * @throws ClassCastException if the pool is of another class
         */
        @Override
        default @Nullable ForkJoinWorkerThread newThread(java.util.concurrent.ForkJoinPool pool) {
            return newThread((ForkJoinPool) pool);
        }
    }

    /** {@link java.util.concurrent.ForkJoinPool.ManagedBlocker}. */
    public interface ManagedBlocker extends java.util.concurrent.ForkJoinPool.ManagedBlocker {}

    /**
     * Returns the pool for what needs none of its own, which cannot be shut down. It has workers of
     * its own: what the JDK does in its common pool, such as the work of parallel streams, it goes
     * on doing there, and {@link #awaitQuiescence} of this pool waits for both.
     *
     * @return the one such pool
     */
    public static ForkJoinPool commonPool() {
        return CommonPool.INSTANCE;
    }

    /** Makes a pool with as much parallelism as the caller's part of the core budget. */
    public ForkJoinPool() {
        this(false);
    }

    ForkJoinPool(boolean asyncMode) {
        Adoption known = adopt(0);
        super(
                known == null ? Runtime.getRuntime().availableProcessors() : known.workers(),
                defaultForkJoinWorkerThreadFactory,
                null,
                asyncMode);
        adoption = known;
    }

    /**
     * Makes a pool.
     *
     * @param parallelism how many workers run at once
     */
    public ForkJoinPool(int parallelism) {
        super(parallelism);
        adoption = adopt(parallelism);
    }

    /**
     * Makes a pool.
     *
     * @param parallelism how many workers run at once
     * @param factory makes the workers
     * @param handler hears of workers that fail, or null
     * @param asyncMode whether forked tasks that are never joined run first in, first out
     */
    public ForkJoinPool(
            int parallelism,
            java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory factory,
            Thread.@Nullable UncaughtExceptionHandler handler,
            boolean asyncMode) {
        super(parallelism, factory, handler, asyncMode);
        adoption = adopt(parallelism);
    }

    /**
     * Makes a pool.
     *
     * @param parallelism how many workers run at once
     * @param factory makes the workers
     * @param handler hears of workers that fail, or null
     * @param asyncMode whether forked tasks that are never joined run first in, first out
     * @param corePoolSize workers to keep
     * @param maximumPoolSize workers at most
     * @param minimumRunnable workers that are not blocked, at least
     * @param saturate says whether to go on when there are too many, or null
     * @param keepAliveTime how long workers wait for a task
     * @param unit the unit of {@code keepAliveTime}
     */
    public ForkJoinPool(
            int parallelism,
            java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory factory,
            Thread.@Nullable UncaughtExceptionHandler handler,
            boolean asyncMode,
            int corePoolSize,
            int maximumPoolSize,
            int minimumRunnable,
            @Nullable Predicate<? super java.util.concurrent.ForkJoinPool> saturate,
            long keepAliveTime,
            TimeUnit unit) {
        super(
                parallelism,
                factory,
                handler,
                asyncMode,
                corePoolSize,
                maximumPoolSize,
                minimumRunnable,
                saturate,
                keepAliveTime,
                unit);
        adoption = adopt(parallelism);
    }

    private static @Nullable Adoption adopt(int parallelism) {
        return CompatMode.current() == CompatMode.MANAGED
                ? Run.adopt(
                        ManagedThreads.name("forkjoin"),
                        Flavor.THREADS,
                        parallelism,
                        "a ForkJoinPool")
                : null;
    }

    @Override
    public final @Nullable Adoption adoption() {
        return adoption;
    }

    @Override
    public final Optional<Decision> decision() {
        return Optional.ofNullable(adoption).map(Adoption::decision);
    }

    @Override
    public final PoolSnapshot metrics() {
        return new PoolSnapshot(
                getPoolSize(),
                getActiveThreadCount(),
                getQueuedTaskCount() + getQueuedSubmissionCount(),
                0,
                0,
                0);
    }

    @Override
    public final List<String> notes() {
        return adoption == null ? List.of("the mode is passthrough") : List.of();
    }
}
