package dev.polyloom.contract;

import static dev.polyloom.contract.Bodies.failing;
import static dev.polyloom.contract.Bodies.forever;
import static dev.polyloom.contract.Bodies.nothing;
import static dev.polyloom.contract.Bodies.opening;
import static dev.polyloom.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.polyloom.Scope;
import dev.polyloom.SerializableCallable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** {@code invokeAll}, timed and untimed. */
public interface InvokeAllContract extends Scopes {
    private static SerializableCallable<String> openingThenNull(Gate gate) {
        return () -> {
            gate.open();
            return "opened";
        };
    }

    @Test
    default void invokeAll_ofNull_isRefused() {
        Scope scope = open(1);
        Collection<Callable<String>> none = nothing();
        assertThatNullPointerException().isThrownBy(() -> scope.invokeAll(none));
        assertThatNullPointerException()
                .isThrownBy(() -> scope.invokeAll(none, 1, TimeUnit.SECONDS));
    }

    @Test
    default void invokeAll_withNullUnit_isRefused() {
        Scope scope = open(1);
        assertThatNullPointerException()
                .isThrownBy(() -> scope.invokeAll(List.of(value("x")), 1, nothing()));
    }

    @Test
    default void invokeAll_ofNothing_givesNothing() throws Exception {
        Scope scope = open(1);
        assertThat(scope.invokeAll(List.<Callable<String>>of())).isEmpty();
        assertThat(scope.invokeAll(List.<Callable<String>>of(), 1, TimeUnit.DAYS)).isEmpty();
        assertThat(scope.metrics().submitted()).isZero();
    }

    @Test
    default void invokeAll_withANullElement_isRefusedAndLeavesNothingRunning() throws Exception {
        Scope scope = open(1);
        List<Callable<String>> tasks = Arrays.asList(forever(), nothing());
        assertThatNullPointerException().isThrownBy(() -> scope.invokeAll(tasks));
        assertThatNullPointerException().isThrownBy(() -> scope.invokeAll(tasks, 1, TimeUnit.DAYS));
        assertThat(scope.submit(value("free")).get(30, TimeUnit.SECONDS)).isEqualTo("free");
    }

    @Test
    default void invokeAll_givesTheResultsInOrder() throws Exception {
        Scope scope = open(2);
        List<SerializableCallable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            tasks.add(value(i));
        }
        List<Future<Integer>> untimed = scope.invokeAll(tasks);
        List<Future<Integer>> timed = scope.invokeAll(tasks, 1, TimeUnit.DAYS);
        assertThat(untimed).hasSize(50).allMatch(Future::isDone);
        assertThat(timed).hasSize(50).allMatch(Future::isDone);
        for (int i = 0; i < 50; i++) {
            assertThat(untimed.get(i).get()).isEqualTo(i);
            assertThat(timed.get(i).get()).isEqualTo(i);
        }
    }

    @Test
    default void invokeAll_withFailingTasks_completesAll() throws Exception {
        Scope scope = open(2);
        List<SerializableCallable<String>> tasks =
                List.of(value("a"), failing("b"), value("c"), failing("d"));
        for (List<Future<String>> futures :
                List.of(scope.invokeAll(tasks), scope.invokeAll(tasks, 1, TimeUnit.DAYS))) {
            assertThat(futures).hasSize(4).allMatch(Future::isDone);
            assertThat(futures.get(0).get()).isEqualTo("a");
            assertThat(futures.get(2).get()).isEqualTo("c");
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(futures.get(1)::get)
                    .withCauseExactlyInstanceOf(UserException.class);
            assertThat(futures.get(3).exceptionNow()).hasMessage("d");
        }
    }

    @Test
    default void invokeAll_returnsOnlyWhenAllAreDone() throws Exception {
        Scope scope = open(2);
        Gate release = gate();
        SerializableCallable<String> slow =
                () -> {
                    release.await();
                    return "slow";
                };
        Caller caller = Caller.of(() -> scope.invokeAll(List.of(value("quick"), slow)));
        caller.expectWaiting();
        assertThat(caller.isCalling()).isTrue();
        release.open();
        assertThat((List<?>) caller.result()).hasSize(2);
    }

    @Test
    default void timedInvokeAll_overTime_cancelsWhatIsUnfinished() throws Exception {
        Scope scope = open(2);
        Gate started = gate();
        Gate interrupted = gate();
        scope.submit(value("warm")).get();
        long millis = 50;
        List<Future<String>> futures;
        do {
            futures =
                    scope.invokeAll(
                            List.of(value("quick"), forever(started, interrupted), value("last")),
                            millis,
                            TimeUnit.MILLISECONDS);
            assertThat(futures).hasSize(3).allMatch(Future::isDone);
            assertThat(futures.get(1).state()).isEqualTo(Future.State.CANCELLED);
            millis *= 2;
        } while (millis < 20_000
                && !(started.isOpen() && futures.get(0).state() == Future.State.SUCCESS));
        assertThat(futures.get(0).get()).isEqualTo("quick");
        interrupted.expectOpen();
    }

    @Test
    default void timedInvokeAll_withoutTime_runsNothingThatGoesOn() throws Exception {
        Scope scope = open(1);
        for (long timeout : new long[] {0, -1}) {
            List<Future<String>> futures =
                    scope.invokeAll(List.of(forever(), forever()), timeout, TimeUnit.SECONDS);
            assertThat(futures)
                    .hasSize(2)
                    .allMatch(future -> future.state() == Future.State.CANCELLED);
        }
        assertThat(scope.submit(value("free")).get(30, TimeUnit.SECONDS)).isEqualTo("free");
    }

    @Test
    default void invokeAll_interruptedWhileItWaits_cancelsTheTasks() throws Exception {
        Scope scope = open(1);
        Gate started = gate();
        Gate interrupted = gate();
        Gate neverRan = gate();
        List<SerializableCallable<String>> tasks =
                List.of(forever(started, interrupted), openingThenNull(neverRan));
        Caller caller = Caller.of(() -> scope.invokeAll(tasks));
        started.expectOpen();
        caller.expectWaiting().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(caller::result);
        interrupted.expectOpen();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> scope.metrics().completed() == 2);
        assertThat(scope.metrics().cancelled()).isGreaterThanOrEqualTo(1);
    }

    @Test
    default void timedInvokeAll_interruptedWhileItWaits_cancelsTheTasks() {
        Scope scope = open(1);
        Gate started = gate();
        Gate interrupted = gate();
        Caller caller =
                Caller.of(() ->
                        scope.invokeAll(List.of(forever(started, interrupted)), 1, TimeUnit.DAYS));
        started.expectOpen();
        caller.expectWaiting().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(caller::result);
        interrupted.expectOpen();
    }

    @Test
    default void invokeAll_ofAnotherTasksWork_runsBesideIt() throws Exception {
        Scope scope = open(2);
        Gate ran = gate();
        Future<?> other = scope.submit(opening(ran));
        assertThat(scope.invokeAll(List.of(value("x"))).getFirst().get()).isEqualTo("x");
        other.get();
        assertThat(ran.isOpen()).isTrue();
    }
}
