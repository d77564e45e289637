package dev.polyloom.contract;

import static dev.polyloom.contract.Bodies.opening;
import static dev.polyloom.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polyloom.Scope;
import dev.polyloom.ScopeMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Tasks that wait for their turn, in scopes that bound how many run at once. */
public interface QueueContract extends Scopes {
    @Test
    default void metrics_afterAllKindsOfEnds_countEach() throws Exception {
        Scope scope = open(1);
        scope.submit(value("x")).get();
        Future<String> failed = scope.submit(Bodies.failing("no"));
        Awaitility.await().until(failed::isDone);
        Gate release = gate();
        Future<?> running = occupy(scope, release);
        Future<String> queued = scope.submit(value("never"));
        ScopeMetrics busy = scope.metrics();
        assertThat(busy.active()).isEqualTo(1);
        assertThat(busy.queued()).isEqualTo(1);
        queued.cancel(false);
        release.open();
        running.get();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    ScopeMetrics metrics = scope.metrics();
                    assertThat(metrics.submitted()).isEqualTo(4);
                    assertThat(metrics.succeeded()).isEqualTo(2);
                    assertThat(metrics.failed()).isEqualTo(1);
                    assertThat(metrics.cancelled()).isEqualTo(1);
                    assertThat(metrics.completed()).isEqualTo(4);
                    assertThat(metrics.active()).isZero();
                    assertThat(metrics.queued()).isZero();
                });
    }

    @Test
    default void cancel_ofAQueuedTask_keepsItFromEverRunning() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Gate ran = gate();
        Future<?> _ = occupy(scope, release);
        Future<?> queued = scope.submit(opening(ran));
        Future<String> after = scope.submit(value("after"));
        assertThat(queued.cancel(false)).isTrue();
        assertThat(queued.isCancelled()).isTrue();
        assertThat(queued.isDone()).isTrue();
        release.open();
        assertThat(after.get()).isEqualTo("after");
        scope.close();
        assertThat(ran.isOpen()).isFalse();
    }

    @Test
    default void cancel_withInterruptOfAQueuedTask_keepsItFromEverRunning() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Gate ran = gate();
        Future<?> occupying = occupy(scope, release);
        Future<?> queued = scope.submit(opening(ran));
        assertThat(queued.cancel(true)).isTrue();
        assertThat(occupying.isDone()).isFalse();
        release.open();
        assertThat((Object) occupying.get()).isNull();
        scope.close();
        assertThat(ran.isOpen()).isFalse();
    }

    @Test
    default void cancel_ofOneOfManyQueuedTasks_leavesTheOthers() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Future<?> _ = occupy(scope, release);
        List<Future<Integer>> futures = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int n = i;
            futures.add(scope.submit(() -> n));
        }
        for (int i = 0; i < 100; i += 2) {
            assertThat(futures.get(i).cancel(i % 4 == 0)).isTrue();
        }
        release.open();
        for (int i = 1; i < 100; i += 2) {
            assertThat(futures.get(i).get()).isEqualTo(i);
        }
        for (int i = 0; i < 100; i += 2) {
            assertThat(futures.get(i).state()).isEqualTo(Future.State.CANCELLED);
        }
    }

    @Test
    default void shutdownNow_ofABusyScope_interruptsAndGivesBackWhatNeverStarted()
            throws Exception {
        Scope scope = open(1);
        Gate ran = gate();
        Future<?> running = occupy(scope, gate());
        Runnable executed = opening(ran);
        scope.execute(executed);
        Future<?> submittedRunnable = scope.submit(opening(ran));
        Future<String> submittedCallable = scope.submit(value("never"));
        Future<String> cancelled = scope.submit(value("never"));
        cancelled.cancel(false);
        List<Runnable> neverStarted = scope.shutdownNow();
        assertThat(neverStarted)
                .containsExactly(
                        executed, (Runnable) submittedRunnable, (Runnable) submittedCallable);
        assertThat(scope.isShutdown()).isTrue();
        assertThat(scope.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(running.isDone()).isTrue();
        assertThat(submittedRunnable.isDone()).isFalse();
        assertThat(submittedCallable.isDone()).isFalse();
        assertThat(ran.isOpen()).isFalse();
        assertThat(scope.shutdownNow()).isEmpty();
    }

    @Test
    default void shutdownNow_afterShutdown_givesBackWhatNeverStarted() throws Exception {
        Scope scope = open(1);
        Future<?> _ = occupy(scope, gate());
        Future<String> queued = scope.submit(value("never"));
        scope.shutdown();
        assertThat(scope.shutdownNow()).containsExactly((Runnable) queued);
        assertThat(scope.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    default void taskGivenBack_isStillAFutureThatCanBeCancelled() throws Exception {
        Scope scope = open(1);
        Future<?> _ = occupy(scope, gate());
        Future<String> queued = scope.submit(value("never"));
        scope.shutdownNow();
        Caller waiting = Caller.of(queued::get).expectWaiting();
        assertThat(queued.cancel(false)).isTrue();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(waiting::result);
        assertThat(scope.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    default void close_interruptedWhileTasksAreQueued_neverStartsThem() throws Exception {
        Scope scope = open(1);
        Gate ran = gate();
        Future<?> _ = occupy(scope, gate());
        Future<?> queued = scope.submit(Bodies.opening(ran));
        Caller closing = Caller.running(scope::close).expectWaiting();
        closing.interrupt();
        closing.result();
        assertThat(scope.isTerminated()).isTrue();
        assertThat(ran.isOpen()).isFalse();
        assertThat(queued.isDone()).isFalse();
    }

    @Test
    default void tasks_onOneWorker_startInTheOrderOfSubmission() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Future<?> _ = occupy(scope, release);
        String test = UUID.randomUUID().toString();
        List<Future<VolumeContract.Ran>> futures = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int n = i;
            futures.add(scope.submit(() -> VolumeContract.Ran.of(test, n)));
        }
        release.open();
        for (int i = 0; i < 200; i++) {
            assertThat(futures.get(i).get(30, TimeUnit.SECONDS).run()).isEqualTo(i + 1);
        }
    }
}
