package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GateTest {
    private static final long FAR = Duration.ofMinutes(1).toNanos();

    private final Gate gate = new Gate();

    @Test
    void drain_endsInAPause_unlessAResumeCame() {
        gate.pause();
        gate.drain();
        assertThat(gate.isPaused()).isFalse();
        gate.drained();
        assertThat(gate.isPaused()).isTrue();
        gate.drain();
        gate.resume();
        gate.drained();
        assertThat(gate.isPaused()).isFalse();
    }

    @Test
    void drainedTwice_pausesOnce() {
        gate.drain();
        gate.drained();
        gate.resume();
        gate.drained();
        assertThat(gate.isPaused()).isFalse();
    }

    @Test
    void endOfPauses_isForGood() {
        gate.pause();
        gate.endPauses();
        assertThat(gate.isPaused()).isFalse();
        gate.pause();
        assertThat(gate.isPaused()).isFalse();
        gate.drain();
        gate.drained();
        assertThat(gate.isPaused()).isFalse();
    }

    @Test
    void idle_isAwaitedUntilTheLastIsDealtWith() throws Exception {
        assertThat(gate.awaitIdle(0)).isTrue();
        gate.came();
        gate.came();
        assertThat(gate.awaitIdle(0)).isFalse();
        FutureTask<Boolean> idle = new FutureTask<>(() -> gate.awaitIdle(FAR));
        Thread thread = Thread.ofPlatform().start(idle);
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        gate.dealtWith();
        assertThat(gate.awaitIdle(0)).isFalse();
        assertThat(idle).isNotDone();
        gate.dealtWith();
        assertThat(idle.get()).isTrue();
    }
}
