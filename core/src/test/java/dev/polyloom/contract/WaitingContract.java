package dev.polyloom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks of a scope in this JVM that wait for each other, however few workers there are. */
public interface WaitingContract extends Scopes {
    private static int fib(Scope scope, int n) throws InterruptedException, ExecutionException {
        if (n < 2) {
            return n;
        }
        Future<Integer> left = scope.submit(() -> fib(scope, n - 1));
        Future<Integer> right = scope.submit(() -> fib(scope, n - 2));
        return left.get() + right.get();
    }

    private static int chain(Scope scope, int depth)
            throws InterruptedException, ExecutionException {
        return depth == 0 ? 0 : scope.submit(() -> chain(scope, depth - 1)).get() + 1;
    }

    private static int nest(int depth) throws InterruptedException, ExecutionException {
        if (depth == 0) {
            return 0;
        }
        try (Scope inner = Run.auto().open()) {
            return inner.submit(() -> nest(depth - 1)).get() + 1;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    default void tasks_thatWaitForTasksTheySubmit_complete(int workers) throws Exception {
        Scope scope = open(workers);
        assertThat(scope.submit(() -> fib(scope, 9)).get(30, TimeUnit.SECONDS)).isEqualTo(34);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    default void tasks_inALongChainOfWaits_complete(int workers) throws Exception {
        Scope scope = open(workers);
        assertThat(scope.submit(() -> chain(scope, 60)).get(30, TimeUnit.SECONDS)).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    default void tasks_thatAllWaitForALaterTaskByGet_complete(int workers) throws Exception {
        Scope scope = open(workers);
        CompletableFuture<Future<String>> last = new CompletableFuture<>();
        List<Future<String>> waiting = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            waiting.add(scope.submit(() -> last.get().get()));
        }
        last.complete(scope.submit(() -> "last"));
        for (Future<String> future : waiting) {
            assertThat(future.get(30, TimeUnit.SECONDS)).isEqualTo("last");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    default void tasks_thatAllWaitForALaterTaskByLatch_complete(int workers) throws Exception {
        Scope scope = open(workers);
        CountDownLatch latch = new CountDownLatch(1);
        List<Future<String>> waiting = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            waiting.add(
                    scope.submit(() -> {
                        latch.await();
                        return "released";
                    }));
        }
        scope.execute(latch::countDown);
        for (Future<String> future : waiting) {
            assertThat(future.get(30, TimeUnit.SECONDS)).isEqualTo("released");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    default void tasks_thatWaitForALatchWithATimeLimit_complete(int workers) throws Exception {
        Scope scope = open(workers);
        CountDownLatch latch = new CountDownLatch(1);
        Future<Boolean> first = scope.submit(() -> latch.await(1, TimeUnit.DAYS));
        Future<Boolean> second = scope.submit(() -> latch.await(1, TimeUnit.DAYS));
        scope.execute(latch::countDown);
        assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    default void tasks_thatMeetAtABarrier_complete(int workers) throws Exception {
        Scope scope = open(workers);
        CyclicBarrier barrier = new CyclicBarrier(6);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            tasks.add(() -> {
                try {
                    return barrier.await();
                } catch (BrokenBarrierException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        assertThat(scope.invokeAll(tasks, 30, TimeUnit.SECONDS))
                .extracting(Future::resultNow)
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    default void tasks_thatHandOverToEachOther_complete(int workers) throws Exception {
        Scope scope = open(workers);
        SynchronousQueue<Integer> queue = new SynchronousQueue<>();
        List<Future<Integer>> takers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            takers.add(scope.submit(() -> queue.take()));
        }
        for (int i = 0; i < 3; i++) {
            scope.execute(() -> {
                try {
                    queue.put(1);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        for (Future<Integer> taker : takers) {
            assertThat(taker.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    default void tasks_thatAllWaitForTasksOfScopesInsideThem_complete(int workers)
            throws Exception {
        Scope scope = open(workers);
        List<Future<Integer>> futures = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            futures.add(scope.submit(() -> nest(5)));
        }
        for (Future<Integer> future : futures) {
            assertThat(future.get(30, TimeUnit.SECONDS)).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    default void tasks_thatWaitByLatchForTasksOfScopesInsideThem_complete(int workers)
            throws Exception {
        Scope scope = open(workers);
        List<Future<String>> futures = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            futures.add(
                    scope.submit(() -> {
                        CountDownLatch done = new CountDownLatch(1);
                        try (Scope inner = Run.auto().open()) {
                            inner.execute(done::countDown);
                            done.await();
                        }
                        return "done";
                    }));
        }
        for (Future<String> future : futures) {
            assertThat(future.get(30, TimeUnit.SECONDS)).isEqualTo("done");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    default void tasks_thatInvokeAllAndAnyOfTheirOwnScope_complete(int workers) throws Exception {
        Scope scope = open(workers);
        List<Callable<Integer>> inner = List.of(() -> 1, () -> 2, () -> 3);
        List<Callable<Integer>> outer = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            outer.add(() -> {
                int sum = scope.invokeAny(inner);
                for (Future<Integer> future : scope.invokeAll(inner)) {
                    sum += future.resultNow();
                }
                return sum;
            });
        }
        for (Future<Integer> future : scope.invokeAll(outer, 30, TimeUnit.SECONDS)) {
            assertThat(future.resultNow()).isBetween(7, 9);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    default void tasks_thatJoinCompletableFuturesOfTheirOwnScope_complete(int workers)
            throws Exception {
        Scope scope = open(workers);
        List<CompletableFuture<Integer>> outer = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            outer.add(
                    CompletableFuture.supplyAsync(
                            () -> CompletableFuture.supplyAsync(() -> 5, scope).join() + 1, scope));
        }
        for (CompletableFuture<Integer> future : outer) {
            assertThat(future.get(30, TimeUnit.SECONDS)).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    default void task_thatAwaitsAnInnerScopesEnd_completes(int workers) throws Exception {
        Scope scope = open(workers);
        Future<Boolean> future =
                scope.submit(() -> {
                    Scope inner = Run.auto().open();
                    for (int i = 0; i < 5; i++) {
                        inner.execute(() -> {});
                    }
                    inner.shutdown();
                    return inner.awaitTermination(1, TimeUnit.DAYS);
                });
        assertThat(future.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    default void workers_afterWaitsHaveEnded_areNoMoreThanAsked(int workers) throws Exception {
        Scope scope = open(workers);
        assertThat(scope.submit(() -> fib(scope, 8)).get(30, TimeUnit.SECONDS)).isEqualTo(21);
        java.util.concurrent.atomic.AtomicInteger running =
                new java.util.concurrent.atomic.AtomicInteger();
        java.util.concurrent.atomic.AtomicInteger most =
                new java.util.concurrent.atomic.AtomicInteger();
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            tasks.add(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                long end = System.nanoTime() + 500_000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                running.decrementAndGet();
                return "ran";
            });
        }
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    most.set(0);
                    scope.invokeAll(tasks);
                    assertThat(most.get()).isBetween(1, scope.workers());
                });
    }
}
