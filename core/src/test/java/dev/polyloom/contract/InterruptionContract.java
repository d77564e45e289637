package dev.polyloom.contract;

import static dev.polyloom.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polyloom.Scope;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Interrupts of those who wait, and what they must not touch. */
public interface InterruptionContract extends Scopes {
    @Test
    default void get_interruptedWhileItWaits_throwsAndLeavesTheTask() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Future<?> future = occupy(scope, release);
        Caller caller = Caller.of(future::get).expectWaiting();
        caller.interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(caller::result);
        assertThat(caller.interruptedAtEnd()).isFalse();
        assertThat(future.state()).isEqualTo(Future.State.RUNNING);
        release.open();
        assertThat((Object) future.get()).isNull();
    }

    @Test
    default void timedGet_interruptedWhileItWaits_throwsAndLeavesTheTask() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Future<?> future = occupy(scope, release);
        Caller caller = Caller.of(() -> future.get(1, TimeUnit.DAYS)).expectWaiting();
        caller.interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(caller::result);
        release.open();
        assertThat((Object) future.get()).isNull();
    }

    @Test
    default void get_byAnInterruptedThread_throws() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Future<?> future = occupy(scope, release);
        Caller caller =
                Caller.of(() -> {
                    Thread.currentThread().interrupt();
                    return future.get();
                });
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(caller::result);
        release.open();
        assertThat((Object) future.get()).isNull();
    }

    @Test
    default void submit_byAnInterruptedThread_runsTheTaskUninterrupted() throws Exception {
        Scope scope = open(1);
        AtomicReference<Future<Boolean>> future = new AtomicReference<>();
        Caller caller =
                Caller.running(() -> {
                    Thread.currentThread().interrupt();
                    future.set(scope.submit(() -> Thread.currentThread().isInterrupted()));
                });
        caller.result();
        assertThat(caller.interruptedAtEnd()).isTrue();
        assertThat(future.get().get(30, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    default void submitAndGet_byAThreadThatIsInterrupted_throwsAndTheTaskGoesOn() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Gate started = gate();
        Gate finished = gate();
        Caller caller =
                Caller.of(() ->
                        scope.submit(
                                        () -> {
                                            started.open();
                                            release.await();
                                            finished.open();
                                            return "done";
                                        })
                                .get());
        started.expectOpen();
        caller.expectWaiting().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(caller::result);
        release.open();
        finished.expectOpen();
    }

    @Test
    default void awaitTermination_interruptedWhileItWaits_throwsAndStopsNothing() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Future<?> future = occupy(scope, release);
        scope.shutdown();
        Caller caller = Caller.of(() -> scope.awaitTermination(1, TimeUnit.DAYS)).expectWaiting();
        caller.interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(caller::result);
        assertThat(future.isDone()).isFalse();
        release.open();
        assertThat(scope.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(future.state()).isEqualTo(Future.State.SUCCESS);
    }

    @Test
    default void interruptStatus_ofATask_neverReachesTheNext() throws Exception {
        Scope scope = open(1);
        for (int i = 0; i < 20; i++) {
            Future<String> leaving =
                    scope.submit(() -> {
                        Thread.currentThread().interrupt();
                        return "left interrupted";
                    });
            Future<Boolean> next = scope.submit(() -> Thread.currentThread().isInterrupted());
            assertThat(leaving.get()).isEqualTo("left interrupted");
            assertThat(next.get()).isFalse();
        }
    }

    @Test
    default void interruptStatus_ofAFailingTask_neverReachesTheNext() throws Exception {
        Scope scope = open(1);
        scope.execute(() -> {
            Thread.currentThread().interrupt();
            throw new QuietException();
        });
        assertThat(scope.submit(() -> Thread.currentThread().isInterrupted()).get()).isFalse();
        assertThat(scope.submit(value("x")).get()).isEqualTo("x");
    }

    @Test
    default void interruptStatus_ofATimedTask_neverReachesTheNext() throws Exception {
        Scope scope = open(1);
        Future<String> leaving =
                scope.submit(
                        () -> {
                            Thread.currentThread().interrupt();
                            return "left interrupted";
                        },
                        java.time.Duration.ofSeconds(30));
        Future<Boolean> next = scope.submit(() -> Thread.currentThread().isInterrupted());
        assertThat(leaving.get()).isEqualTo("left interrupted");
        assertThat(next.get()).isFalse();
    }
}
