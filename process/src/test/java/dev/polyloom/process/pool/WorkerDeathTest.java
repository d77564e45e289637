package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.ScopeEvent;
import dev.polyloom.SerializableRunnable;
import dev.polyloom.WorkerDiedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a worker dies of, only what it ran fails, and all else is run exactly once. */
@Timeout(90)
class WorkerDeathTest {
    private static final int OTHERS = 30;

    @TempDir private Path folder;

    private final List<ScopeEvent> events = new CopyOnWriteArrayList<>();

    private ProcessScopeBuilder builder() {
        return Run.processes()
                .name("chaos")
                .workers(2)
                .jvmArguments("-XX:ErrorFile=" + folder.resolve("crash.log"))
                .listener(events::add);
    }

    /** Runs a deadly task between harmless ones, and checks all that must hold. */
    private WorkerDiedException dieAmongOthers(
            ProcessScopeBuilder builder, SerializableRunnable deadly) throws Exception {
        Path marks = folder.resolve("marks");
        try (Scope scope = builder.open()) {
            List<Future<?>> others = new ArrayList<>();
            submitMarks(scope, marks, 0, others);
            Future<?> dead = scope.submit(deadly);
            submitMarks(scope, marks, OTHERS, others);
            for (Future<?> each : others) {
                each.get();
            }
            WorkerDiedException death = death(dead);
            assertThat(death.worker()).startsWith("chaos-");
            assertThat(death.pid()).isPositive();
            assertThat(death.task()).isEqualTo("lambda in " + WorkerDeathTest.class.getName());
            assertThat(scope.submit(Bodies::pid).get()).isNotEqualTo(death.pid());
            assertThat(scope.metrics().replaced()).isEqualTo(1);
            assertThat(endOf(death.pid()).expected()).isFalse();
            assertThat(endOf(death.pid()).worker()).isEqualTo(death.worker());
            assertThat(death).hasMessageContaining(endOf(death.pid()).reason());
            return death;
        } finally {
            assertMarkedOnce(marks);
        }
    }

    @Test
    void queuedShortTasks_areDoneByAReplacementWhereTheOtherWorkerIsBusy() throws Exception {
        String held = folder.resolve("held").toString();
        String go = folder.resolve("go").toString();
        try (Scope scope = builder().open()) {
            for (int i = 0; i < OTHERS; i++) {
                assertThat(scope.submit(() -> 1).get()).isEqualTo(1);
            }
            for (int i = 0; i < 2; i++) {
                scope.execute(() -> hold(held, go));
            }
            await().until(() -> lines(held).size() == 2);
            List<Future<Long>> others = new ArrayList<>();
            for (int i = 0; i < OTHERS; i++) {
                others.add(scope.submit(Bodies::pid));
            }
            long dead = Long.parseLong(lines(held).getFirst());
            long busy = Long.parseLong(lines(held).getLast());
            Bodies.signal(dead, "KILL");
            for (Future<Long> each : others) {
                assertThat(each.get()).isNotIn(dead, busy);
            }
            Bodies.mark(Path.of(go), "go");
        }
    }

    private static void hold(String held, String go) {
        Bodies.mark(Path.of(held), Long.toString(Bodies.pid()));
        Bodies.awaitFile(Path.of(go));
    }

    private static List<String> lines(String file) throws IOException {
        Path path = Path.of(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    private static void submitMarks(Scope scope, Path marks, int from, List<Future<?>> futures) {
        for (int i = from; i < from + OTHERS; i++) {
            String line = "task " + i;
            String file = marks.toString();
            futures.add(scope.submit(() -> Bodies.mark(Path.of(file), line)));
        }
    }

    private static void assertMarkedOnce(Path marks) throws IOException {
        assertThat(Files.readAllLines(marks))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 2 * OTHERS).mapToObj(i -> "task " + i).toList());
    }

    private static WorkerDiedException death(Future<?> future) {
        ExecutionException e = catchThrowableOfType(ExecutionException.class, future::get);
        Throwable cause = Objects.requireNonNull(e, "the task succeeded").getCause();
        assertThat(cause).isInstanceOf(WorkerDiedException.class);
        return (WorkerDiedException) Objects.requireNonNull(cause);
    }

    private ScopeEvent.WorkerEnded endOf(long pid) {
        return await().until(
                        () ->
                                events.stream()
                                        .filter(ScopeEvent.WorkerEnded.class::isInstance)
                                        .map(ScopeEvent.WorkerEnded.class::cast)
                                        .filter(e -> e.pid() == pid)
                                        .toList(),
                        ends -> ends.size() == 1)
                .getFirst();
    }

    @Test
    void leavesAChildThatHoldsItsSocket_isSeenToBeDeadAllTheSame() throws Exception {
        Path pid = folder.resolve("child");
        String file = pid.toString();
        try {
            WorkerDiedException death =
                    dieAmongOthers(builder(), () -> Bodies.leaveChildAndHalt(file, 7));
            assertThat(death).hasMessageContaining("exited with code 7");
        } finally {
            Bodies.endNativeChild(pid);
        }
    }

    @Test
    void killedBySignal9_namesTheSignal() throws Exception {
        WorkerDiedException death = dieAmongOthers(builder(), () -> Bodies.signalSelf("KILL"));
        assertThat(death.signal()).isEqualTo(9);
        assertThat(death).hasMessageContaining("was killed by signal 9 (SIGKILL)");
    }

    @Test
    void killedBySignal15_namesTheSignal() throws Exception {
        WorkerDiedException death = dieAmongOthers(builder(), () -> Bodies.signalSelf("TERM"));
        assertThat(death.exitCode()).isEqualTo(143);
        assertThat(death).hasMessageContaining("was killed by signal 15 (SIGTERM)");
    }

