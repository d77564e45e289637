package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.WorkerDiedException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What {@code ProcessOptions} promise. */
@Timeout(60)
class WorkerOptionsTest {
    @TempDir private Path folder;

    @Test
    void environmentPropertiesFlagsAndFolder_reachTheWorker() throws Exception {
        try (Scope scope =
                Run.processes()
                        .workers(1)
                        .environment("POLYLOOM_TEST", "set")
                        .systemProperty("own.property", "a b\"c")
                        .jvmArguments("-Xss768k")
                        .maxHeap(96 << 20)
                        .workingDirectory(folder)
                        .open()) {
            assertThat(scope.submit(() -> System.getenv("POLYLOOM_TEST")).get()).isEqualTo("set");
            assertThat(scope.submit(() -> System.getProperty("own.property")).get())
                    .isEqualTo("a b\"c");
            assertThat(scope.submit(() -> System.getProperty("user.dir")).get())
                    .isEqualTo(folder.toRealPath().toString());
            assertThat(scope.submit(() -> Runtime.getRuntime().maxMemory()).get())
                    .isLessThanOrEqualTo(96L << 20);
            assertThat(scope.submit(() -> System.getProperty("polyloom.cores")).get()).isNotBlank();
        }
    }

    @Test
    void inheritedEnvironment_isHandedOn() throws Exception {
        try (Scope scope = Run.processes().workers(1).open()) {
            assertThat(scope.submit(() -> System.getenv("PATH")).get())
                    .isEqualTo(System.getenv("PATH"));
            assertThat(scope.submit(() -> System.getenv("JAVA_TOOL_OPTIONS")).get()).isNull();
        }
    }

    @Test
    void affinityAndNiceness_holdInTheWorker() throws Exception {
        try (Scope scope = Run.processes().workers(1).affinity(0).niceness(5).open()) {
            List<String> status =
                    scope.submit(() ->
                                    List.copyOf(Files.readAllLines(Path.of("/proc/self/status"))))
                            .get();
            assertThat(status).contains("Cpus_allowed_list:\t0");
            String stat = scope.submit(() -> Files.readString(Path.of("/proc/self/stat"))).get();
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            assertThat(fields[16]).isEqualTo("5");
        }
    }

    @Test
    void initializer_runsOnceInEachWorkerBeforeItsTasks() throws Exception {
        String key = "initialized";
        int seed = 41;
        try (Scope scope =
                Run.processes()
                        .workers(1)
                        .initializer(() -> System.setProperty(key, "" + (seed + 1)))
                        .open()) {
            for (int i = 0; i < 3; i++) {
                assertThat(scope.submit(() -> System.getProperty(key)).get()).isEqualTo("42");
            }
        }
    }

