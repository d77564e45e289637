package dev.polyloom.contract;

import static dev.polyloom.contract.Bodies.failing;
import static dev.polyloom.contract.Bodies.forever;
import static dev.polyloom.contract.Bodies.nothing;
import static dev.polyloom.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.polyloom.Scope;
import dev.polyloom.SerializableCallable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** {@code invokeAny}, timed and untimed. */
public interface InvokeAnyContract extends Scopes {
    @Test
    default void invokeAny_ofNull_isRefused() {
        Scope scope = open(1);
        Collection<Callable<String>> none = nothing();
        assertThatNullPointerException().isThrownBy(() -> scope.invokeAny(none));
        assertThatNullPointerException()
                .isThrownBy(() -> scope.invokeAny(none, 1, TimeUnit.SECONDS));
    }

    @Test
    default void invokeAny_withNullUnit_isRefused() {
        Scope scope = open(1);
        assertThatNullPointerException()
                .isThrownBy(() -> scope.invokeAny(List.of(value("x")), 1, nothing()));
    }

    @Test
    default void invokeAny_ofNothing_isRefused() {
        Scope scope = open(1);
        List<Callable<String>> none = List.of();
        assertThatIllegalArgumentException().isThrownBy(() -> scope.invokeAny(none));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scope.invokeAny(none, 1, TimeUnit.SECONDS));
    }

    @Test
    default void invokeAny_withANullElement_isRefusedAndLeavesNothingRunning() throws Exception {
        Scope scope = open(1);
        List<Callable<String>> tasks = Arrays.asList(forever(), nothing());
        assertThatNullPointerException().isThrownBy(() -> scope.invokeAny(tasks));
        assertThatNullPointerException().isThrownBy(() -> scope.invokeAny(tasks, 1, TimeUnit.DAYS));
        List<Callable<String>> onlyNull = Arrays.asList(nothing(), value("x"));
        assertThatNullPointerException().isThrownBy(() -> scope.invokeAny(onlyNull));
        assertThat(scope.submit(value("free")).get(30, TimeUnit.SECONDS)).isEqualTo("free");
    }

    @Test
    default void invokeAny_whenAllFail_throwsOneOfTheFailures() {
        Scope scope = open(2);
        List<SerializableCallable<String>> tasks = List.of(failing("a"), failing("b"));
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> scope.invokeAny(tasks))
                .withCauseExactlyInstanceOf(UserException.class);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> scope.invokeAny(tasks, 1, TimeUnit.DAYS))
                .withCauseExactlyInstanceOf(UserException.class);
    }

    @Test
    default void invokeAny_givesTheResultOfATaskThatSucceeds() throws Exception {
        Scope scope = open(2);
        List<SerializableCallable<String>> tasks = List.of(value("a"), value("b"));
        assertThat(scope.invokeAny(tasks)).isIn("a", "b");
        assertThat(scope.invokeAny(tasks, 1, TimeUnit.DAYS)).isIn("a", "b");
    }

    @Test
    default void invokeAny_withFailures_prefersAResult() throws Exception {
        Scope scope = open(2);
        List<SerializableCallable<String>> tasks =
                List.of(failing("a"), failing("b"), failing("c"), value("d"), failing("e"));
        for (int i = 0; i < 20; i++) {
            assertThat(scope.invokeAny(tasks)).isEqualTo("d");
            assertThat(scope.invokeAny(tasks, 1, TimeUnit.DAYS)).isEqualTo("d");
        }
    }

    @Test
    default void invokeAny_cancelsTheLosers() throws Exception {
        Scope scope = open(2);
        Gate started = gate();
        Gate interrupted = gate();
        SerializableCallable<String> winner =
                () -> {
                    started.await();
                    return "won";
                };
        List<SerializableCallable<String>> tasks =
                scope.workers() == 1
                        ? List.of(value("won"), forever(started, interrupted))
                        : List.of(forever(started, interrupted), winner);
        assertThat(scope.invokeAny(tasks)).isEqualTo("won");
        if (started.isOpen()) {
            interrupted.expectOpen();
        }
        assertThat(scope.submit(value("free")).get(30, TimeUnit.SECONDS)).isEqualTo("free");
    }

    @Test
    default void timedInvokeAny_cancelsTheLosers() throws Exception {
        Scope scope = open(2);
        List<SerializableCallable<String>> tasks = List.of(value("won"), forever(), forever());
        assertThat(scope.invokeAny(tasks, 1, TimeUnit.DAYS)).isEqualTo("won");
        assertThat(scope.submit(value("free")).get(30, TimeUnit.SECONDS)).isEqualTo("free");
    }

    @Test
    default void timedInvokeAny_overTime_throwsAndCancels() throws Exception {
        Scope scope = open(1);
        scope.submit(value("warm")).get();
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() ->
                        scope.invokeAny(List.of(forever(), forever()), 20, TimeUnit.MILLISECONDS));
        assertThat(scope.submit(value("free")).get(30, TimeUnit.SECONDS)).isEqualTo("free");
    }

    @Test
    default void timedInvokeAny_withoutTime_throwsAndCancels() throws Exception {
        Scope scope = open(1);
        for (long timeout : new long[] {0, -1}) {
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(
                            () -> scope.invokeAny(List.of(forever()), timeout, TimeUnit.SECONDS));
        }
        assertThat(scope.submit(value("free")).get(30, TimeUnit.SECONDS)).isEqualTo("free");
    }

    @Test
    default void invokeAny_interruptedWhileItWaits_cancelsTheTasks() {
        Scope scope = open(1);
        Gate started = gate();
        Gate interrupted = gate();
        List<SerializableCallable<String>> tasks = List.of(forever(started, interrupted));
        Caller caller = Caller.of(() -> scope.invokeAny(tasks));
        started.expectOpen();
        caller.expectWaiting().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(caller::result);
        interrupted.expectOpen();
    }

    @Test
    default void timedInvokeAny_interruptedWhileItWaits_cancelsTheTasks() {
        Scope scope = open(1);
        Gate started = gate();
        Gate interrupted = gate();
        List<SerializableCallable<String>> tasks = List.of(forever(started, interrupted));
        Caller caller = Caller.of(() -> scope.invokeAny(tasks, 1, TimeUnit.DAYS));
        started.expectOpen();
        caller.expectWaiting().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(caller::result);
        interrupted.expectOpen();
    }
}
