package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Scopes around executors that the caller brings. */
@Timeout(60)
class AroundTest {
    @Test
    @SuppressWarnings("NullAway")
    void around_null_isRefused() {
        assertThatNullPointerException().isThrownBy(() -> Run.around(null));
    }

    @Test
    void around_tellsWhoseWorkersItUses() {
        try (ExecutorService executor = Executors.newFixedThreadPool(3);
                Scope scope = Run.around(executor)) {
            assertThat(scope.decision().reason()).isEqualTo(ReasonCode.CALLER_EXECUTOR);
            assertThat(scope.decision().detail()).contains("ThreadPoolExecutor");
            assertThat(scope.workers()).isEqualTo(3);
        }
    }

    @Test
    void scopeInATask_sharesTheBudgetAndHasWorkersOfItsOwn() throws Exception {
        int cores = Run.capabilities().cpuWorkers();
        try (ExecutorService executor = Executors.newFixedThreadPool(cores);
                Scope scope = Run.around(executor)) {
            Decision inner = scope.submit(() -> Run.threads().decide()).get();
            assertThat(inner.cores()).isEqualTo(1);
            assertThat(inner.reusesParent()).isFalse();
        }
    }

    @Test
    void adopt_wrongArguments_areRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Run.adopt("mine", Flavor.AUTO, 1, "a pool"))
                .withMessageContaining("auto");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Run.adopt("mine", Flavor.THREADS, -1, "a pool"))
                .withMessageContaining("workers");
    }

    @Test
    void adopt_marksThreadsUntilAnotherHandlerIsSet() throws Exception {
        int cores = Run.capabilities().cpuWorkers();
        Adoption adoption = Run.adopt("mine", Flavor.THREADS, cores, "a pool of mine");
        assertThat(adoption.decision().detail()).isEqualTo("a pool of mine");
        assertThat(coresSeenBy(adoption::mark)).isEqualTo(1);
        assertThat(coresSeenBy(thread -> {})).isEqualTo(cores);
    }

    private static int coresSeenBy(Consumer<Thread> marker) throws InterruptedException {
        AtomicInteger seen = new AtomicInteger();
        Thread thread = new Thread(() -> seen.set(Run.threads().decide().cores()));
        marker.accept(thread);
        thread.start();
        thread.join();
        return seen.get();
    }

    @Test
    void close_waitsForItsTasksAndLeavesTheExecutor() throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            CountDownLatch release = new CountDownLatch(1);
            Future<?> others =
                    executor.submit(() -> {
                        release.await();
                        return null;
                    });
            Scope scope = Run.around(executor);
            Future<Integer> own = scope.submit(() -> 1);
            scope.close();
            assertThat(own.resultNow()).isEqualTo(1);
            assertThat(others.isDone()).isFalse();
            assertThat(executor.isShutdown()).isFalse();
            assertThat(executor.submit(() -> "alive").get()).isEqualTo("alive");
            release.countDown();
        }
    }

    @Test
    void shutdownNow_stopsItsTasksOnly() throws Exception {
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            CountDownLatch started = new CountDownLatch(2);
            CountDownLatch never = new CountDownLatch(1);
            Runnable parked =
                    () -> {
                        started.countDown();
                        try {
                            never.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException("interrupted", e);
                        }
                    };
            Future<?> others = executor.submit(parked);
            Scope scope = Run.around(executor);
            Future<?> own = scope.submit(parked);
            started.await();
            scope.shutdownNow();
            assertThat(scope.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(own.exceptionNow()).hasMessage("interrupted");
            assertThat(others.isDone()).isFalse();
            never.countDown();
        }
    }

    @Test
    void submit_whenTheExecutorRefuses_passesTheRefusalOn() throws Exception {
        try (ThreadPoolExecutor executor =
                        new ThreadPoolExecutor(
                                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
                Scope scope = Run.around(executor)) {
            CountDownLatch release = new CountDownLatch(1);
            Future<?> running =
                    scope.submit(() -> {
                        release.await();
                        return null;
                    });
            Future<Integer> queued = scope.submit(() -> 1);
            assertThatExceptionOfType(RejectedExecutionException.class)
                    .isThrownBy(() -> scope.submit(() -> 2));
            assertThat(scope.metrics().submitted()).isEqualTo(2);
            release.countDown();
            running.get();
            assertThat(queued.get()).isEqualTo(1);
        }
    }

    @Test
    void scope_whoseExecutorIsShutDownByItsOwner_isShutDownToo() {
        ExecutorService executor = Executors.newFixedThreadPool(1);
        Scope scope = Run.around(executor);
        Future<Integer> task = scope.submit(() -> 1);
        executor.close();
        assertThat(task.resultNow()).isEqualTo(1);
        assertThat(scope.isShutdown()).isTrue();
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> scope.submit(() -> 2));
        scope.close();
        assertThat(scope.isTerminated()).isTrue();
    }

    @Test
    void scope_whoseExecutorDropsItsTasks_terminatesWithIt() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(1);
        Scope scope = Run.around(executor);
        CountDownLatch started = new CountDownLatch(1);
        Future<?> running =
                scope.submit(() -> {
                    started.countDown();
                    new CountDownLatch(1).await();
                    return null;
                });
        Future<Integer> dropped = scope.submit(() -> 1);
        started.await();
        executor.shutdownNow();
        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        scope.close();
        assertThat(running.isDone()).isTrue();
        assertThat(dropped.isDone()).isFalse();
    }

    @Test
    void around_aForkJoinPoolOrVirtualThreads_runsTasks() throws Exception {
        try (ForkJoinPool forkJoin = new ForkJoinPool(2);
                ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ExecutorService executor : new ExecutorService[] {forkJoin, virtual}) {
                try (Scope scope = Run.around(executor)) {
                    assertThat(scope.submit(() -> 6 * 7).get()).isEqualTo(42);
                }
                assertThat(executor.isShutdown()).isFalse();
            }
        }
    }

    @Test
    void scopeAround_isCurrentAndCanBeReused() throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(2);
                Scope scope = Run.around(executor)) {
            assertThat(Run.current()).containsSame(scope);
            try (Scope inner = Run.auto().open()) {
                assertThat(inner.decision().reason()).isEqualTo(ReasonCode.PARENT_REUSED);
                assertThat(inner.submit(() -> 1).get()).isEqualTo(1);
            }
            assertThat(scope.submit(() -> Run.current()).get()).containsSame(scope);
        }
    }

    @Test
    void scopeInATaskOfABusyExecutor_hasItsOwnWorkers() throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(1);
                Scope scope = Run.around(executor)) {
            Future<Integer> outer =
                    scope.submit(() -> {
                        try (Scope inner = Run.auto().open()) {
                            assertThat(inner.decision().reusesParent()).isFalse();
                            return inner.submit(() -> 1).get();
                        }
                    });
            assertThat(outer.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }
}
