package dev.polyloom.compat;

import dev.polyloom.Flavor;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link java.util.concurrent.Executors}, whose executors are known to Polyloom. Each method does
 * what the JDK says of the one with its name. Safe for use by several threads.
 */
public final class Executors {
    private static final long CACHED_SECONDS = 60;

    private Executors() {}

    /**
     * Makes an executor of a fixed number of threads.
     *
     * @param threads the number
     * @return the executor, a {@link ThreadPoolExecutor}
     */
    public static ExecutorService newFixedThreadPool(int threads) {
        return new ThreadPoolExecutor(
                "fixed", threads, threads, 0, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>());
    }

    /**
     * Makes an executor of a fixed number of threads that the caller makes.
     *
     * @param threads the number
     * @param factory makes the threads
     * @return the executor, a {@link ThreadPoolExecutor}
     */
    public static ExecutorService newFixedThreadPool(int threads, ThreadFactory factory) {
        return new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), factory);
    }

    /**
     * Makes a pool that steals work, as parallel as the caller's part of the core budget.
     *
     * @return the pool, a {@link ForkJoinPool}
     */
    public static ExecutorService newWorkStealingPool() {
        return new ForkJoinPool(true);
    }

    /**
     * Makes a pool that steals work.
     *
     * @param parallelism how many workers run at once
     * @return the pool, a {@link ForkJoinPool}
     */
    public static ExecutorService newWorkStealingPool(int parallelism) {
        return new ForkJoinPool(
                parallelism,
                java.util.concurrent.ForkJoinPool.defaultForkJoinWorkerThreadFactory,
                null,
                true);
    }

    /**
     * Makes an executor of one thread that cannot be reconfigured.
     *
     * @return the executor
     */
    public static ExecutorService newSingleThreadExecutor() {
        return adopted(
                ManagedThreads.platform("single"),
                1,
                java.util.concurrent.Executors::newSingleThreadExecutor);
    }

    /**
     * Makes an executor of one thread that the caller makes.
     *
     * @param factory makes the thread
     * @return the executor
     */
    public static ExecutorService newSingleThreadExecutor(ThreadFactory factory) {
        return adopted(factory, 1, java.util.concurrent.Executors::newSingleThreadExecutor);
    }

    /**
     * Makes an executor that starts threads as they are needed.
     *
     * @return the executor, a {@link ThreadPoolExecutor}
     */
    public static ExecutorService newCachedThreadPool() {
        return new ThreadPoolExecutor(
                "cached",
                0,
                Integer.MAX_VALUE,
                CACHED_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>());
    }

    /**
     * Makes an executor that starts threads, made by the caller, as they are needed.
     *
     * @param factory makes the threads
     * @return the executor, a {@link ThreadPoolExecutor}
     */
    public static ExecutorService newCachedThreadPool(ThreadFactory factory) {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                CACHED_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                factory);
    }

    /**
     * Makes an executor that starts a thread for each task.
     *
     * @param factory makes the threads
     * @return the executor
     */
    public static ExecutorService newThreadPerTaskExecutor(ThreadFactory factory) {
        return java.util.concurrent.Executors.newThreadPerTaskExecutor(factory);
    }

    /**
     * Makes an executor that starts a virtual thread for each task.
     *
     * @return the executor
     */
    public static ExecutorService newVirtualThreadPerTaskExecutor() {
        ThreadFactory factory = ManagedThreads.virtual();
        ManagedThreads.adopt(factory, Flavor.VIRTUAL, Integer.MAX_VALUE, "virtual executor");
        return java.util.concurrent.Executors.newThreadPerTaskExecutor(factory);
    }

    /**
     * Makes an executor of one thread for delayed tasks that cannot be reconfigured.
     *
     * @return the executor
     */
    public static ScheduledExecutorService newSingleThreadScheduledExecutor() {
        return adopted(
                ManagedThreads.platform("scheduled"),
                1,
                java.util.concurrent.Executors::newSingleThreadScheduledExecutor);
    }

    /**
     * Makes an executor of one thread, made by the caller, for delayed tasks.
     *
     * @param factory makes the thread
     * @return the executor
     */
    public static ScheduledExecutorService newSingleThreadScheduledExecutor(ThreadFactory factory) {
        return adopted(
                factory, 1, java.util.concurrent.Executors::newSingleThreadScheduledExecutor);
    }

    /**
     * Makes an executor for delayed and repeated tasks.
     *
     * @param threads threads to keep
     * @return the executor, a {@link ScheduledThreadPoolExecutor}
     */
    public static ScheduledExecutorService newScheduledThreadPool(int threads) {
        return new ScheduledThreadPoolExecutor(threads);
    }

    /**
     * Makes an executor, whose threads the caller makes, for delayed and repeated tasks.
     *
     * @param threads threads to keep
     * @param factory makes the threads
     * @return the executor, a {@link ScheduledThreadPoolExecutor}
     */
    public static ScheduledExecutorService newScheduledThreadPool(
            int threads, ThreadFactory factory) {
        return new ScheduledThreadPoolExecutor(threads, factory);
    }

    /** Makes an executor of the JDK, which shows its class to nobody, and makes it known. */
    private static <E extends ExecutorService> E adopted(
            ThreadFactory factory, int workers, Function<ThreadFactory, E> maker) {
        E executor = maker.apply(factory);
        ManagedThreads.adopt(factory, Flavor.THREADS, workers, "single-thread executor");
        return executor;
    }

    /**
     * Hides what can be configured of an executor.
     *
     * @param executor the executor
     * @return a view of it
     */
    public static ExecutorService unconfigurableExecutorService(ExecutorService executor) {
        return java.util.concurrent.Executors.unconfigurableExecutorService(executor);
    }

    /**
     * Hides what can be configured of an executor.
     *
     * @param executor the executor
     * @return a view of it
     */
    public static ScheduledExecutorService unconfigurableScheduledExecutorService(
            ScheduledExecutorService executor) {
        return java.util.concurrent.Executors.unconfigurableScheduledExecutorService(executor);
    }

    /**
     * Returns the JDK's factory of threads.
     *
     * @return a new factory
     */
    public static ThreadFactory defaultThreadFactory() {
        return java.util.concurrent.Executors.defaultThreadFactory();
    }

    /**
     * Returns the JDK's factory of threads with the caller's class loader.
     *
     * @return a new factory
     * @deprecated as in the JDK
     */
    @Deprecated
    @SuppressWarnings("removal") // as long as the JDK has it
    public static ThreadFactory privilegedThreadFactory() {
        return java.util.concurrent.Executors.privilegedThreadFactory();
    }

    /**
     * Returns a task that runs an action.
     *
     * @param <T> what it returns
     * @param action the action
     * @param result what to return
     * @return the task
     */
    public static <T extends @Nullable Object> Callable<T> callable(Runnable action, T result) {
        return java.util.concurrent.Executors.callable(action, result);
    }

    /**
     * Returns a task that runs an action and returns null.
     *
     * @param action the action
     * @return the task
     */
    public static Callable<Object> callable(Runnable action) {
        return java.util.concurrent.Executors.callable(action);
    }

    /**
     * Returns a task that runs a privileged action.
     *
     * @param action the action
     * @return the task
     */
    public static Callable<Object> callable(java.security.PrivilegedAction<?> action) {
        return java.util.concurrent.Executors.callable(action);
    }

    /**
     * Returns a task that runs a privileged action.
     *
     * @param action the action
     * @return the task
     */
    public static Callable<Object> callable(java.security.PrivilegedExceptionAction<?> action) {
        return java.util.concurrent.Executors.callable(action);
    }

    /**
     * Returns a task that runs another one.
     *
     * @param <T> what it returns
     * @param task the other one
     * @return the task
     * @deprecated as in the JDK
     */
    @Deprecated
    @SuppressWarnings("removal") // as long as the JDK has it
    public static <T extends @Nullable Object> Callable<T> privilegedCallable(Callable<T> task) {
        return java.util.concurrent.Executors.privilegedCallable(task);
    }

    /**
     * Returns a task that runs another one with the caller's class loader.
     *
     * @param <T> what it returns
     * @param task the other one
     * @return the task
     * @deprecated as in the JDK
     */
    @Deprecated
    @SuppressWarnings("removal") // as long as the JDK has it
    public static <T extends @Nullable Object>
            Callable<T> privilegedCallableUsingCurrentClassLoader(Callable<T> task) {
        return java.util.concurrent.Executors.privilegedCallableUsingCurrentClassLoader(task);
    }
}
