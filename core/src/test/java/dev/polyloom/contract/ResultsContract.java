package dev.polyloom.contract;

import static dev.polyloom.contract.Bodies.forever;
import static dev.polyloom.contract.Bodies.nothing;
import static dev.polyloom.contract.Bodies.opening;
import static dev.polyloom.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.polyloom.Flavor;
import dev.polyloom.Scope;
import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializableRunnable;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What tasks give back. */
public interface ResultsContract extends Scopes {
    /** A value of a user. */
    record Point(int x, int y) implements Serializable {}

    @Test
    default void execute_runsTheTask() {
        Scope scope = open(1);
        Gate ran = gate();
        scope.execute(() -> ran.open());
        ran.expectOpen();
    }

    @Test
    default void execute_throughThePlainInterface_runsTheTask() {
        ExecutorService scope = open(1);
        Gate ran = gate();
        Runnable task = opening(ran);
        scope.execute(task);
        ran.expectOpen();
    }

    @Test
    default void submit_ofRunnable_givesNullWhenItHasRun() throws Exception {
        Scope scope = open(1);
        Gate ran = gate();
        Future<?> future = scope.submit(opening(ran));
        assertThat((Object) future.get()).isNull();
        assertThat(ran.isOpen()).isTrue();
        assertThat(future.isDone()).isTrue();
        assertThat(future.isCancelled()).isFalse();
    }

    @Test
    default void submit_ofRunnableThroughThePlainInterface_givesNullWhenItHasRun()
            throws Exception {
        ExecutorService scope = open(1);
        Gate ran = gate();
        Runnable task = opening(ran);
        Future<?> future = scope.submit(task);
        assertThat((Object) future.get()).isNull();
        assertThat(ran.isOpen()).isTrue();
    }

    @Test
    default void submit_ofRunnableWithResult_givesTheResultWhenItHasRun() throws Exception {
        Scope scope = open(1);
        Gate ran = gate();
        Future<String> future = scope.submit((Runnable) opening(ran), "given");
        assertThat(future.get()).isEqualTo("given");
        assertThat(ran.isOpen()).isTrue();
    }

    @Test
    default void submit_ofRunnableWithNullResult_givesNull() throws Exception {
        Scope scope = open(1);
        Future<@Nullable String> future = scope.submit((Runnable) opening(gate()), null);
        assertThat(future.get()).isNull();
    }

    @Test
    default void submit_ofCallable_givesItsResult() throws Exception {
        Scope scope = open(1);
        int captured = 20;
        assertThat(scope.submit(() -> captured + 1).get()).isEqualTo(21);
    }

    @Test
    default void submit_ofCallableThroughThePlainInterface_givesItsResult() throws Exception {
        ExecutorService scope = open(1);
        Callable<String> task = value("x");
        assertThat(scope.submit(task).get()).isEqualTo("x");
    }

    @Test
    default void submit_ofCallableThatReturnsNull_givesNull() throws Exception {
        Scope scope = open(1);
        SerializableCallable<@Nullable String> task = () -> null;
        assertThat(scope.submit(task).get()).isNull();
    }

    @Test
    default void result_ofAnyKind_isEqualToWhatWasReturned() throws Exception {
        Scope scope = open(2);
        assertThat(scope.submit(() -> new Point(1, 2)).get()).isEqualTo(new Point(1, 2));
        assertThat(scope.submit(() -> List.of(1L, 2L)).get()).containsExactly(1L, 2L);
        byte[] large = scope.submit(() -> new byte[300_000]).get();
        assertThat(large).hasSize(300_000).containsOnly(0);
        assertThat(scope.submit(() -> Flavor.NONE).get()).isSameAs(Flavor.NONE);
    }