    @Test
    void initializerThatFailsAtLength_isHeardToTheEnd() throws Exception {
        int length = 8 * 1024 * 1024;
        try (Scope scope =
                Run.processes()
                        .workers(1)
                        .initializer(() -> {
                            throw new IllegalStateException("x".repeat(length));
                        })
                        .open()) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> scope.submit(Bodies::pid).get())
                    .havingCause()
                    .isInstanceOf(IllegalStateException.class)
                    .satisfies(e -> assertThat(e.getMessage()).hasSize(length));
        }
    }

    @Test
    void initializerThatKeepsFailing_failsTheTasksWithItsExceptionAndThePoolRecovers()
            throws Exception {
        String cure = folder.resolve("cure").toString();
        try (Scope scope =
                Run.processes()
                        .workers(2)
                        .initializer(() -> {
                            if (!Files.exists(Path.of(cure))) {
                                throw new IllegalStateException("no cure yet");
                            }
                        })
                        .open()) {
            Future<Integer> first = scope.submit(() -> 1);
            Future<Integer> second = scope.submit(() -> 2);
            for (Future<Integer> each : List.of(first, second)) {
                ExecutionException e = catchThrowableOfType(ExecutionException.class, each::get);
                assertThat(Objects.requireNonNull(e).getCause())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("no cure yet");
            }
            Bodies.mark(folder.resolve("cure"), "here");
            assertThat(scope.submit(() -> 3).get()).isEqualTo(3);
        }
    }

    @Test
    void workerThatCannotStart_failsTheTasksWithTheReason() {
        try (Scope scope = Run.processes().workers(1).jvmArguments("-XX:+NoSuchFlag").open()) {
            Future<Integer> future = scope.submit(() -> 1);
            ExecutionException e = catchThrowableOfType(ExecutionException.class, future::get);
            assertThat(Objects.requireNonNull(e).getCause())
                    .isInstanceOf(WorkerDiedException.class)
                    .hasMessageContaining("exited with code 1 before it was ready")
                    .hasMessageContaining("NoSuchFlag");
        }
    }

    @Test
    void missingWorkingFolder_failsTheTasksWithTheReason() {
        Path missing = folder.resolve("missing");
        try (Scope scope = Run.processes().workers(1).workingDirectory(missing).open()) {
            Future<Integer> future = scope.submit(() -> 1);
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(future::get)
                    .withCauseInstanceOf(WorkerDiedException.class)
                    .withMessageContaining("could not be started")
                    .withMessageContaining("missing");
        }
    }

    @Test
    void startThatTakesTooLong_failsTheTasks() {
        try (Scope scope =
                Run.processes()
                        .workers(1)
                        .initializer(Bodies::parkForEver)
                        .startTimeout(Duration.ofMillis(700))
                        .open()) {
            Future<Integer> future = scope.submit(() -> 1);
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(future::get)
                    .withMessageContaining("was not ready 700 ms after its start");
        }
    }

    @Test
    void recycleByCount_limitsTheTasksOfEachWorkerAndLosesNone() throws Exception {
        List<Future<Long>> futures = new ArrayList<>();
        try (Scope scope = Run.processes().workers(2).maxTasksPerWorker(10).open()) {
            for (int i = 0; i < 60; i++) {
                futures.add(scope.submit(Bodies::pid));
            }
            List<Long> pids = new ArrayList<>();
            for (Future<Long> each : futures) {
                pids.add(each.get());
            }
            Set<Long> distinct = new HashSet<>(pids);
            assertThat(distinct).hasSizeGreaterThanOrEqualTo(6);
            assertThat(distinct)
                    .allSatisfy(pid ->
                            assertThat(pids.stream().filter(pid::equals).count())
                                    .isLessThanOrEqualTo(10));
            assertThat(scope.metrics().recycled()).isGreaterThanOrEqualTo(5);
            assertThat(scope.metrics().replaced()).isZero();
        }
    }

    @Test
    void recycleByAge_replacesTheWorkerBetweenTasks() throws Exception {
        try (Scope scope = Run.processes().workers(1).maxWorkerAge(Duration.ofMillis(1)).open()) {
            long first = scope.submit(Bodies::pid).get();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> scope.submit(Bodies::pid).get() != first);
            assertThat(scope.metrics().recycled()).isPositive();
            assertThat(scope.metrics().failed()).isZero();
        }
    }

    @Test
    void recycleBySize_replacesTheWorkerBetweenTasks() throws Exception {
        try (Scope scope = Run.processes().workers(1).recycleResident(1 << 20).open()) {
            long first = scope.submit(Bodies::pid).get();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> scope.submit(Bodies::pid).get() != first);
            assertThat(scope.metrics().recycled()).isPositive();
        }
    }

    @Test
    void residentSizeAboveTheLimit_killsTheWorker() {
        try (Scope scope = Run.processes().workers(1).maxResident(8 << 20).open()) {
            Future<?> future = scope.submit(Bodies::parkForEver);
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(future::get)
                    .withCauseInstanceOf(WorkerDiedException.class)
                    .withMessageContaining("exceeded its memory limit of 8388608 bytes");
        }
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void output_isForwardedLineByLineWithTheWorkersName() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try (Scope scope = Run.processes().name("loud").workers(1).open()) {
            scope.submit(
                            () -> {
                                System.out.println("grüße");
                                System.out.print("no end");
                            })
                    .get();
        } finally {
            System.setOut(before);
        }
        assertThat(captured.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("[loud-1] grüße", "[loud-1] no end");
    }

    @Test
    void concurrency_keepsSeveralAsyncTasksOpenInOneWorker() throws Exception {
        try (Scope scope = Run.processes().workers(1).concurrency(8).open()) {
            List<CompletableFuture<Integer>> futures = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int last = i;
                futures.add(scope.submitAsync(() -> Gate.arrive(8, last)));
            }
            for (CompletableFuture<Integer> each : futures) {
                assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo(8);
            }
        }
    }

    /** Opens when so many have come; its state lives in the worker. */
    static final class Gate {
        private static final List<CompletableFuture<Integer>> WAITING = new ArrayList<>();

        private Gate() {}

        static synchronized CompletableFuture<Integer> arrive(int all, int number) {
            CompletableFuture<Integer> mine = new CompletableFuture<>();
            WAITING.add(mine);
            if (WAITING.size() == all) {
                List.copyOf(WAITING).forEach(each -> each.complete(all));
            }
            return number < 0 ? CompletableFuture.completedFuture(number) : mine;
        }
    }

    @Test
    void withoutStatusPage_deathFailsOnlyWhatRan() throws Exception {
        System.setProperty("polyloom.process.statusPage", "false");
        try (Scope scope = Run.processes().workers(1).open()) {
            List<Future<Integer>> futures = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int number = i;
                futures.add(scope.submit(() -> number));
            }
            Future<?> dead = scope.submit(() -> Bodies.signalSelf("KILL"));
            for (int i = 50; i < 100; i++) {
                int number = i;
                futures.add(scope.submit(() -> number));
            }
            for (int i = 0; i < futures.size(); i++) {
                assertThat(futures.get(i).get()).isEqualTo(i);
            }
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(dead::get)
                    .withCauseInstanceOf(WorkerDiedException.class);
        } finally {
            System.clearProperty("polyloom.process.statusPage");
        }
    }
}
