package dev.polyloom.contract;

import static dev.polyloom.contract.Bodies.forever;
import static dev.polyloom.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** {@code close} in every state. */
public interface CloseContract extends Scopes {
    @Test
    default void close_ofAScopeNeverUsed_terminatesIt() {
        Scope scope = open(2);
        scope.close();
        assertThat(scope.isShutdown()).isTrue();
        assertThat(scope.isTerminated()).isTrue();
    }

    @Test
    default void close_ofAnIdleScope_terminatesIt() throws Exception {
        Scope scope = open(1);
        scope.submit(value("x")).get();
        scope.close();
        assertThat(scope.isTerminated()).isTrue();
    }

    @Test
    default void close_ofABusyScope_waitsForRunningAndQueuedTasks() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Future<?> running = occupy(scope, release);
        Future<String> queued = scope.submit(value("queued"));
        Caller closing = Caller.running(scope::close).expectWaiting();
        assertThat(closing.isCalling()).isTrue();
        assertThat(scope.isShutdown()).isTrue();
        assertThat(scope.isTerminated()).isFalse();
        release.open();
        assertThat(closing.result()).isEqualTo("returned");
        assertThat(scope.isTerminated()).isTrue();
        assertThat(running.state()).isEqualTo(Future.State.SUCCESS);
        assertThat(queued.resultNow()).isEqualTo("queued");
        assertThat(closing.interruptedAtEnd()).isFalse();
    }

    @Test
    default void close_again_returns() {
        Scope scope = open(1);
        scope.close();
        scope.close();
        assertThat(scope.isTerminated()).isTrue();
    }

    @Test
    default void close_afterShutdown_waitsForTheRest() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Future<?> running = occupy(scope, release);
        scope.shutdown();
        Caller closing = Caller.running(scope::close).expectWaiting();
        release.open();
        closing.result();
        assertThat(running.state()).isEqualTo(Future.State.SUCCESS);
        assertThat(scope.isTerminated()).isTrue();
    }

    @Test
    default void close_afterShutdownNow_waitsForTheInterrupted() throws Exception {
        Scope scope = open(1);
        Gate started = gate();
        Gate release = gate();
        Gate finished = gate();
        scope.execute(() -> {
            started.open();
            release.spinUninterruptibly();
            finished.open();
        });
        started.expectOpen();
        scope.shutdownNow();
        Caller closing = Caller.running(scope::close).expectWaiting();
        assertThat(closing.isCalling()).isTrue();
        release.open();
        closing.result();
        assertThat(finished.isOpen()).isTrue();
    }

    @Test
    default void close_bySeveralThreads_returnsInAll() throws Exception {
        Scope scope = open(1);
        Gate release = gate();
        Future<?> running = occupy(scope, release);
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            callers.add(Caller.running(scope::close).expectWaiting());
        }
        release.open();
        for (Caller caller : callers) {
            assertThat(caller.result()).isEqualTo("returned");
        }
        assertThat(running.state()).isEqualTo(Future.State.SUCCESS);
    }

    @Test
    default void close_interruptedWhileItWaits_stopsTheTasksAndStillWaits() throws Exception {
        Scope scope = open(1);
        Gate started = gate();
        Gate interrupted = gate();
        Future<String> running = scope.submit(forever(started, interrupted));
        started.expectOpen();
        Caller closing = Caller.running(scope::close).expectWaiting();
        assertThat(interrupted.isOpen()).isFalse();
        closing.interrupt();
        closing.result();
        assertThat(interrupted.isOpen()).isTrue();
        assertThat(running.state()).isEqualTo(Future.State.FAILED);
        assertThat(running.exceptionNow()).isInstanceOf(InterruptedException.class);
        assertThat(closing.interruptedAtEnd()).isTrue();
        assertThat(scope.isTerminated()).isTrue();
    }

    @Test
    default void close_byAnInterruptedThread_stopsTheTasks() throws Exception {
        Scope scope = open(1);
        Gate started = gate();
        Gate interrupted = gate();
        Future<?> _ = scope.submit(forever(started, interrupted));
        started.expectOpen();
        Caller closing =
                Caller.running(() -> {
                    Thread.currentThread().interrupt();
                    scope.close();
                });
        closing.result();
        assertThat(interrupted.isOpen()).isTrue();
        assertThat(closing.interruptedAtEnd()).isTrue();
        assertThat(scope.isTerminated()).isTrue();
    }

    @Test
    default void close_ofATerminatedScopeByAnInterruptedThread_keepsItsStatus() throws Exception {
        Scope scope = open(1);
        scope.close();
        Caller closing =
                Caller.running(() -> {
                    Thread.currentThread().interrupt();
                    scope.close();
                });
        closing.result();
        assertThat(closing.interruptedAtEnd()).isTrue();
    }

    @Test
    default void shutdownNow_whileClosing_endsTheWait() throws Exception {
        Scope scope = open(1);
        Gate started = gate();
        Gate interrupted = gate();
        Future<?> _ = scope.submit(forever(started, interrupted));
        started.expectOpen();
        Caller closing = Caller.running(scope::close).expectWaiting();
        scope.shutdownNow();
        closing.result();
        assertThat(interrupted.isOpen()).isTrue();
        assertThat(closing.interruptedAtEnd()).isFalse();
    }
}
