package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
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
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that are cancelled, take too long, or are stopped with their pool. */
@Timeout(60)
class StopTaskTest {
    @TempDir private Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void awaitFile(String name) {
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(file(name)));
    }

    /** Submits a task that says when it has started and is deaf to interrupts. */
    private Future<?> submitDeaf(Scope scope) {
        String started = file("started").toString();
        Future<?> future =
                scope.submit(() -> {
                    Bodies.create(Path.of(started));
                    Bodies.parkForEver();
                });
        awaitFile("started");
        return future;
    }

    /** Submits a task that says when it has started and when it was interrupted. */
    private Future<?> submitAttentive(Scope scope) {
        String started = file("started").toString();
        String interrupted = file("interrupted").toString();
        Future<?> future =
                scope.submit(() -> {
                    Bodies.create(Path.of(started));
                    try {
                        Bodies.awaitInterrupt();
                    } catch (InterruptedException e) {
                        Bodies.mark(Path.of(interrupted), "interrupted");
                    }
                });
        awaitFile("started");
        return future;
    }

    @Test
    void cancelTrue_interruptsTheTaskAndKeepsTheWorker() throws Exception {
        try (Scope scope = Run.processes().workers(1).open()) {
            long pid = scope.submit(Bodies::pid).get();
            Future<?> future = submitAttentive(scope);
            assertThat(future.cancel(true)).isTrue();
            awaitFile("interrupted");
            assertThatExceptionOfType(CancellationException.class).isThrownBy(future::get);
            assertThat(scope.submit(Bodies::pid).get()).isEqualTo(pid);
        }
    }

    @Test
    void interruptOfOneTask_doesNotReachTheNext() throws Exception {
        try (Scope scope = Run.processes().workers(1).open()) {
            submitAttentive(scope).cancel(true);
            for (int i = 0; i < 20; i++) {
                assertThat(scope.submit(() -> Thread.currentThread().isInterrupted()).get())
                        .isFalse();
            }
        }
    }

    @Test
    void cancelTrue_killsTheWorkerOfADeafTaskAfterTheGrace() throws Exception {
        try (Scope scope = Run.processes().workers(1).cancelGrace(Duration.ofMillis(200)).open()) {
            long pid = scope.submit(Bodies::pid).get();
            Future<?> future = submitDeaf(scope);
            Future<Integer> queued = scope.submit(() -> 42);
            future.cancel(true);
            assertThat(queued.get()).isEqualTo(42);
            assertThat(future.isCancelled()).isTrue();
            assertThat(scope.submit(Bodies::pid).get()).isNotEqualTo(pid);
            assertThat(scope.metrics().replaced()).isEqualTo(1);
        }
    }

    @Test
    void cancelFalse_letsARunningTaskFinish() throws Exception {
        String release = file("release").toString();
        String started = file("started").toString();
        String done = file("done").toString();
        try (Scope scope = Run.processes().workers(1).cancelGrace(Duration.ofMillis(100)).open()) {
            Future<?> future =
                    scope.submit(() -> {
                        Bodies.mark(Path.of(started), "started");
                        while (!Files.exists(Path.of(release))) {
                            Bodies.spin(5);
                        }
                        Bodies.mark(Path.of(done), "done");
                    });
            awaitFile("started");
            future.cancel(false);
            Bodies.mark(file("release"), "go");
            awaitFile("done");
            assertThat(scope.metrics().replaced()).isZero();
        }
    }

    @Test
    void cancelledBeforeItsStart_neverRuns() throws Exception {
        String ran = file("ran").toString();
        try (Scope scope = Run.processes().workers(1).open()) {
            Future<?> blocker = submitAttentive(scope);
            List<Future<?>> queued = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                queued.add(scope.submit(() -> Bodies.mark(Path.of(ran), "ran")));
            }
            queued.forEach(each -> each.cancel(true));
            blocker.cancel(true);
            scope.submit(() -> 0).get();
        }
        assertThat(file("ran")).doesNotExist();
    }

    private static CompletableFuture<Object> openStage(Path started, Path over) {
        Bodies.create(started);
        CompletableFuture<Object> stage = new CompletableFuture<>();
        var _ = stage.whenComplete((value, failure) -> Bodies.mark(over, "over"));
        return stage;
    }

    @Test
    void cancelledAsyncTask_cancelsItsStage() throws Exception {
        String started = file("started").toString();
        String over = file("over").toString();
        try (Scope scope = Run.processes().workers(1).open()) {
            CompletableFuture<Object> future =
                    scope.submitAsync(() -> openStage(Path.of(started), Path.of(over)));
            awaitFile("started");
            future.cancel(true);
            awaitFile("over");
            assertThat(scope.metrics().replaced()).isZero();
        }
    }

    @Test
    void taskTimeout_killsTheWorkerAndNamesBoth() throws Exception {
        try (Scope scope = Run.processes().name("timed").workers(1).open()) {
            long pid = scope.submit(Bodies::pid).get();
            Future<?> future =
                    scope.submit(
                            () -> {
                                Bodies.parkForEver();
                                return 0;
                            },
                            Duration.ofMillis(300));
            Future<Integer> queued = scope.submit(() -> 42);
            ExecutionException e = catchThrowableOfType(ExecutionException.class, future::get);
            assertThat(Objects.requireNonNull(e).getCause())
                    .isInstanceOf(TaskTimeoutException.class)
                    .hasMessageContaining("timed-1 (pid " + pid + ") was killed");
            assertThat(queued.get()).isEqualTo(42);
            assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
        }
    }

    @Test
    void taskTimeout_isCountedFromTheStartOfTheBody() throws Exception {
        try (Scope scope = Run.processes().workers(1).taskTimeout(Duration.ofSeconds(2)).open()) {
            List<Future<Integer>> futures = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                int number = i;
                futures.add(
                        scope.submit(() -> {
                            Bodies.spin(250);
                            return number;
                        }));
            }
            for (int i = 0; i < futures.size(); i++) {
                assertThat(futures.get(i).get()).isEqualTo(i);
            }
            assertThat(scope.metrics().replaced()).isZero();
        }
    }

    @Test
    void timeoutOfOneTask_failsOthersOfItsWorkerAsDied() throws Exception {
        try (Scope scope = Run.processes().workers(1).concurrency(2).open()) {
            Future<?> neighbour = submitDeaf(scope);
            Future<?> late =
                    scope.submit(
                            () -> {
                                Bodies.parkForEver();
                                return 0;
                            },
                            Duration.ofMillis(200));
            ExecutionException e = catchThrowableOfType(ExecutionException.class, late::get);
            assertThat(e).hasCauseInstanceOf(TaskTimeoutException.class);
            ExecutionException died =
                    catchThrowableOfType(ExecutionException.class, neighbour::get);
            assertThat(died)
                    .hasCauseInstanceOf(WorkerDiedException.class)
                    .hasMessageContaining("a task ran longer than its 200 ms");
        }
    }

    @Test
    void taskThatDecodesForEver_isStoppedByItsTimeout() throws Exception {
        Bodies.Quicksand sand = new Bodies.Quicksand();
        try (Scope scope = Run.processes().workers(1).open()) {
            Future<?> future =
                    scope.submit(
                            () -> {
                                sand.touch();
                                return 0;
                            },
                            Duration.ofMillis(300));
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(future::get)
                    .withCauseInstanceOf(TaskTimeoutException.class);
            assertThat(scope.submit(() -> 42).get()).isEqualTo(42);
        }
    }

    @Test
    void shutdownNow_interruptsAndGivesBackWhatNeverStarted() throws Exception {
        String ran = file("ran").toString();
        Scope scope = Run.processes().workers(1).open();
        Future<?> running = submitAttentive(scope);
        List<Future<?>> queued = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            queued.add(scope.submit(() -> Bodies.mark(Path.of(ran), "ran")));
        }
        assertThat(scope.shutdownNow()).hasSize(20);
        assertThat(scope.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(file("interrupted")).exists();
        assertThat(running.isDone()).isTrue();
        assertThat(queued).noneMatch(Future::isDone);
        assertThat(file("ran")).doesNotExist();
    }

    @Test
    void shutdownNow_accountsForEveryTinyTask() throws Exception {
        Path marks = file("marks");
        String name = marks.toString();
        Scope scope = Run.processes().workers(2).open();
        scope.submit(() -> 0).get();
        List<Future<?>> futures = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String line = "task " + i;
            futures.add(scope.submit(() -> Bodies.mark(Path.of(name), line)));
        }
        int returned = scope.shutdownNow().size();
        assertThat(scope.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        long done = futures.stream().filter(Future::isDone).count();
        assertThat(done + returned).isEqualTo(2_000);
        assertThat(linesOf(marks)).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo((int) done);
    }

    private static List<String> linesOf(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    @Test
    void shutdownNow_killsADeafTaskAfterTheGrace() throws Exception {
        Scope scope = Run.processes().workers(1).cancelGrace(Duration.ofMillis(200)).open();
        Future<?> deaf = submitDeaf(scope);
        assertThat(scope.shutdownNow()).isEmpty();
        assertThat(scope.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(deaf.isDone()).isTrue();
    }

    @Test
    void interruptedClose_endsTheWorkers() throws Exception {
        Scope scope = Run.processes().workers(1).cancelGrace(Duration.ofMillis(200)).open();
        long pid = scope.submit(Bodies::pid).get();
        Future<?> deaf = submitDeaf(scope);
        Thread closer = Thread.ofPlatform().start(scope::close);
        await().until(scope::isShutdown);
        closer.interrupt();
        closer.join();
        assertThat(deaf.isDone()).isTrue();
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    }

    @Test
    void closeWhileStarting_endsAtOnce() throws Exception {
        Scope scope = Run.processes().workers(2).initializer(Bodies::parkForEver).open();
        Future<Integer> waiting = scope.submit(() -> 1);
        assertThat(scope.shutdownNow()).hasSize(1);
        assertThat(scope.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting.isDone()).isFalse();
    }

    private static void markWhenEnded(Thread thread, Path file) {
        try {
            if (thread.join(Duration.ofSeconds(10))) {
                Bodies.mark(file, "ended");
            }
        } catch (InterruptedException e) {
            // then there is no mark
        }
    }

    /** One that slept in a native call would hold up the end of the JVM for 300 ms. */
    @Test
    void workerThatIsStopped_receivesNoMoreWhileItsHooksRun() throws Exception {
        String ended = file("ended").toString();
        try (Scope scope = Run.processes().workers(1).open()) {
            scope.submit(
                            () -> {
                                Thread receiver = Bodies.threadNamed("main");
                                Thread hook =
                                        new Thread(() -> markWhenEnded(receiver, Path.of(ended)));
                                Runtime.getRuntime().addShutdownHook(hook);
                            })
                    .get();
        }
        assertThat(file("ended")).exists();
    }
}
