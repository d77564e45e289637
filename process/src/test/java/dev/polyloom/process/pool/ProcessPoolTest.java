package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.polyloom.RemoteException;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.ScopeMetrics;
import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializationException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessPoolTest {
    @TempDir private Path folder;

    private Scope scope;

    @BeforeAll
    void open() {
        scope = Run.processes().name("basic").workers(2).open();
    }

    @AfterAll
    void close() {
        scope.close();
    }

    record Point(int x, int y) implements Serializable {
        Point mirrored() {
            return new Point(y, x);
        }
    }

    record Mirror(Point point) implements SerializableCallable<Point> {
        @Override
        public Point call() {
            return point.mirrored();
        }
    }

    static final class OwnException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int code;

        OwnException(int code) {
            super("code " + code);
            this.code = code;
        }
    }

    static long pid() {
        return ProcessHandle.current().pid();
    }

    @Test
    void lambda_runsInAnotherProcess() throws Exception {
        assertThat(scope.submit(() -> pid()).get()).isNotEqualTo(pid());
    }

    @Test
    void closure_carriesWhatItCaptured() throws Exception {
        int left = 40;
        List<Integer> right = List.of(1, 1);
        assertThat(scope.submit(() -> left + right.get(0) + right.get(1)).get()).isEqualTo(42);
    }

    @Test
    void methodReference_travels() throws Exception {
        assertThat(scope.submit(ProcessPoolTest::pid).get()).isNotEqualTo(pid());
    }

    @Test
    void record_travelsAsTaskAndAsResult() throws Exception {
        assertThat(scope.submit(new Mirror(new Point(1, 2))).get()).isEqualTo(new Point(2, 1));
    }

    @Test
    void localClass_travels() throws Exception {
        record Doubled(int value) implements SerializableCallable<Integer> {
            @Override
            public Integer call() {
                return 2 * value;
            }
        }
        assertThat(scope.submit(new Doubled(21)).get()).isEqualTo(42);
    }

    @Test
    void runnable_givesNull() throws Exception {
        Future<?> future = scope.submit(() -> Thread.currentThread().setName("renamed"));
        assertThat(future.get()).isNull();
    }

    @Test
    void exception_arrivesAsItselfWithTheRemoteStack() {
        Future<?> future =
                scope.submit(() -> {
                    throw new OwnException(5);
                });
        OwnException thrown = failure(future, OwnException.class);
        assertThat(thrown.code).isEqualTo(5);
        assertThat(thrown.getSuppressed())
                .singleElement()
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.worker()).startsWith("basic-"));
    }

    @Test
    void unserializableTask_failsItsFutureWithThePath() {
        Object lock = new Object();
        Future<?> future = scope.submit(() -> lock.hashCode());
        assertThat(failure(future, SerializationException.class).path()).startsWith("task");
    }

    @Test
    void unserializableResult_failsItsFutureWithThePath() {
        Future<?> future = scope.submit(() -> List.of(new Object()));
        assertThat(failure(future, SerializationException.class).path()).startsWith("result");
    }

    static final class Unreadable implements Serializable {
        private static final long serialVersionUID = 1L;

        private Object readResolve() throws IOException {
            throw new IOException("unreadable");
        }
    }

    @Test
    void argumentWhoseDeserialisationThrows_failsItsFuture() {
        Unreadable argument = new Unreadable();
        Future<?> future = scope.submit(() -> argument.hashCode());
        assertThat(failure(future, SerializationException.class)).hasMessageContaining("task");
    }

    @Test
    void resultWhoseDeserialisationThrows_failsItsFuture() {
        Future<?> future = scope.submit(Unreadable::new);
        assertThat(failure(future, SerializationException.class)).hasMessageContaining("result");
    }

    @Test
    void resultWhoseDeserialisationBlocks_failsItsFutureAlone() throws Exception {
        System.setProperty("polyloom.process.decodeTimeout", "300");
        try (Scope impatient = Run.processes().workers(1).open()) {
            Future<?> blocked = impatient.submit(Bodies.Quicksand::new);
            assertThat(impatient.submit(() -> 42).get()).isEqualTo(42);
            assertThat(failure(blocked, SerializationException.class))
                    .hasMessageContaining("not decoded within 300 ms");
            assertThat(impatient.metrics().replaced()).isZero();
        } finally {
            System.clearProperty("polyloom.process.decodeTimeout");
        }
    }

    @Test
    void taskSentAheadBehindALongOne_isRunByAnIdleWorker() throws Exception {
        try (Scope pair = Run.processes().workers(2).open()) {
            for (int round = 0; round < 5; round++) {
                List<Future<Integer>> warm = new ArrayList<>();
                for (int i = 0; i < 3_000; i++) {
                    warm.add(pair.submit(() -> 1));
                }
                assertThat(warm).allSatisfy(each -> assertThat(each.get()).isEqualTo(1));
                String flag = folder.resolve("flag" + round).toString();
                Future<?> waits = pair.submit(() -> Bodies.awaitFile(Path.of(flag)));
                List<Future<?>> behind = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    behind.add(pair.submit(() -> 2));
                }
                Future<?> releases = pair.submit(() -> Bodies.mark(Path.of(flag), "go"));
                waits.get();
                releases.get();
                for (Future<?> each : behind) {
                    assertThat(each.get()).isEqualTo(2);
                }
            }
            assertThat(pair.metrics().failed()).isZero();
        }
    }

    static final class Loaded extends IllegalStateException {
        private static final long serialVersionUID = 1L;
        final Object luggage = new Object();

        Loaded() {
            super("with luggage");
        }
    }

    @Test
    void exceptionThatCannotTravel_arrivesByName() {
        Future<?> future =
                scope.submit(() -> {
                    throw new Loaded();
                });
        assertThat(failure(future, Throwable.class)).hasMessageContaining("with luggage");
    }

    @Test
    void largeArguments_travelBothWays() throws Exception {
        byte[] large = new byte[5_000_000];
        large[4_999_999] = 7;
        byte[] back = scope.submit(() -> large).get();
        assertThat(back).isEqualTo(large);
    }

    @Test
    void asyncTask_completesWithItsStage() throws Exception {
        CompletableFuture<Integer> future =
                scope.submitAsync(() -> CompletableFuture.supplyAsync(() -> 42));
        assertThat(future.get()).isEqualTo(42);
    }

    @Test
    void asyncTask_failsWithItsStage() {
        CompletableFuture<Object> future =
                scope.submitAsync(() -> CompletableFuture.failedFuture(new OwnException(6)));
        assertThat(failure(future, OwnException.class).code).isEqualTo(6);
    }

    @Test
    void manyTasks_eachGiveTheirOwnResult() throws Exception {
        List<Future<Integer>> futures = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            int number = i;
            futures.add(scope.submit(() -> number));
        }
        for (int i = 0; i < futures.size(); i++) {
            assertThat(futures.get(i).get()).isEqualTo(i);
        }
    }

    @Test
    void standardInputOfTasks_isEmpty() throws Exception {
        assertThat(scope.submit(() -> System.in.read()).get()).isEqualTo(-1);
    }

    @Test
    void taskThread_hasTheWorkersName() throws Exception {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            names.add(scope.submit(() -> Thread.currentThread().getName()).get());
        }
        assertThat(names).isSubsetOf("basic-1", "basic-2", "renamed");
    }

    @Test
    void contextClassLoader_isTheSubmitters() throws Exception {
        String name = ProcessPoolTest.class.getName();
        String found =
                scope.submit(() ->
                                Thread.currentThread()
                                        .getContextClassLoader()
                                        .loadClass(name)
                                        .getName())
                        .get();
        assertThat(found).isEqualTo(name);
    }

    @Test
    void closedPool_rejectsTasksAndIsTerminated() throws Exception {
        Scope closed = Run.processes().workers(1).open();
        assertThat(closed.submit(() -> 1).get()).isEqualTo(1);
        closed.close();
        assertThat(closed.isTerminated()).isTrue();
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> closed.submit(() -> 2));
    }

    @Test
    void close_runsWhatWasSubmitted() throws Exception {
        List<Future<Integer>> futures = new ArrayList<>();
        try (Scope draining = Run.processes().workers(2).open()) {
            for (int i = 0; i < 100; i++) {
                int number = i;
                futures.add(draining.submit(() -> number));
            }
        }
        assertThat(futures).allMatch(each -> each.state() == Future.State.SUCCESS);
    }

    @Test
    void taskSubmittedWhileMetricsAreTaken_isNotLeftWaiting() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (Scope watched = Run.processes().workers(1).open()) {
            Thread looker =
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> {
                                while (!enough.get()) {
                                    ScopeMetrics _ = watched.metrics();
                                }
                            });
            try {
                for (int i = 0; i < 20_000; i++) {
                    assertThat(watched.submit(() -> 1).get(20, TimeUnit.SECONDS)).isEqualTo(1);
                }
            } finally {
                enough.set(true);
                looker.join();
            }
        }
    }

    @Test
    void emptyPool_closesWithoutStartingAWorker() throws Exception {
        Scope empty = Run.processes().workers(2).open();
        assertThat(empty.metrics().workers()).isZero();
        empty.shutdown();
        assertThat(empty.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private static <T extends Throwable> T failure(Future<?> future, Class<T> type) {
        ExecutionException e = catchThrowableOfType(ExecutionException.class, future::get);
        return type.cast(Objects.requireNonNull(Objects.requireNonNull(e).getCause()));
    }
}
