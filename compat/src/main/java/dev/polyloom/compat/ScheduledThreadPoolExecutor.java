package dev.polyloom.compat;

import dev.polyloom.Decision;
import dev.polyloom.Flavor;
import dev.polyloom.spi.PoolSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * {@link java.util.concurrent.ScheduledThreadPoolExecutor}, whose threads bear the executor's name
 * and share its part of the core budget. All that the JDK says of it holds. A thread factory of the
 * caller's switches that off.
 */
public non-sealed class ScheduledThreadPoolExecutor
        extends HandledScheduler<RejectedExecutionHandler> implements Managed {
    /**
     * Makes an executor.
     *
     * @param corePoolSize threads to keep
     */
    public ScheduledThreadPoolExecutor(int corePoolSize) {
        this(corePoolSize, ManagedThreads.platform("scheduled"));
    }

    /**
     * Makes an executor whose threads the caller makes.
     *
     * @param corePoolSize threads to keep
     * @param threadFactory makes the threads
     */
    public ScheduledThreadPoolExecutor(int corePoolSize, ThreadFactory threadFactory) {
        this(corePoolSize, threadFactory, new ThreadPoolExecutor.AbortPolicy());
    }

    /**
     * Makes an executor.
     *
     * @param corePoolSize threads to keep
     * @param handler is told of tasks that cannot be taken
     */
    public ScheduledThreadPoolExecutor(
            int corePoolSize, java.util.concurrent.RejectedExecutionHandler handler) {
        this(corePoolSize, ManagedThreads.platform("scheduled"), handler);
    }

    /**
     * Makes an executor whose threads the caller makes.
     *
     * @param corePoolSize threads to keep
     * @param threadFactory makes the threads
     * @param handler is told of tasks that cannot be taken
     */
    public ScheduledThreadPoolExecutor(
            int corePoolSize,
            ThreadFactory threadFactory,
            java.util.concurrent.RejectedExecutionHandler handler) {
        super(corePoolSize, threadFactory, handler);
        ManagedThreads.adopt(
                threadFactory, Flavor.THREADS, corePoolSize, "ScheduledThreadPoolExecutor");
    }

    @Override
    public final Optional<Decision> decision() {
        return ManagedThreads.decision(super.getThreadFactory());
    }

    @Override
    public final PoolSnapshot metrics() {
        return new PoolSnapshot(
                super.getPoolSize(),
                super.getActiveCount(),
                super.getQueue().size(),
                super.getCompletedTaskCount(),
                0,
                0);
    }

    @Override
    public final List<String> notes() {
        return ManagedThreads.notes(super.getThreadFactory());
    }
}
