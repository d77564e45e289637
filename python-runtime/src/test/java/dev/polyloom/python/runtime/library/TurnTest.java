package dev.polyloom.python.runtime.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnTest {
    private static final long MILLI = 1_000_000;

    @Test
    void closeTurns_goInTheOrderOfTheirInstants() throws Exception {
        long now = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
        Turn first = open(now);
        Turn third = open(now + 2 * MILLI);
        Turn second = open(now + MILLI);
        CompletableFuture<Long> afterSecond = await(third);
        CompletableFuture<Long> afterFirst = await(second);
        assertThat(first.await()).isEqualTo(now);
        first.end();
        assertThat(afterFirst.get()).isEqualTo(now);
        assertThat(afterSecond).isNotDone();
        second.end();
        assertThat(afterSecond.get()).isEqualTo(now + MILLI);
        third.end();
    }

    @Test
    void turnsOfOneInstant_goInTheOrderOfTheirOpening() throws Exception {
        long now = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
        Turn first = open(now);
        Turn second = open(now);
        assertThat(first.isWaiting()).isFalse();
        assertThat(second.isWaiting()).isTrue();
        first.end();
        assertThat(second.isWaiting()).isFalse();
        second.end();
    }

    @Test
    void distantTurns_doNotWait() throws Exception {
        long now = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
        Turn first = open(now);
        Turn second = open(now + 6 * MILLI);
        assertThat(second.await()).isEqualTo(now + 6 * MILLI);
        first.end();
        second.end();
    }

    @Test
    void turnWhoseOwnerHasHadItsShare_holdsNobodyUp() throws Exception {
        long past = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);
        Turn first = open(past);
        Turn second = open(past);
        assertThat(second.await()).isEqualTo(past);
        first.end();
        second.end();
    }

    @Test
    void amongManyTurns_thereIsNone() {
        long now = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
        List<Turn> many = new ArrayList<>();
        try {
            for (int i = 0; i < 64; i++) {
                many.add(open(now));
            }
            assertThat(Turn.open(now)).isNull();
            many.removeLast().end();
            many.add(open(now));
        } finally {
            many.forEach(Turn::end);
        }
    }

    @Test
    void turnsThatHadTheirShare_leaveTheirPlaceToOthers() {
        long past = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);
        List<Turn> kept = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                kept.add(open(past));
            }
        } finally {
            kept.forEach(Turn::end);
        }
    }

    private static Turn open(long instant) {
        return Objects.requireNonNull(Turn.open(instant));
    }

    /** Returns once a thread waits for its turn. */
    private static CompletableFuture<Long> await(Turn turn) {
        CompletableFuture<Long> last = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            try {
                                last.complete(turn.await());
                            } catch (InterruptedException e) {
                                last.completeExceptionally(e);
                            }
                        });
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(last).isNotDone();
            Thread.onSpinWait();
        }
        return last;
    }
}
