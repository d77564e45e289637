package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RunningTest {
    private final Running running = new Running();

    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    @Test
    void interruptedBeforeItBegins_neverBegins() {
        running.announce(1, 7);
        running.interrupt(1, 7);
        assertThatThrownBy(() -> running.begin(1, 7)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> running.begin(1, 7)).hasMessage("not announced");
    }

    @Test
    void interrupt_reachesWhatRuns_andNothingAfterIt() {
        try (var _ = running.enter(1, 7)) {
            assertThat(running.threads()).containsExactly(Thread.currentThread());
            running.interrupt(1, 8);
            running.interrupt(2, 7);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            running.interrupt(1, 7);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(running.threads()).isEmpty();
        running.interrupt(1, 7);
        running.interruptAll();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void endOfASender_interruptsItsRequestsOnly() {
        for (long[] other : new long[][] {{2, 7}, {1, -7}}) {
            try (var _ = running.enter(other[0], other[1])) {
                running.interruptFrom(1);
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
        }
        try (var _ = running.enter(1, 7)) {
            running.interruptFrom(1);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }
    }

    @Test
    void interruptAll_leavesWhatHasNotBegun() {
        running.announce(1, 8);
        try (var _ = running.enter(1, 7)) {
            running.interruptAll();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }
        try (var _ = running.begin(1, 8)) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void stage_isCancelledWhetherTheInterruptComesBeforeOrAfterIt() {
        for (boolean before : new boolean[] {true, false}) {
            CompletableFuture<String> stage = new CompletableFuture<>();
            try (Running.Entry entry = running.enter(1, 7)) {
                if (before) {
                    running.interrupt(1, 7);
                }
                entry.follow(stage);
            }
            if (!before) {
                assertThat(stage).isNotDone();
                running.interruptAll();
            }
            await().until(stage::isCancelled);
        }
    }

    @Test
    void stageThatHasEnded_isForgotten() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        Running.Entry entry = running.enter(1, 7);
        entry.follow(stage);
        entry.close();
        entry.stageEnded();
        assertThatThrownBy(() -> running.begin(1, 7)).hasMessage("not announced");
    }
}
