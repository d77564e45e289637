package dev.polyloom.compat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;

/** Where the class under a contract comes from: what the JDK does is what ours must do. */
@NullUnmarked // contracts try nulls
enum Origin {
    JDK,
    MANAGED,
    PASSTHROUGH;

    /** Makes something in the mode of this origin. */
    <T> T make(Supplier<T> jdk, Supplier<T> ours) {
        if (this == JDK) {
            return jdk.get();
        }
        System.setProperty("polyloom.compat.mode", toString());
        try {
            return ours.get();
        } finally {
            System.clearProperty("polyloom.compat.mode");
        }
    }

    ThreadPoolExecutor pool(int core, int most, long keep, BlockingQueue<Runnable> queue) {
        return make(
                () -> new ThreadPoolExecutor(core, most, keep, TimeUnit.SECONDS, queue),
                () ->
                        new dev.polyloom.compat.ThreadPoolExecutor(
                                core, most, keep, TimeUnit.SECONDS, queue));
    }

    ThreadPoolExecutor pool(
            int core, int most, long keep, BlockingQueue<Runnable> queue, ThreadFactory factory) {
        return make(
                () -> new ThreadPoolExecutor(core, most, keep, TimeUnit.SECONDS, queue, factory),
                () ->
                        new dev.polyloom.compat.ThreadPoolExecutor(
                                core, most, keep, TimeUnit.SECONDS, queue, factory));
    }

    ThreadPoolExecutor pool(
            int core,
            int most,
            long keep,
            BlockingQueue<Runnable> queue,
            RejectedExecutionHandler handler) {
        return make(
                () -> new ThreadPoolExecutor(core, most, keep, TimeUnit.SECONDS, queue, handler),
                () ->
                        new dev.polyloom.compat.ThreadPoolExecutor(
                                core, most, keep, TimeUnit.SECONDS, queue, handler));
    }

    ThreadPoolExecutor pool(
            int core,
            int most,
            long keep,
            BlockingQueue<Runnable> queue,
            ThreadFactory factory,
            RejectedExecutionHandler handler) {
        return make(
                () ->
                        new ThreadPoolExecutor(
                                core, most, keep, TimeUnit.SECONDS, queue, factory, handler),
                () ->
                        new dev.polyloom.compat.ThreadPoolExecutor(
                                core, most, keep, TimeUnit.SECONDS, queue, factory, handler));
    }

    ScheduledThreadPoolExecutor scheduler(int core) {
        return make(
                () -> new ScheduledThreadPoolExecutor(core),
                () -> new dev.polyloom.compat.ScheduledThreadPoolExecutor(core));
    }

    ScheduledThreadPoolExecutor scheduler(int core, ThreadFactory factory) {
        return make(
                () -> new ScheduledThreadPoolExecutor(core, factory),
                () -> new dev.polyloom.compat.ScheduledThreadPoolExecutor(core, factory));
    }

    ScheduledThreadPoolExecutor scheduler(int core, RejectedExecutionHandler handler) {
        return make(
                () -> new ScheduledThreadPoolExecutor(core, handler),
                () -> new dev.polyloom.compat.ScheduledThreadPoolExecutor(core, handler));
    }

    ScheduledThreadPoolExecutor scheduler(
            int core, ThreadFactory factory, RejectedExecutionHandler handler) {
        return make(
                () -> new ScheduledThreadPoolExecutor(core, factory, handler),
                () -> new dev.polyloom.compat.ScheduledThreadPoolExecutor(core, factory, handler));
    }

    java.util.concurrent.ForkJoinPool forkJoin() {
        return make(java.util.concurrent.ForkJoinPool::new, ForkJoinPool::new);
    }

    java.util.concurrent.ForkJoinPool forkJoin(int parallelism) {
        return make(
                () -> new java.util.concurrent.ForkJoinPool(parallelism),
                () -> new ForkJoinPool(parallelism));
    }

    java.util.concurrent.ForkJoinPool forkJoin(
            int parallelism,
            ForkJoinWorkerThreadFactory factory,
            Thread.UncaughtExceptionHandler handler,
            boolean async) {
        return make(
                () -> new java.util.concurrent.ForkJoinPool(parallelism, factory, handler, async),
                () -> new ForkJoinPool(parallelism, factory, handler, async));
    }

    java.util.concurrent.ForkJoinPool commonPool() {
        return make(
                java.util.concurrent.ForkJoinPool::commonPool,
                dev.polyloom.compat.ForkJoinPool::commonPool);
    }

    <T> java.util.concurrent.CompletableFuture<T> future() {
        return make(java.util.concurrent.CompletableFuture::new, CompletableFuture::new);
    }

    /** Returns the class of this origin that bears a simple name. */
    Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(
                (this == JDK ? "java.util.concurrent." : "dev.polyloom.compat.") + name);
    }

    ExecutorService executors(String method, Class<?>[] types, Object... arguments)
            throws ReflectiveOperationException {
        return (ExecutorService) type("Executors").getMethod(method, types).invoke(null, arguments);
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
