package dev.polyloom.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.TaskTimeoutException;
import dev.polyloom.WorkerDiedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H2, H8: tasks that are sent to a place, or popped by a worker. */
@Timeout(60)
class PopTest {
    @TempDir private Path folder;

    private static Scope open(int workers, Heads.Builder heads) {
        return Run.processes().name("pop").workers(workers).heads(heads.build()).open();
    }

    private static int sum(int from, int to) throws Exception {
        if (to - from == 1) {
            return from;
        }
        int middle = (from + to) / 2;
        Head head = Head.current();
        CompletableFuture<Integer> left = head.pop(() -> sum(from, middle));
        CompletableFuture<Integer> right = head.pop(() -> sum(middle, to));
        return left.get() + right.join();
    }

    @Test
    void everyWorkerWaitsForAPoppedTask_withoutDeadlock() throws Exception {
        Scope scope = open(2, Heads.builder());
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add(scope.submit(() -> sum(0, 16)));
            }
            for (Future<Integer> each : all) {
                assertThat(each.get(45, TimeUnit.SECONDS)).isEqualTo(120);
            }
        } finally {
            scope.shutdownNow();
            scope.close();
        }
    }

    @Test
    void poppedTask_thatFails_failsWithItsException() {
        try (Scope scope = open(1, Heads.builder())) {
            assertThatThrownBy(() ->
                            scope.submit(() ->
                                            Head.current()
                                                    .pop(() -> {
                                                        throw new IOException("popped");
                                                    })
                                                    .get())
                                    .get())
                    .rootCause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("popped");
        }
    }

    @Test
    void submitted_toAWorker_runsThere() throws Exception {
        try (Scope scope = open(3, Heads.builder())) {
            Router router = Router.of(scope);
            for (int i = 1; i <= 3; i++) {
                int index = i;
                assertThat(router.submit(To.worker(i), () -> Head.current().index()).get())
                        .isEqualTo(i);
                assertThat(
                                router.submit(
                                                To.worker(1),
                                                () ->
                                                        Head.current()
                                                                .submit(
                                                                        To.worker(index),
                                                                        () ->
                                                                                Head.current()
                                                                                        .index())
                                                                .get())
                                        .get())
                        .isEqualTo(i);
            }
            assertThat(router.submit(To.any(), () -> Head.current().index()).get()).isBetween(1, 3);
        }
    }

    @Test
    void submitted_toANewWorker_runsInAProcessOfItsOwn() throws Exception {
        try (Scope scope = open(1, Heads.builder())) {
            Router router = Router.of(scope);
            long worker = router.pipe(To.worker(1)).peer().pid();
            long fresh = router.submit(To.fresh(), PipeHandlers::pid).get();
            assertThat(fresh).isNotEqualTo(worker);
            assertThat(
                            scope.submit(() ->
                                            Head.current()
                                                    .submit(To.fresh(), PipeHandlers::pid)
                                                    .get())
                                    .get())
                    .isNotIn(worker, fresh);
            assertThatThrownBy(() ->
                            router.submit(
                                            To.fresh(),
                                            () -> {
                                                throw new IOException("apart");
                                            })
                                    .get())
                    .rootCause()
                    .hasMessage("apart");
        }
    }

    @Test
    void submitted_toThePrimary_runsThereOnlyIfAllowed() throws Exception {
        long here = PipeHandlers.pid();
        try (Scope scope = open(1, Heads.builder().tasksInPrimary(true))) {
            assertThat(
                            scope.submit(() ->
                                            Head.current()
                                                    .submit(To.primary(), PipeHandlers::pid)
                                                    .get())
                                    .get())
                    .isEqualTo(here);
            assertThat(Router.of(scope).submit(To.primary(), PipeHandlers::pid).get())
                    .isEqualTo(here);
        }
        try (Scope scope = open(1, Heads.builder())) {
            assertThatThrownBy(() ->
                            scope.submit(() ->
                                            Head.current()
                                                    .submit(To.primary(), PipeHandlers::pid)
                                                    .get())
                                    .get())
                    .rootCause()
                    .isInstanceOf(SecurityException.class)
                    .hasMessageContaining("tasksInPrimary(true)");
        }
    }

    private static String park(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        return "ended";
    }

    @Test
    void submitted_toAPlace_isNotBoundByTheTaskTimeoutOfTheScope() throws Exception {
        Duration timeout = Duration.ofMillis(200);
        Duration longer = timeout.multipliedBy(5);
        try (Scope scope = Run.processes().workers(2).taskTimeout(timeout).open()) {
            Router router = Router.of(scope);
            router.pipe(To.worker(1));
            router.pipe(To.worker(2));
            List<CompletableFuture<String>> all = new ArrayList<>();
            for (To to : List.of(To.worker(1), To.any(), To.fresh(), To.primary())) {
                all.add(router.submit(to, () -> park(longer)));
            }
            for (CompletableFuture<String> each : all) {
                assertThat(each.get()).isEqualTo("ended");
            }
            assertThatThrownBy(scope.submit(() -> park(longer))::get)
                    .hasCauseInstanceOf(TaskTimeoutException.class);
        }
    }

    @Test
    void poppedTask_whoseWorkerDies_failsAndNothingElse() throws Exception {
        try (Scope scope = open(2, Heads.builder())) {
            Router router = Router.of(scope);
            long own = router.pipe(To.worker(1)).peer().pid();
            router.pipe(To.worker(2));
            assertThat(
                            router.submit(
                                            To.worker(1),
                                            () -> {
                                                CompletableFuture<Integer> dead =
                                                        Head.current()
                                                                .submit(
                                                                        To.worker(2),
                                                                        () -> {
                                                                            Runtime.getRuntime()
                                                                                    .halt(9);
                                                                            return 1;
                                                                        });
                                                return String.valueOf(
                                                        dead.handle((value, failure) -> failure)
                                                                .get());
                                            })
                                    .get())
                    .contains(WorkerDiedException.class.getName())
                    .contains("exited with code 9");
            assertThat(router.submit(To.worker(1), PipeHandlers::pid).get()).isEqualTo(own);
        }
    }

    @Test
    void poppedTask_thatKillsItsWorker_failsItsFuture() {
        try (Scope scope = open(1, Heads.builder())) {
            CompletableFuture<Integer> dead =
                    Router.of(scope)
                            .submit(
                                    To.any(),
                                    () -> {
                                        Runtime.getRuntime().halt(9);
                                        return 1;
                                    });
            assertThatThrownBy(dead::get).hasCauseInstanceOf(WorkerDiedException.class);
            assertThat(Router.of(scope).submit(To.any(), () -> 42).join()).isEqualTo(42);
        }
    }

    @Test
    void submittedTask_thatIsCancelled_isInterrupted() throws Exception {
        try (Scope scope = open(1, Heads.builder())) {
            Router router = Router.of(scope);
            for (To to : List.of(To.worker(1), To.any())) {
                CountDownLatch begun = new CountDownLatch(1);
                CountDownLatch interrupted = new CountDownLatch(1);
                Registration first = router.on("begun", (message, from) -> countDown(begun));
                Registration second =
                        router.on("interrupted", (message, from) -> countDown(interrupted));
                CompletableFuture<Integer> task =
                        router.submit(
                                to,
                                () -> {
                                    Pipe primary = Head.current().primary();
                                    primary.send("begun", "");
                                    try {
                                        new CountDownLatch(1).await();
                                    } catch (InterruptedException e) {
                                        primary.send("interrupted", "");
                                    }
                                    return 0;
                                });
                begun.await();
                task.cancel(true);
                interrupted.await();
                first.close();
                second.close();
            }
        }
    }

    @Test
    void submittedTasks_cancelledAtAnyMoment_end() throws Exception {
        Random random = new Random(1);
        try (Scope scope = open(1, Heads.builder())) {
            Router router = Router.of(scope);
            for (int i = 0; i < 500; i++) {
                To to = i % 2 == 0 ? To.worker(1) : To.any();
                CompletableFuture<?> task =
                        router.submit(to, () -> new CountDownLatch(1).await(1, TimeUnit.HOURS));
                long end = System.nanoTime() + random.nextInt(1_000_000);
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                task.cancel(true);
            }
            assertThat(router.submit(To.any(), () -> 42).get(30, TimeUnit.SECONDS)).isEqualTo(42);
        }
    }

    private static String countDown(CountDownLatch latch) {
        latch.countDown();
        return "done";
    }

    @Test
    void endOfTheScope_waitsForWhatWasSubmitted() throws Exception {
        CompletableFuture<Integer> any;
        CompletableFuture<Integer> one;
        CompletableFuture<Long> fresh;
        try (Scope scope = open(1, Heads.builder())) {
            Router router = Router.of(scope);
            any = router.submit(To.any(), () -> sum(0, 8));
            one = router.submit(To.worker(1), () -> sum(0, 8));
            fresh = router.submit(To.fresh(), PipeHandlers::pid);
        }
        assertThat(any.get()).isEqualTo(28);
        assertThat(one.get()).isEqualTo(28);
        assertThat(fresh.get()).isPositive();
    }

    @Test
    void shutdownNow_stopsWhatRunsInAWorkerOfItsOwn() throws Exception {
        Scope scope = open(1, Heads.builder());
        Path begun = folder.resolve("begun");
        String file = begun.toString();
        CompletableFuture<Integer> task =
                Router.of(scope)
                        .submit(
                                To.fresh(),
                                () -> {
                                    Files.createFile(Path.of(file));
                                    new CountDownLatch(1).await();
                                    return 0;
                                });
        await().until(() -> Files.exists(begun));
        scope.shutdownNow();
        scope.close();
        assertThatThrownBy(task::get).isInstanceOf(CancellationException.class);
    }
}