    @Test
    default void results_ofManyTasks_belongToTheirFutures() throws Exception {
        Scope scope = open(2);
        List<Future<Integer>> futures = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int n = i;
            futures.add(scope.submit(() -> n * n));
        }
        for (int i = 0; i < 500; i++) {
            assertThat(futures.get(i).get()).isEqualTo(i * i);
        }
    }

    @Test
    default void submit_ofNull_isRefused() {
        Scope scope = open(1);
        ExecutorService plain = scope;
        Callable<String> callable = nothing();
        Runnable runnable = nothing();
        SerializableCallable<String> travelling = nothing();
        SerializableRunnable travellingRunnable = nothing();
        SerializableCallable<? extends CompletionStage<String>> async = nothing();
        assertThatNullPointerException().isThrownBy(() -> plain.submit(callable));
        assertThatNullPointerException().isThrownBy(() -> plain.submit(runnable));
        assertThatNullPointerException().isThrownBy(() -> plain.submit(runnable, "x"));
        assertThatNullPointerException().isThrownBy(() -> plain.execute(runnable));
        assertThatNullPointerException().isThrownBy(() -> scope.submit(travelling));
        assertThatNullPointerException().isThrownBy(() -> scope.submit(travellingRunnable));
        assertThatNullPointerException().isThrownBy(() -> scope.execute(travellingRunnable));
        assertThatNullPointerException()
                .isThrownBy(() -> scope.submit(travelling, Duration.ofSeconds(1)));
        assertThatNullPointerException().isThrownBy(() -> scope.submit(value("x"), nothing()));
        assertThatNullPointerException().isThrownBy(() -> scope.submitAsync(async));
        assertThat(scope.metrics().submitted()).isZero();
    }

    @Test
    default void future_ofARunningTask_tellsSo() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Future<?> future = occupy(scope, release);
        assertThat(future.state()).isEqualTo(Future.State.RUNNING);
        assertThat(future.isDone()).isFalse();
        assertThatIllegalStateException().isThrownBy(future::resultNow);
        assertThatIllegalStateException().isThrownBy(future::exceptionNow);
        release.open();
        future.get();
        assertThat(future.state()).isEqualTo(Future.State.SUCCESS);
    }

    @Test
    default void future_ofASucceededTask_tellsItsResult() throws Exception {
        Future<String> future = open(1).submit(value("x"));
        future.get();
        assertThat(future.state()).isEqualTo(Future.State.SUCCESS);
        assertThat(future.resultNow()).isEqualTo("x");
        assertThatIllegalStateException().isThrownBy(future::exceptionNow);
        assertThat(future.get(0, TimeUnit.NANOSECONDS)).isEqualTo("x");
    }

    @Test
    default void get_withATimeoutTooShort_throwsAndLeavesTheTask() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Future<?> future = occupy(scope, release);
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> future.get(1, TimeUnit.MILLISECONDS));
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> future.get(0, TimeUnit.SECONDS));
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> future.get(-1, TimeUnit.SECONDS));
        assertThat(future.state()).isEqualTo(Future.State.RUNNING);
        release.open();
        assertThat((Object) future.get(30, TimeUnit.SECONDS)).isNull();
    }

    @Test
    default void get_withNullUnit_isRefused() {
        Future<String> future = open(1).submit(forever());
        assertThatNullPointerException().isThrownBy(() -> future.get(1, nothing()));
    }

    @Test
    default void get_bySeveralThreads_givesAllTheResult() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Future<String> future =
                scope.submit(() -> {
                    release.await();
                    return "x";
                });
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            callers.add(Caller.of(future::get).expectWaiting());
        }
        release.open();
        for (Caller caller : callers) {
            assertThat(caller.result()).isEqualTo("x");
        }
    }

    @Test
    default void submitAsync_ofAStage_completesWithIt() throws Exception {
        Scope scope = open(1);
        CompletableFuture<String> future =
                scope.submitAsync(() -> CompletableFuture.supplyAsync(() -> "later"));
        assertThat(future.get(30, TimeUnit.SECONDS)).isEqualTo("later");
        AtomicReference<String> seen = new AtomicReference<>();
        future.thenAccept(seen::set).join();
        assertThat(seen).hasValue("later");
    }

    @Test
    default void scope_onceOpen_tellsWhatItIs() {
        Scope scope = open(2);
        assertThat(scope.name()).isNotBlank();
        assertThat(scope.flavor()).isNotEqualTo(Flavor.AUTO);
        assertThat(scope.decision().flavor()).isEqualTo(scope.flavor());
        assertThat(scope.workers()).isPositive();
        assertThat(scope.decision().workers()).isEqualTo(scope.workers());
        assertThat(scope.toString()).contains(scope.name());
    }
}
