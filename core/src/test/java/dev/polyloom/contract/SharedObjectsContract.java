package dev.polyloom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polyloom.Scope;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds where tasks run in this JVM and share its objects. */
public interface SharedObjectsContract extends Scopes {
    /** Unsynchronised fields, to see that submission and completion publish them. */
    final class Plain {
        int before;
        int inside;
        int[] many = new int[0];
    }

    @Test
    default void memory_writtenBeforeSubmission_isSeenByTheTaskAndBack() throws Exception {
        Scope scope = open(2);
        for (int i = 1; i <= 2_000; i++) {
            Plain plain = new Plain();
            plain.before = i;
            plain.many = new int[] {i, i, i};
            Future<Integer> future =
                    scope.submit(() -> {
                        plain.inside = plain.before + plain.many[2];
                        return plain.before;
                    });
            assertThat(future.get()).isEqualTo(i);
            assertThat(plain.inside).isEqualTo(2 * i);
        }
    }

    @Test
    default void memory_writtenByExecutedTasks_isSeenAfterClose() {
        Scope scope = open(2);
        Plain[] plains = new Plain[1_000];
        for (int i = 0; i < plains.length; i++) {
            Plain plain = new Plain();
            plains[i] = plain;
            scope.execute(() -> plain.inside = 1);
        }
        scope.close();
        assertThat(plains).allSatisfy(plain -> assertThat(plain.inside).isEqualTo(1));
    }

    @Test
    default void result_isTheVeryObject() throws Exception {
        Scope scope = open(1);
        Object given = new Object();
        assertThat(scope.submit(() -> given).get()).isSameAs(given);
        assertThat(scope.submit((Runnable) () -> {}, given).get()).isSameAs(given);
        List<Callable<Object>> tasks = List.of(() -> given);
        Object any = scope.invokeAny(tasks);
        assertThat(any).isSameAs(given);
        assertThat(scope.invokeAll(tasks).getFirst().get()).isSameAs(given);
    }

    @Test
    default void failure_isTheVeryException() {
        Scope scope = open(1);
        UserException given = new UserException("very", 1);
        Future<?> future =
                scope.submit(() -> {
                    throw given;
                });
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(future::get)
                .satisfies(thrown -> assertThat(thrown.getCause()).isSameAs(given));
        assertThat(future.exceptionNow()).isSameAs(given);
    }

    @Test
    default void task_thatCannotTravel_runs() throws Exception {
        Scope scope = open(1);
        ByteArrayOutputStream unserialisable = new ByteArrayOutputStream();
        Callable<Integer> task =
                () -> {
                    unserialisable.write(1);
                    return unserialisable.size();
                };
        assertThat(scope.submit(task).get()).isEqualTo(1);
    }

