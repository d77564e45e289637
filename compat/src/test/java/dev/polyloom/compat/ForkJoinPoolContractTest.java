package dev.polyloom.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@code ForkJoinPool} promises, the JDK's and ours. */
@Timeout(60)
@Isolated("sets the mode")
@ParameterizedClass
@EnumSource
class ForkJoinPoolContractTest {
    private final Origin origin;

    ForkJoinPoolContractTest(Origin origin) {
        this.origin = origin;
    }

    private static final class Fibonacci extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1;
        private final int n;

        Fibonacci(int n) {
            this.n = n;
        }

        @Override
        protected Integer compute() {
            if (n < 2) {
                return n;
            }
            Fibonacci one = new Fibonacci(n - 1);
            one.fork();
            return new Fibonacci(n - 2).compute() + one.join();
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what must be refused
    void constructors_refuseWhatTheyCannotUse() {
        ForkJoinWorkerThreadFactory factory = ForkJoinPool.defaultForkJoinWorkerThreadFactory;
        assertThatIllegalArgumentException().isThrownBy(() -> origin.forkJoin(0));
        assertThatIllegalArgumentException().isThrownBy(() -> origin.forkJoin(1 << 20));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> origin.forkJoin(-1, factory, null, false));
        assertThatNullPointerException().isThrownBy(() -> origin.forkJoin(1, null, null, false));
    }

    @Test
    void getters_sayWhatWasGiven() {
        Thread.UncaughtExceptionHandler handler = (thread, failure) -> {};
        ForkJoinWorkerThreadFactory factory =
                pool -> ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        try (ForkJoinPool pool = origin.forkJoin(3, factory, handler, true)) {
            assertThat(pool.getParallelism()).isEqualTo(3);
            assertThat(pool.getFactory()).isSameAs(factory);
            assertThat(pool.getUncaughtExceptionHandler()).isSameAs(handler);
            assertThat(pool.getAsyncMode()).isTrue();
        }
        try (ForkJoinPool pool = origin.forkJoin(2)) {
            assertThat(pool.getParallelism()).isEqualTo(2);
            assertThat(pool.getFactory()).isSameAs(ForkJoinPool.defaultForkJoinWorkerThreadFactory);
            assertThat(pool.getUncaughtExceptionHandler()).isNull();
            assertThat(pool.getAsyncMode()).isFalse();
            assertThat(pool.getPoolSize()).isZero();
            assertThat(pool.isQuiescent()).isTrue();
            assertThat(pool.hasQueuedSubmissions()).isFalse();
            assertThat(pool.toString()).contains("Running, parallelism = 2, size = 0");
            assertThat(pool.setParallelism(1)).isEqualTo(2);
            assertThat(pool.getParallelism()).isEqualTo(1);
        }
        try (ForkJoinPool pool = origin.forkJoin()) {
            assertThat(pool.getParallelism()).isEqualTo(Runtime.getRuntime().availableProcessors());
        }
    }

