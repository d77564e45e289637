package dev.polyloom.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.compat.ForkJoinPool.ForkJoinWorkerThreadFactory;
import dev.polyloom.compat.ForkJoinPool.ManagedBlocker;
import dev.polyloom.compat.ThreadPoolExecutor.AbortPolicy;
import dev.polyloom.compat.ThreadPoolExecutor.CallerRunsPolicy;
import dev.polyloom.compat.ThreadPoolExecutor.DiscardOldestPolicy;
import dev.polyloom.compat.ThreadPoolExecutor.DiscardPolicy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Code as people write it over the JDK's classes: that it compiles here is half of the proof. */
@Timeout(60)
class SwappedImportsTest {
    /** A pool as the manuals of the JDK show it. */
    private static final class CountingPool extends ThreadPoolExecutor {
        private final AtomicInteger before = new AtomicInteger();
        private final AtomicInteger after = new AtomicInteger();
        private final CountDownLatch terminated = new CountDownLatch(1);

        CountingPool() {
            super(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Executors.defaultThreadFactory(),
                    new AbortPolicy());
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
            super.beforeExecute(thread, task);
            before.incrementAndGet();
        }

        @Override
        protected void afterExecute(Runnable task, @Nullable Throwable failure) {
            super.afterExecute(task, failure);
            after.incrementAndGet();
        }

        @Override
        protected void terminated() {
            super.terminated();
            terminated.countDown();
        }
    }

    private static final class Decorating extends ScheduledThreadPoolExecutor {
        private final AtomicInteger decorated = new AtomicInteger();

        Decorating() {
            super(1, new ThreadPoolExecutor.DiscardPolicy());
        }

        @Override
        protected <V> RunnableScheduledFuture<V> decorateTask(
                Runnable body, RunnableScheduledFuture<V> task) {
            decorated.incrementAndGet();
            return task;
        }
    }

    private static final class Remembering implements RejectedExecutionHandler {
        private final AtomicReference<Object> told = new AtomicReference<>();

        @Override
        public void rejectedExecution(Runnable task, ThreadPoolExecutor executor) {
            told.set(executor);
        }
    }

    @Test
    void subclasses_hearOfEveryTask() throws Exception {
        CountingPool pool = new CountingPool();
        pool.submit(() -> {}).get();
        pool.close();
        pool.terminated.await();
        assertThat(pool.before).hasValue(1);
        assertThat(pool.after).hasValue(1);
        try (Decorating scheduler = new Decorating()) {
            scheduler.schedule(() -> {}, 0, TimeUnit.SECONDS).get();
            assertThat(scheduler.decorated).hasValue(1);
        }
    }

    @Test
    void handlers_areOfThisPackage() {
        Remembering remembering = new Remembering();
        try (ThreadPoolExecutor pool =
                new ThreadPoolExecutor(0, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>())) {
            RejectedExecutionHandler before = pool.getRejectedExecutionHandler();
            assertThat(before).isInstanceOf(AbortPolicy.class);
            pool.setRejectedExecutionHandler(remembering);
            RejectedExecutionHandler after = pool.getRejectedExecutionHandler();
            assertThat(after).isSameAs(remembering);
            pool.shutdown();
            pool.execute(() -> {});
            assertThat(remembering.told.get()).isSameAs(pool);
            for (RejectedExecutionHandler each :
                    List.of(
                            new CallerRunsPolicy(),
                            new DiscardPolicy(),
                            new DiscardOldestPolicy())) {
                each.rejectedExecution(
                        () -> {
                            throw new AssertionError("the pool is shut down");
                        },
                        pool);
            }
        }
        try (ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1)) {
            RejectedExecutionHandler handler = scheduler.getRejectedExecutionHandler();
            assertThat(handler).isInstanceOf(AbortPolicy.class);
        }
    }

    @Test
    void handlerOfTheJdk_isGivenBackToWhoAsksForOneOfTheJdk() {
        java.util.concurrent.RejectedExecutionHandler plain = (task, executor) -> {};
        try (ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), plain)) {
            java.util.concurrent.RejectedExecutionHandler told = pool.getRejectedExecutionHandler();
            assertThat((Object) told).isSameAs(plain);
        }
    }

    @Test
    void forkJoin_hasItsNestedTypesAndACommonPool() throws Exception {
        ForkJoinWorkerThreadFactory factory =
                pool -> {
                    ForkJoinWorkerThread thread =
                            ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
                    thread.setName("mine-" + pool.getParallelism());
                    return thread;
                };
        try (ForkJoinPool pool = new ForkJoinPool(3, factory, null, false)) {
            assertThat(pool.submit(() -> Thread.currentThread().getName()).get())
                    .isEqualTo("mine-3");
            AtomicInteger blocked = new AtomicInteger();
            ManagedBlocker blocker =
                    new ManagedBlocker() {
                        @Override
                        public boolean block() {
                            return blocked.incrementAndGet() > 0;
                        }

                        @Override
                        public boolean isReleasable() {
                            return blocked.get() > 0;
                        }
                    };
            ForkJoinPool.managedBlock(blocker);
            assertThat(blocked).hasValue(1);
        }
        try (ForkJoinPool common = ForkJoinPool.commonPool()) {
            assertThat(common.submit(() -> 7).get()).isEqualTo(7);
        }
        assertThat(ForkJoinPool.commonPool().isShutdown()).isFalse();
    }

    @Test
    void stages_becomeFuturesOfThisPackage() {
        CompletionStage<Integer> stage = CompletableFuture.completedStage(20);
        CompletableFuture<Integer> future =
                stage.thenApply(n -> n + 1)
                        .thenCompose(n -> CompletableFuture.completedFuture(n * 2))
                        .exceptionallyAsync(failure -> -1)
                        .toCompletableFuture();
        assertThat(future.join()).isEqualTo(42);
        CompletionStage<Integer> minimal = future.minimalCompletionStage();
        assertThat(minimal.toCompletableFuture().join()).isEqualTo(42);
        CompletionStage<String> failed = CompletableFuture.failedStage(new IllegalStateException());
        assertThat(failed.exceptionally(failure -> "mended").toCompletableFuture().join())
                .isEqualTo("mended");
    }
}