    @Test
    default void completionService_overAScope_givesEachResultOnce() throws Exception {
        Scope scope = open(2);
        ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(scope);
        Set<Future<Integer>> submitted =
                IntStream.range(0, 100)
                        .mapToObj(i -> service.submit(() -> i))
                        .collect(Collectors.toSet());
        List<Integer> results = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Future<Integer> done = service.poll(30, TimeUnit.SECONDS);
            assertThat(done).isNotNull().isIn(submitted);
            results.add(done.resultNow());
        }
        assertThat(results).doesNotHaveDuplicates().hasSize(100);
        assertThat(service.poll()).isNull();
    }

    @Test
    default void completionService_overAScope_tellsOfFailuresAndCancels() throws Exception {
        Scope scope = open(1);
        ExecutorCompletionService<String> service = new ExecutorCompletionService<>(scope);
        Future<String> failing =
                service.submit(() -> {
                    throw new UserException("told", 1);
                });
        assertThat(service.take()).isSameAs(failing);
        assertThat(failing.exceptionNow()).isInstanceOf(UserException.class);
        Future<String> cancelled =
                service.submit(() -> {
                    Bodies.park();
                    return "never";
                });
        cancelled.cancel(true);
        assertThat(service.take()).isSameAs(cancelled);
        assertThat(scope.submit(() -> "free").get(30, TimeUnit.SECONDS)).isEqualTo("free");
    }

    @Test
    default void supplyAsync_overAScope_completes() throws Exception {
        Scope scope = open(2);
        List<CompletableFuture<Integer>> futures = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int n = i;
            futures.add(
                    CompletableFuture.supplyAsync(() -> n, scope)
                            .thenApplyAsync(x -> x + 1, scope)
                            .thenCombineAsync(
                                    CompletableFuture.supplyAsync(() -> n, scope),
                                    Integer::sum,
                                    scope));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(futures.get(i).get(30, TimeUnit.SECONDS)).isEqualTo(2 * i + 1);
        }
    }

    @Test
    default void supplyAsync_ofAFailingSupplier_failsItsFutureOnly() throws Exception {
        Scope scope = open(1);
        CompletableFuture<String> failing =
                CompletableFuture.supplyAsync(
                        () -> {
                            throw new QuietException();
                        },
                        scope);
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(failing::join)
                .withCauseInstanceOf(QuietException.class);
        assertThat(scope.submit(() -> "alive").get()).isEqualTo("alive");
    }

    @Test
    default void tasks_thatSubmitTasks_allRun() throws Exception {
        Scope scope = open(2);
        AtomicInteger ran = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(1 + 10 + 100);
        Runnable leaf =
                () -> {
                    ran.incrementAndGet();
                    all.countDown();
                };
        Runnable middle =
                () -> {
                    for (int i = 0; i < 10; i++) {
                        scope.execute(leaf);
                    }
                    leaf.run();
                };
        scope.execute(() -> {
            for (int i = 0; i < 10; i++) {
                scope.execute(middle);
            }
            leaf.run();
        });
        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        scope.close();
        assertThat(ran).hasValue(111);
    }

    @Test
    default void submit_ofALambda_runsInAThreadOfItsOwn() throws Exception {
        Scope scope = open(1);
        Thread caller = Thread.currentThread();
        assertThat(scope.submit(() -> Thread.currentThread()).get()).isNotSameAs(caller);
    }

    @Test
    default void task_thatThrowsInItsHandler_leavesTheScopeUsable() throws Exception {
        Scope scope = open(1);
        CountDownLatch handled = new CountDownLatch(1);
        scope.execute(() -> {
            Thread.currentThread()
                    .setUncaughtExceptionHandler((thread, failure) -> {
                        handled.countDown();
                        throw new QuietException();
                    });
            throw new QuietException();
        });
        assertThat(handled.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(scope.submit(() -> "alive").get(30, TimeUnit.SECONDS)).isEqualTo("alive");
    }

    @Test
    default void exception_outOfExecute_reachesTheThreadsHandler() throws Exception {
        Scope scope = open(1);
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        UserError thrown = new UserError();
        scope.execute(() -> {
            Thread.currentThread()
                    .setUncaughtExceptionHandler((thread, failure) -> seen.complete(failure));
            throw thrown;
        });
        assertThat(seen.get(30, TimeUnit.SECONDS)).isSameAs(thrown);
        assertThat(scope.submit(() -> "alive").get(30, TimeUnit.SECONDS)).isEqualTo("alive");
    }

    @Test
    default void close_byATaskOfTheScope_isRefusedAndShutsTheScopeDown() throws Exception {
        Scope scope = open(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<?> closing =
                scope.submit(() -> {
                    go.await();
                    scope.close();
                    return null;
                });
        Future<String> queued = scope.submit(() -> "queued");
        go.countDown();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> closing.get(30, TimeUnit.SECONDS))
                .withCauseExactlyInstanceOf(IllegalStateException.class)
                .withMessageContaining(scope.name());
        assertThat(scope.isShutdown()).isTrue();
        assertThat(queued.get(30, TimeUnit.SECONDS)).isEqualTo("queued");
        assertThat(scope.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        scope.close();
    }

    /** An error of a user. */
    final class UserError extends Error {
        private static final long serialVersionUID = 1L;

        UserError() {
            super("thrown on purpose");
        }
    }
}