    @Test
    void everyWayIn_givesTheResult() throws Exception {
        try (ForkJoinPool pool = origin.forkJoin(2)) {
            assertThat(pool.invoke(new Fibonacci(12))).isEqualTo(144);
            assertThat(pool.submit(new Fibonacci(12)).get()).isEqualTo(144);
            assertThat(pool.externalSubmit(new Fibonacci(12)).join()).isEqualTo(144);
            ForkJoinTask<Integer> lazy = pool.lazySubmit(new Fibonacci(12));
            assertThat(pool.submit(() -> 7).get()).isEqualTo(7);
            assertThat(lazy.join()).isEqualTo(144);
            assertThat(pool.submit(() -> {}, "given").get()).isEqualTo("given");
            assertThat(pool.schedule(() -> 8, 1, TimeUnit.MILLISECONDS).get()).isEqualTo(8);
            Integer any = pool.invokeAny(List.<Callable<Integer>>of(() -> 9));
            assertThat(any).isEqualTo(9);
            assertThat(pool.invokeAll(List.of(() -> 1, () -> 2)))
                    .extracting(Future::resultNow)
                    .containsExactly(1, 2);
            assertThat(pool.invokeAllUninterruptibly(List.of(() -> 3)))
                    .extracting(Future::resultNow)
                    .containsExactly(3);
            CountDownLatch ran = new CountDownLatch(2);
            pool.execute(ran::countDown);
            pool.execute(ForkJoinTask.adapt(ran::countDown));
            ran.await();
            assertThat(pool.awaitQuiescence(30, TimeUnit.SECONDS)).isTrue();
            assertThat(pool.submit(() -> ForkJoinTask.getPool()).get()).isSameAs(pool);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what must be refused
    void nullsAndFailures_areReportedAsInTheJdk() {
        try (ForkJoinPool pool = origin.forkJoin(1)) {
            assertThatNullPointerException().isThrownBy(() -> pool.execute((Runnable) null));
            assertThatNullPointerException().isThrownBy(() -> pool.submit((Callable<?>) null));
            assertThatNullPointerException().isThrownBy(() -> pool.invoke(null));
            assertThatNullPointerException().isThrownBy(() -> pool.invokeAll(null));
            IllegalStateException failure = new IllegalStateException("expected");
            Callable<Integer> fails =
                    () -> {
                        throw failure;
                    };
            assertThatThrownBy(() -> pool.submit(fails).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseMessage("expected");
            pool.shutdown();
            assertThatThrownBy(() -> pool.submit(fails))
                    .isInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void failedWorker_isToldToTheHandler() throws Exception {
        AtomicReference<Throwable> told = new AtomicReference<>();
        CountDownLatch heard = new CountDownLatch(1);
        ForkJoinWorkerThreadFactory factory =
                pool ->
                        new java.util.concurrent.ForkJoinWorkerThread(pool) {
                            @Override
                            public void run() {
                                throw new IllegalStateException("expected");
                            }
                        };
        ForkJoinPool pool =
                origin.forkJoin(
                        1,
                        factory,
                        (thread, failure) -> {
                            told.set(failure);
                            heard.countDown();
                        },
                        false);
        Future<?> never = pool.submit(() -> {});
        heard.await();
        assertThat(told.get()).hasMessage("expected");
        pool.shutdownNow();
        assertThat(never.isDone()).isTrue();
    }

    @Test
    void end_waitsForWhatWasSubmitted() throws Exception {
        ForkJoinPool pool = origin.forkJoin(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<Integer> task =
                pool.submit(() -> {
                    release.await();
                    return 5;
                });
        pool.shutdown();
        assertThat(pool.isShutdown()).isTrue();
        assertThat(pool.awaitTermination(1, TimeUnit.MILLISECONDS)).isFalse();
        release.countDown();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(task.get()).isEqualTo(5);
        assertThat(pool.isTerminated()).isTrue();
    }

    @Test
    void commonPool_isOneAndCannotBeShutDown() throws Exception {
        ForkJoinPool pool = origin.commonPool();
        assertThat(origin.commonPool()).isSameAs(pool);
        assertThat(pool.getParallelism()).isEqualTo(ForkJoinPool.getCommonPoolParallelism());
        pool.shutdown();
        assertThat(pool.shutdownNow()).isEmpty();
        pool.close();
        assertThat(pool.isShutdown()).isFalse();
        assertThat(pool.isTerminating()).isFalse();
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Future<ForkJoinPool> task =
                pool.submit(() -> {
                    begun.countDown();
                    release.await();
                    assertThat(Thread.currentThread().getName())
                            .startsWith("ForkJoinPool.commonPool-worker-");
                    assertThat(Thread.currentThread().isDaemon()).isTrue();
                    return ForkJoinTask.getPool();
                });
        begun.await();
        assertThat(pool.awaitQuiescence(1, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(pool.awaitTermination(1, TimeUnit.MILLISECONDS)).isFalse();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pool.awaitTermination(1, TimeUnit.HOURS))
                .isInstanceOf(InterruptedException.class);
        release.countDown();
        assertThat(task.get()).isSameAs(pool);
        assertThat(pool.awaitQuiescence(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void quiescenceOfTheCommonPool_coversWhatTheJdkRunsInItsOwn() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Future<Boolean> task =
                ForkJoinPool.commonPool()
                        .submit(() -> {
                            begun.countDown();
                            release.await();
                            return true;
                        });
        begun.await();
        assertThat(origin.commonPool().awaitQuiescence(1, TimeUnit.MILLISECONDS)).isFalse();
        release.countDown();
        assertThat(origin.commonPool().awaitQuiescence(30, TimeUnit.SECONDS)).isTrue();
        assertThat(task.get()).isTrue();
    }
}
