package dev.polyloom.contract;

import static dev.polyloom.contract.Bodies.forever;
import static dev.polyloom.contract.Bodies.nothing;
import static dev.polyloom.contract.Bodies.opening;
import static dev.polyloom.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.polyloom.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Shutting down in every way but {@code close}. */
public interface LifecycleContract extends Scopes {
    private static void assertRefusesAll(Scope scope, Gate ran) {
        ExecutorService plain = scope;
        Callable<String> callable = value("x");
        Runnable runnable = opening(ran);
        List<ThrowingCallable> calls =
                List.of(
                        () -> plain.execute(runnable),
                        () -> plain.submit(runnable),
                        () -> plain.submit(runnable, "x"),
                        () -> plain.submit(callable),
                        () -> scope.execute(opening(ran)),
                        () -> scope.submit(opening(ran)),
                        () -> scope.submit(value("x")),
                        () -> scope.submit(value("x"), Duration.ofSeconds(1)),
                        () -> scope.invokeAll(List.of(callable)),
                        () -> scope.invokeAll(List.of(callable), 1, TimeUnit.SECONDS),
                        () -> scope.invokeAny(List.of(callable)),
                        () -> scope.invokeAny(List.of(callable), 1, TimeUnit.SECONDS),
                        () -> scope.submitAsync(() -> CompletableFuture.completedFuture("x")));
        for (int i = 0; i < calls.size(); i++) {
            assertThatExceptionOfType(RejectedExecutionException.class)
                    .as("call %d", i)
                    .isThrownBy(calls.get(i))
                    .withMessageContaining(scope.name());
        }
        assertThat(ran.isOpen()).isFalse();
    }

    @Test
    default void scope_whenFresh_isOpen() throws Exception {
        Scope scope = open(1);
        assertThat(scope.isShutdown()).isFalse();
        assertThat(scope.isTerminated()).isFalse();
        assertThat(scope.awaitTermination(0, TimeUnit.SECONDS)).isFalse();
        assertThat(scope.awaitTermination(-1, TimeUnit.SECONDS)).isFalse();
        assertThat(scope.awaitTermination(1, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    default void shutdown_ofAnIdleScope_terminatesIt() throws Exception {
        Scope scope = open(1);
        scope.submit(value("x")).get();
        scope.shutdown();
        assertThat(scope.isShutdown()).isTrue();
        assertThat(scope.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(scope.isTerminated()).isTrue();
    }

    @Test
    default void shutdown_ofAScopeNeverUsed_terminatesIt() throws Exception {
        Scope scope = open(2);
        scope.shutdown();
        assertThat(scope.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(scope.isTerminated()).isTrue();
    }

    @Test
    default void shutdown_ofABusyScope_stillRunsWhatItHasTaken() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Future<?> running = occupy(scope, release);
        List<Future<Integer>> queued = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int n = i;
            queued.add(scope.submit(() -> n));
        }
        scope.shutdown();
        assertThat(scope.isShutdown()).isTrue();
        assertThat(scope.isTerminated()).isFalse();
        assertThat(scope.awaitTermination(0, TimeUnit.SECONDS)).isFalse();
        assertThat(scope.awaitTermination(1, TimeUnit.MILLISECONDS)).isFalse();
        release.open();
        assertThat(scope.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(scope.isTerminated()).isTrue();
        assertThat((Object) running.resultNow()).isNull();
        for (int i = 0; i < 20; i++) {
            assertThat(queued.get(i).resultNow()).isEqualTo(i);
        }
    }

    @Test
    default void shutdown_again_changesNothing() throws Exception {
        Scope scope = open(1);
        scope.shutdown();
        scope.shutdown();
        assertThat(scope.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        scope.shutdown();
        assertThat(scope.shutdownNow()).isEmpty();
        assertThat(scope.isTerminated()).isTrue();
    }

    @Test
    default void shutdownNow_ofAnIdleScope_givesNothingBack() throws Exception {
        Scope scope = open(1);
        scope.submit(value("x")).get();
        assertThat(scope.shutdownNow()).isEmpty();
        assertThat(scope.isShutdown()).isTrue();
        assertThat(scope.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    default void shutdownNow_ofAParkedTask_interruptsIt() throws Exception {
        Scope scope = open(1);
        Gate started = gate();
        Gate interrupted = gate();
        Future<String> running = scope.submit(forever(started, interrupted));
        started.expectOpen();
        assertThat(scope.shutdownNow()).isEmpty();
        assertThat(scope.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted.isOpen()).isTrue();
        assertThat(running.state()).isEqualTo(Future.State.FAILED);
        assertThat(running.exceptionNow()).isInstanceOf(InterruptedException.class);
    }

    @Test
    default void everyMethod_afterShutdown_refuses() {
        Scope scope = open(1);
        scope.shutdown();
        assertRefusesAll(scope, gate());
    }

    @Test
    default void everyMethod_afterShutdownNow_refuses() {
        Scope scope = open(1);
        Future<?> _ = occupy(scope, gate());
        scope.shutdownNow();
        assertRefusesAll(scope, gate());
    }

    @Test
    default void everyMethod_afterClose_refuses() {
        Scope scope = open(1);
        scope.close();
        assertRefusesAll(scope, gate());
    }

    @Test
    default void everyMethod_ofABusyScopeAfterShutdown_refuses() {
        Scope scope = open(1);
        Future<?> _ = occupy(scope, gate());
        scope.shutdown();
        assertRefusesAll(scope, gate());
        assertThat(scope.isTerminated()).isFalse();
    }

    @Test
    default void awaitTermination_withNullUnit_isRefused() {
        Scope scope = open(1);
        assertThatNullPointerException().isThrownBy(() -> scope.awaitTermination(1, nothing()));
    }

    @Test
    default void awaitTermination_bySeveralThreads_wakesAll() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Future<?> _ = occupy(scope, release);
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            callers.add(Caller.of(() -> scope.awaitTermination(1, TimeUnit.DAYS)).expectWaiting());
        }
        scope.shutdown();
        release.open();
        for (Caller caller : callers) {
            assertThat(caller.result()).isEqualTo(true);
        }
    }

    @Test
    default void metrics_afterClose_stillTell() throws Exception {
        Scope scope = open(1);
        scope.submit(value("x")).get();
        scope.close();
        assertThat(scope.metrics().succeeded()).isEqualTo(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> scope.metrics().active() == 0 && scope.metrics().queued() == 0);
    }
}
