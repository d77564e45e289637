package dev.polyloom.contract;

import static dev.polyloom.contract.Bodies.forever;
import static dev.polyloom.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.polyloom.Scope;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What cancelling does to a task, its worker and those who wait. */
public interface CancellationContract extends Scopes {
    @Test
    default void cancel_withInterruptOfARunningTask_interruptsIt() throws Exception {
        Scope scope = open(1);
        Gate started = gate();
        Gate interrupted = gate();
        Future<String> future = scope.submit(forever(started, interrupted));
        started.expectOpen();
        assertThat(future.cancel(true)).isTrue();
        assertThat(future.isCancelled()).isTrue();
        interrupted.expectOpen();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(future::get);
        assertThat(scope.submit(value("next")).get()).isEqualTo("next");
    }

    @Test
    default void cancel_withoutInterruptOfARunningTask_letsItFinish() throws Exception {
        Scope scope = open(1);
        Gate started = gate();
        Gate release = gate();
        Gate finished = gate();
        Future<?> future =
                scope.submit(() -> {
                    started.open();
                    release.spin();
                    finished.open();
                    return null;
                });
        started.expectOpen();
        assertThat(future.cancel(false)).isTrue();
        assertThat(future.isDone()).isTrue();
        assertThat(finished.isOpen()).isFalse();
        release.open();
        finished.expectOpen();
        assertThat(future.state()).isEqualTo(Future.State.CANCELLED);
    }

    @Test
    default void cancel_ofACompletedTask_changesNothing() throws Exception {
        Scope scope = open(1);
        Future<String> succeeded = scope.submit(value("x"));
        succeeded.get();
        assertThat(succeeded.cancel(true)).isFalse();
        assertThat(succeeded.isCancelled()).isFalse();
        assertThat(succeeded.get()).isEqualTo("x");
        Future<String> failed = scope.submit(Bodies.failing("no"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(failed::isDone);
        assertThat(failed.cancel(true)).isFalse();
        assertThat(failed.state()).isEqualTo(Future.State.FAILED);
        assertThat(scope.submit(() -> Thread.currentThread().isInterrupted()).get()).isFalse();
    }

    @Test
    default void future_ofACancelledTask_tellsSo() {
        Future<String> future = open(1).submit(forever());
        future.cancel(true);
        future.cancel(true);
        assertThat(future.isCancelled()).isTrue();
        assertThat(future.state()).isEqualTo(Future.State.CANCELLED);
        assertThatIllegalStateException().isThrownBy(future::resultNow);
        assertThatIllegalStateException().isThrownBy(future::exceptionNow);
        assertThatExceptionOfType(CancellationException.class).isThrownBy(future::get);
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> future.get(0, TimeUnit.SECONDS));
    }

    @Test
    default void cancel_wakesThoseWhoWait() {
        Scope scope = open(1);
        Future<String> future = scope.submit(forever());
        Caller untimed = Caller.of(future::get).expectWaiting();
        Caller timed = Caller.of(() -> future.get(1, TimeUnit.DAYS)).expectWaiting();
        future.cancel(true);
        assertThatExceptionOfType(CancellationException.class).isThrownBy(untimed::result);
        assertThatExceptionOfType(CancellationException.class).isThrownBy(timed::result);
    }

    @Test
    default void cancel_ofManyRunningTasksInTurn_neverHitsTheNextOne() throws Exception {
        Scope scope = open(1);
        for (int i = 0; i < 40; i++) {
            Gate started = gate();
            Future<String> victim =
                    scope.submit(() -> {
                        started.open();
                        Bodies.park();
                        return "never";
                    });
            Future<Boolean> next = scope.submit(() -> Thread.currentThread().isInterrupted());
            started.expectOpen();
            victim.cancel(true);
            assertThat(next.get(30, TimeUnit.SECONDS)).as("task after victim %d", i).isFalse();
        }
    }

    @Test
    default void close_afterACancelWithoutInterrupt_waitsForTheBody() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Gate started = gate();
        Gate finished = gate();
        Future<?> future =
                scope.submit(() -> {
                    started.open();
                    release.spin();
                    finished.open();
                    return null;
                });
        started.expectOpen();
        future.cancel(false);
        scope.shutdown();
        assertThat(scope.isTerminated()).isFalse();
        assertThat(scope.awaitTermination(1, TimeUnit.MILLISECONDS)).isFalse();
        release.open();
        scope.close();
        assertThat(finished.isOpen()).isTrue();
    }

    @Test
    default void cancel_ofAnAsyncTask_isToldToTheScope() throws Exception {
        Scope scope = open(1);
        Gate started = gate();
        CompletableFuture<String> future =
                scope.submitAsync(() -> {
                    started.open();
                    return new CompletableFuture<>();
                });
        started.expectOpen();
        assertThat(future.cancel(true)).isTrue();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(future::get);
        scope.close();
        assertThat(scope.isTerminated()).isTrue();
        assertThat(scope.metrics().cancelled()).isEqualTo(1);
    }
}
