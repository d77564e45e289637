package dev.polyloom.contract;

import static dev.polyloom.contract.Bodies.failing;
import static dev.polyloom.contract.Bodies.forever;
import static dev.polyloom.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.polyloom.Scope;
import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializableRunnable;
import dev.polyloom.TaskTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What failing tasks give back, and what they leave behind. */
public interface FailuresContract extends Scopes {
    /** A method that calls itself until the stack overflows. */
    static int endless(int n) {
        return n < 0 ? n : endless(n + 1) + 1;
    }

    private static Throwable causeOf(Future<?> future) {
        ExecutionException thrown =
                catchThrowableOfType(
                        ExecutionException.class, () -> future.get(30, TimeUnit.SECONDS));
        assertThat(thrown).as("failure of the future").isNotNull();
        return java.util.Objects.requireNonNull(thrown.getCause(), "cause");
    }

    @Test
    default void failure_checkedAndOfAUser_arrivesAsItself() {
        Throwable cause = causeOf(open(1).submit(failing("broken")));
        assertThat(cause).isExactlyInstanceOf(UserException.class).hasMessage("broken");
        assertThat(((UserException) cause).code()).isEqualTo(7);
    }

    @Test
    default void failure_ofARunnable_arrivesAsItself() {
        SerializableRunnable task =
                () -> {
                    throw new ArithmeticException("runnable");
                };
        assertThat(causeOf(open(1).submit(task)))
                .isExactlyInstanceOf(ArithmeticException.class)
                .hasMessage("runnable");
    }

    @Test
    default void failure_thatIsAnError_arrivesAsItself() {
        SerializableCallable<String> task =
                () -> {
                    throw new AssertionError("error");
                };
        assertThat(causeOf(open(1).submit(task)))
                .isExactlyInstanceOf(AssertionError.class)
                .hasMessage("error");
    }

    @Test
    default void failure_byStackOverflow_arrivesAsItselfAndSparesTheWorker() throws Exception {
        Scope scope = open(1);
        assertThat(causeOf(scope.submit(() -> endless(0))))
                .isExactlyInstanceOf(StackOverflowError.class);
        assertThat(scope.submit(value("alive")).get()).isEqualTo("alive");
    }

    @Test
    default void failure_withCause_keepsIt() {
        SerializableCallable<String> task =
                () -> {
                    throw new IllegalStateException("outer", new UserException("inner", 3));
                };
        Throwable failure = causeOf(open(1).submit(task));
        assertThat(failure).isExactlyInstanceOf(IllegalStateException.class).hasMessage("outer");
        assertThat(failure.getCause()).isExactlyInstanceOf(UserException.class).hasMessage("inner");
    }

    @Test
    default void failure_ofATask_pointsToItsLine() {
        Throwable cause = causeOf(open(1).submit(failing("where")));
        assertThat(cause.getStackTrace())
                .anySatisfy(frame ->
                        assertThat(frame.getClassName()).isEqualTo(Bodies.class.getName()));
    }

    @Test
    default void future_ofAFailedTask_tellsItsException() {
        Future<String> future = open(1).submit(failing("told"));
        Throwable cause = causeOf(future);
        assertThat(future.isDone()).isTrue();
        assertThat(future.isCancelled()).isFalse();
        assertThat(future.state()).isEqualTo(Future.State.FAILED);
        assertThat(future.exceptionNow()).isSameAs(cause);
        assertThatIllegalStateException().isThrownBy(future::resultNow);
    }

    @Test
    default void task_thatIsInterruptedByItself_failsWithItsInterruptedException() {
        SerializableCallable<String> task =
                () -> {
                    throw new InterruptedException("own");
                };
        assertThat(causeOf(open(1).submit(task)))
                .isExactlyInstanceOf(InterruptedException.class)
                .hasMessage("own");
    }

    @Test
    default void scope_afterManyFailures_stillRunsTasks() throws Exception {
        Scope scope = open(2);
        for (int i = 0; i < 50; i++) {
            int n = i;
            Future<String> failed = scope.submit(failing("f" + n));
            assertThat(causeOf(failed)).hasMessage("f" + n);
        }
        assertThat(scope.submit(value("alive")).get()).isEqualTo("alive");
    }

    @Test
    default void execute_ofAFailingTask_leavesTheScopeUsable() throws Exception {
        Scope scope = open(1);
        Gate thrown = gate();
        scope.execute(() -> {
            thrown.open();
            throw new QuietException();
        });
        thrown.expectOpen();
        assertThat(scope.submit(value("alive")).get()).isEqualTo("alive");
        scope.close();
        assertThat(scope.metrics().failed()).isEqualTo(1);
    }

    @Test
    default void submitAsync_ofAFailingBody_fails() {
        SerializableCallable<CompletableFuture<String>> task =
                () -> {
                    throw new UserException("at once", 1);
                };
        assertThat(causeOf(open(1).submitAsync(task)))
                .isExactlyInstanceOf(UserException.class)
                .hasMessage("at once");
    }

    @Test
    default void submitAsync_ofAFailingStage_failsWithTheUsersException() {
        CompletableFuture<String> future =
                open(1).submitAsync(() ->
                        CompletableFuture.supplyAsync(() -> {
                            throw new ArithmeticException("later");
                        }));
        assertThat(causeOf(future))
                .isExactlyInstanceOf(ArithmeticException.class)
                .hasMessage("later");
    }

    @Test
    default void task_overItsTimeout_failsAndFreesTheWorker() throws Exception {
        Scope scope = open(1);
        scope.submit(value("warm")).get();
        Future<String> slow = scope.submit(forever(), Duration.ofMillis(50));
        Throwable cause = causeOf(slow);
        assertThat(cause).isInstanceOf(TaskTimeoutException.class);
        assertThat(((TaskTimeoutException) cause).timeout()).isEqualTo(Duration.ofMillis(50));
        assertThat(scope.submit(value("next")).get()).isEqualTo("next");
        assertThat(scope.submit(() -> Thread.currentThread().isInterrupted()).get()).isFalse();
    }

    @Test
    default void task_withinItsTimeout_succeeds() throws Exception {
        Scope scope = open(1);
        assertThat(scope.submit(value("x"), Duration.ofSeconds(30)).get()).isEqualTo("x");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> scope.submit(value("x"), Duration.ZERO));
    }
}
