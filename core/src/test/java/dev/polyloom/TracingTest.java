package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a traced scope tells of its tasks, and what task time-outs do. */
@Timeout(60)
class TracingTest {
    private final List<ScopeEvent.TaskEnded> events = new CopyOnWriteArrayList<>();

    private void keep(ScopeEvent event) {
        if (event instanceof ScopeEvent.TaskEnded ended) {
            events.add(ended);
        }
    }

    private static void spin(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void task_thatSucceeds_isToldWithItsTimes() throws Exception {
        Instant before = Instant.now();
        try (Scope scope =
                Run.threads().workers(1).name("told").trace(true).listener(this::keep).open()) {
            scope.submit(() -> spin(Duration.ofMillis(20))).get();
        }
        ScopeEvent.TaskEnded event = events.getFirst();
        assertThat(events).hasSize(1);
        assertThat(event.scope()).isEqualTo("told");
        assertThat(event.task()).isEqualTo(1);
        assertThat(event.worker()).isEqualTo("told-1");
        assertThat(event.state()).isEqualTo(Future.State.SUCCESS);
        assertThat(event.ran()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        assertThat(event.waited()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(event.failure()).isNull();
        assertThat(event.at()).isBetween(before, Instant.now());
    }

    @Test
    void task_thatWaitsForAWorker_isToldHowLong() throws Exception {
        try (Scope scope = Run.threads().workers(1).trace(true).listener(this::keep).open()) {
            Future<?> first = scope.submit(() -> spin(Duration.ofMillis(30)));
            Future<?> second = scope.submit(() -> {});
            first.get();
            second.get();
        }
        assertThat(events).extracting(ScopeEvent.TaskEnded::task).containsExactly(1L, 2L);
        Duration firstRan = events.get(0).ran();
        assertThat(events.get(1).waited()).isGreaterThan(Duration.ofMillis(5));
        assertThat(events.get(1).waited()).isLessThan(firstRan.plusSeconds(30));
    }

    @Test
    void task_thatFailsOrIsCancelled_isToldSo() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        ArithmeticException thrown = new ArithmeticException("told");
        try (Scope scope = Run.threads().workers(1).trace(true).listener(this::keep).open()) {
            Future<?> failing =
                    scope.submit(() -> {
                        release.await();
                        throw thrown;
                    });
            Future<Integer> queued = scope.submit(() -> 1);
            queued.cancel(false);
            release.countDown();
            Awaitility.await().until(failing::isDone);
        }
        assertThat(events).hasSize(2);
        ScopeEvent.TaskEnded cancelled = events.get(0);
        assertThat(cancelled.state()).isEqualTo(Future.State.CANCELLED);
        assertThat(cancelled.worker()).isEmpty();
        assertThat(cancelled.ran()).isZero();
        assertThat(events.get(1).state()).isEqualTo(Future.State.FAILED);
        assertThat(events.get(1).failure()).isSameAs(thrown);
    }

    @Test
    @SuppressWarnings("try") // closed before it is looked at
    void metrics_ofATracedScope_sumTheTimes() throws Exception {
        try (Scope scope = Run.virtual().trace(true).open()) {
            for (int i = 0; i < 3; i++) {
                scope.submit(() -> spin(Duration.ofMillis(5))).get();
            }
            scope.close();
            ScopeMetrics metrics = scope.metrics();
            assertThat(metrics.timed()).isEqualTo(3);
            assertThat(metrics.ran()).isGreaterThanOrEqualTo(Duration.ofMillis(15));
            assertThat(metrics.waited()).isGreaterThanOrEqualTo(Duration.ZERO);
        }
    }

    @Test
    @SuppressWarnings("try") // closed before it is looked at
    void scope_thatIsNotTraced_tellsNothingOfTasks() throws Exception {
        try (Scope scope = Run.threads().workers(1).listener(this::keep).open()) {
            scope.submit(() -> 1).get();
            scope.close();
            assertThat(events).isEmpty();
            assertThat(scope.metrics().timed()).isZero();
            assertThat(scope.metrics().succeeded()).isEqualTo(1);
        }
    }

    @Test
    void listener_thatThrows_disturbsNeitherTheTasksNorTheOthers() throws Exception {
        List<Throwable> failures =
                List.of(new IllegalStateException("on purpose"), new AssertionError("on purpose"));
        for (Throwable failure : failures) {
            events.clear();
            ScopeListener throwing =
                    event -> {
                        if (failure instanceof Error error) {
                            throw error;
                        }
                        throw (RuntimeException) failure;
                    };
            try (Scope scope =
                    Run.threads()
                            .workers(1)
                            .trace(true)
                            .listener(throwing)
                            .listener(this::keep)
                            .open()) {
                for (int i = 0; i < 5; i++) {
                    assertThat(scope.submit(() -> 1).get()).isEqualTo(1);
                }
            }
            assertThat(events).hasSize(5);
        }
    }

    @Test
    void executedTask_overTheScopesTimeout_isInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        try (Scope scope = Run.threads().workers(1).taskTimeout(Duration.ofMillis(20)).open()) {
            scope.execute(() -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
            });
            assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void task_overTheScopesTimeout_failsNamingItsThread() {
        try (Scope scope = Run.virtual().name("slow").taskTimeout(Duration.ofMillis(20)).open()) {
            Future<?> slow =
                    scope.submit(() -> {
                        new CountDownLatch(1).await();
                        return null;
                    });
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> slow.get(30, TimeUnit.SECONDS))
                    .withCauseInstanceOf(TaskTimeoutException.class)
                    .withMessageContaining("20 ms")
                    .withMessageContaining("slow");
        }
    }

    @Test
    void asyncTask_overTheScopesTimeout_failsAndFreesTheScope() {
        try (Scope scope = Run.virtual().taskTimeout(Duration.ofMillis(20)).open()) {
            Future<String> open =
                    scope.submitAsync(java.util.concurrent.CompletableFuture<String>::new);
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> open.get(30, TimeUnit.SECONDS))
                    .withCauseInstanceOf(TaskTimeoutException.class);
        }
    }
}
