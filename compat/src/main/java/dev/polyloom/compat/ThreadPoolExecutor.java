package dev.polyloom.compat;

import dev.polyloom.Decision;
import dev.polyloom.Flavor;
import dev.polyloom.spi.PoolSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * {@link java.util.concurrent.ThreadPoolExecutor}, whose threads bear the executor's name and share
 * its part of the core budget. All that the JDK says of it holds. A thread factory of the caller's
 * switches that off.
 */
public non-sealed class ThreadPoolExecutor extends HandledExecutor<RejectedExecutionHandler>
        implements Managed {
    /** {@link java.util.concurrent.ThreadPoolExecutor.AbortPolicy}. */
    public static class AbortPolicy extends java.util.concurrent.ThreadPoolExecutor.AbortPolicy
            implements RejectedExecutionHandler {
        /** Makes a handler. */
        public AbortPolicy() {}

        @Override
        public void rejectedExecution(Runnable task, ThreadPoolExecutor executor) {
            super.rejectedExecution(task, executor);
        }
    }

    /** {@link java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy}. */
    public static class CallerRunsPolicy
            extends java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy
            implements RejectedExecutionHandler {
        /** Makes a handler. */
        public CallerRunsPolicy() {}

        @Override
        public void rejectedExecution(Runnable task, ThreadPoolExecutor executor) {
            super.rejectedExecution(task, executor);
        }
    }

    /** {@link java.util.concurrent.ThreadPoolExecutor.DiscardPolicy}. */
    public static class DiscardPolicy extends java.util.concurrent.ThreadPoolExecutor.DiscardPolicy
            implements RejectedExecutionHandler {
        /** Makes a handler. */
        public DiscardPolicy() {}

        @Override
        public void rejectedExecution(Runnable task, ThreadPoolExecutor executor) {
            super.rejectedExecution(task, executor);
        }
    }

    /** {@link java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy}. */
    public static class DiscardOldestPolicy
            extends java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy
            implements RejectedExecutionHandler {
        /** Makes a handler. */
        public DiscardOldestPolicy() {}

        @Override
        public void rejectedExecution(Runnable task, ThreadPoolExecutor executor) {
            super.rejectedExecution(task, executor);
        }
    }

    /**
     * Makes an executor.
     *
     * @param corePoolSize threads to keep
     * @param maximumPoolSize threads at most
     * @param keepAliveTime how long further threads wait for a task
     * @param unit the unit of {@code keepAliveTime}
     * @param workQueue holds tasks that wait
     */
    public ThreadPoolExecutor(
            int corePoolSize,
            int maximumPoolSize,
            long keepAliveTime,
            TimeUnit unit,
            BlockingQueue<Runnable> workQueue) {
        this("pool", corePoolSize, maximumPoolSize, keepAliveTime, unit, workQueue);
    }

    ThreadPoolExecutor(
            String kind,
            int corePoolSize,
            int maximumPoolSize,
            long keepAliveTime,
            TimeUnit unit,
            BlockingQueue<Runnable> workQueue) {
        this(
                corePoolSize,
                maximumPoolSize,
                keepAliveTime,
                unit,
                workQueue,
                ManagedThreads.platform(kind));
    }

    /**
     * Makes an executor whose threads the caller makes.
     *
     * @param corePoolSize threads to keep
     * @param maximumPoolSize threads at most
     * @param keepAliveTime how long further threads wait for a task
     * @param unit the unit of {@code keepAliveTime}
     * @param workQueue holds tasks that wait
     * @param threadFactory makes the threads
     */
    public ThreadPoolExecutor(
            int corePoolSize,
            int maximumPoolSize,
            long keepAliveTime,
            TimeUnit unit,
            BlockingQueue<Runnable> workQueue,
            ThreadFactory threadFactory) {
        this(
                corePoolSize,
                maximumPoolSize,
                keepAliveTime,
                unit,
                workQueue,
                threadFactory,
                new AbortPolicy());
    }

    /**
     * Makes an executor.
     *
     * @param corePoolSize threads to keep
     * @param maximumPoolSize threads at most
     * @param keepAliveTime how long further threads wait for a task
     * @param unit the unit of {@code keepAliveTime}
     * @param workQueue holds tasks that wait
     * @param handler is told of tasks that cannot be taken
     */
    public ThreadPoolExecutor(
            int corePoolSize,
            int maximumPoolSize,
            long keepAliveTime,
            TimeUnit unit,
            BlockingQueue<Runnable> workQueue,
            java.util.concurrent.RejectedExecutionHandler handler) {
        this(
                corePoolSize,
                maximumPoolSize,
                keepAliveTime,
                unit,
                workQueue,
                ManagedThreads.platform("pool"),
                handler);
    }

    /**
     * Makes an executor whose threads the caller makes.
     *
     * @param corePoolSize threads to keep
     * @param maximumPoolSize threads at most
     * @param keepAliveTime how long further threads wait for a task
     * @param unit the unit of {@code keepAliveTime}
     * @param workQueue holds tasks that wait
     * @param threadFactory makes the threads
     * @param handler is told of tasks that cannot be taken
     */
    public ThreadPoolExecutor(
            int corePoolSize,
            int maximumPoolSize,
            long keepAliveTime,
            TimeUnit unit,
            BlockingQueue<Runnable> workQueue,
            ThreadFactory threadFactory,
            java.util.concurrent.RejectedExecutionHandler handler) {
        super(
                corePoolSize,
                maximumPoolSize,
                keepAliveTime,
                unit,
                workQueue,
                threadFactory,
                handler);
        ManagedThreads.adopt(threadFactory, Flavor.THREADS, maximumPoolSize, "ThreadPoolExecutor");
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