    @Test
    void systemExit_namesTheCode() throws Exception {
        WorkerDiedException death = dieAmongOthers(builder(), () -> System.exit(7));
        assertThat(death.exitCode()).isEqualTo(7);
        assertThat(death.signal()).isZero();
        assertThat(death).hasMessageContaining("exited with code 7");
    }

    @Test
    void halt_quotesTheLastWords() throws Exception {
        WorkerDiedException death =
                dieAmongOthers(
                        builder(),
                        () -> {
                            for (int i = 0; i < 50; i++) {
                                System.err.println("line " + i);
                            }
                            Runtime.getRuntime().halt(9);
                        });
        assertThat(death.exitCode()).isEqualTo(9);
        assertThat(death.stderrTail())
                .containsExactlyElementsOf(
                        IntStream.range(30, 50).mapToObj(i -> "line " + i).toList());
    }

    @Test
    void outOfMemory_isNamed() throws Exception {
        WorkerDiedException death =
                dieAmongOthers(builder().maxHeap(32 << 20), () -> Bodies.exhaustHeap());
        assertThat(death.exitCode()).isEqualTo(3);
        assertThat(death).hasMessageContaining("exited with code 3 (out of memory)");
    }

    @Test
    void nativeCrash_namesTheSignal() throws Exception {
        WorkerDiedException death = dieAmongOthers(builder(), () -> Bodies.signalSelf("SEGV"));
        assertThat(death).hasMessageContaining("crashed (SIGSEGV)");
    }

    @Test
    void stoppedPastTheHeartbeat_isKilled() throws Exception {
        WorkerDiedException death =
                dieAmongOthers(
                        builder().heartbeatTimeout(Duration.ofSeconds(2)),
                        () -> Bodies.signalSelf("STOP"));
        assertThat(death).hasMessageContaining("no heartbeat for 2 s, killed");
    }

    @Test
    void deathWhileReceivingATask_failsThatTask() throws Exception {
        Bodies.Poison poison = new Bodies.Poison(true);
        WorkerDiedException death = dieAmongOthers(builder(), () -> poison.touch());
        assertThat(death.signal()).isEqualTo(9);
    }

    @Test
    void deathWhileReplying_failsThatTask() throws Exception {
        Path marks = folder.resolve("marks");
        try (Scope scope = builder().open()) {
            List<Future<?>> others = new ArrayList<>();
            submitMarks(scope, marks, 0, others);
            Future<?> dead = scope.submit(() -> new Bodies.Poison(false));
            submitMarks(scope, marks, OTHERS, others);
            for (Future<?> each : others) {
                each.get();
            }
            assertThat(death(dead).signal()).isEqualTo(9);
        }
        assertMarkedOnce(marks);
    }

    @Test
    void deathWhileIdle_costsNothing() throws Exception {
        try (Scope scope = builder().workers(1).open()) {
            long first = scope.submit(Bodies::pid).get();
            Bodies.signal(first, "KILL");
            assertThat(endOf(first).reason()).contains("signal 9");
            assertThat(scope.submit(Bodies::pid).get()).isNotEqualTo(first);
            assertThat(scope.metrics().failed()).isZero();
        }
    }

    @Test
    void deathBetweenStartAndFirstTask_costsNothing() throws Exception {
        AtomicBoolean once = new AtomicBoolean();
        ProcessScopeBuilder builder =
                builder()
                        .workers(1)
                        .listener(event -> {
                            if (event instanceof ScopeEvent.WorkerStarted started
                                    && once.compareAndSet(false, true)) {
                                Bodies.signal(started.pid(), "KILL");
                            }
                        });
        try (Scope scope = builder.open()) {
            assertThat(scope.submit(() -> 42).get()).isEqualTo(42);
            assertThat(scope.metrics().replaced()).isEqualTo(1);
        }
    }

    @Test
    void deathWhileStarting_isTriedAgain() throws Exception {
        String flag = folder.resolve("flag").toString();
        ProcessScopeBuilder builder =
                builder()
                        .workers(1)
                        .initializer(() -> {
                            if (Files.notExists(Path.of(flag))) {
                                Bodies.mark(Path.of(flag), "first");
                                Bodies.signalSelf("KILL");
                            }
                        });
        try (Scope scope = builder.open()) {
            assertThat(scope.submit(() -> 42).get()).isEqualTo(42);
        }
    }

    @Test
    void deathWhileClosing_doesNotHoldUpTheClose() throws Exception {
        Scope scope = builder().workers(2).open();
        Future<?> dead =
                scope.submit(() -> {
                    Bodies.spin(50);
                    Bodies.signalSelf("KILL");
                });
        Future<Integer> queued = scope.submit(() -> 42);
        scope.close();
        assertThat(death(dead).signal()).isEqualTo(9);
        assertThat(queued.get()).isEqualTo(42);
        assertThat(scope.isTerminated()).isTrue();
    }

    @Test
    void deathOfABusyWorker_failsAllItsTasks() throws Exception {
        String begun = folder.resolve("begun").toString();
        try (Scope scope = builder().workers(1).concurrency(3).open()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                running.add(
                        scope.submit(() -> {
                            Bodies.mark(Path.of(begun), Long.toString(Bodies.pid()));
                            Bodies.parkForEver();
                        }));
            }
            await().until(() -> lines(begun).size() == 3);
            long pid = Long.parseLong(lines(begun).getFirst());
            String marks = folder.resolve("queued").toString();
            Future<?> queued = scope.submit(() -> Bodies.mark(Path.of(marks), "queued"));
            Bodies.signal(pid, "KILL");
            for (Future<?> each : running) {
                assertThat(death(each).pid()).isEqualTo(pid);
            }
            queued.get();
            assertThat(Files.readAllLines(Path.of(marks))).containsExactly("queued");
        }
    }
}
