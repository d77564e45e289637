package dev.polyloom.python.runtime.library;

import static org.assertj.core.api.Assertions.assertThat;

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
        Turn first = Turn.open(now);
        Turn third = Turn.open(now + 2 * MILLI);
        Turn second = Turn.open(now + MILLI);
        CompletableFuture<Long> afterSecond = await(third);
        CompletableFuture<Long> afterFirst = await(second);
        assertThat(first.await()).isEqualTo(now);
        first.end();
        assertThat(afterFirst.get()).isEqualTo(now);
        assertThat(afterSecond).isNotDone();
        second.end();
        assertThat(afterSecond.get()).isIn(now, now + MILLI);
        third.end();
    }

    @Test
    void turnsOfOneInstant_goInTheOrderOfTheirOpening() throws Exception {
        long now = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
        Turn first = Turn.open(now);
        Turn second = Turn.open(now);
        assertThat(first.isWaiting()).isFalse();
        assertThat(second.isWaiting()).isTrue();
        first.end();
        assertThat(second.isWaiting()).isFalse();
        second.end();
    }

    @Test
    void distantTurns_doNotWait() throws Exception {
        long now = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
        Turn first = Turn.open(now);
        Turn second = Turn.open(now + 6 * MILLI);
        assertThat(second.await()).isEqualTo(now + 6 * MILLI);
        first.end();
        second.end();
    }

    @Test
    void turnWhoseOwnerHasHadItsShare_holdsNobodyUp() throws Exception {
        long past = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);
        Turn first = Turn.open(past);
        Turn second = Turn.open(past);
        assertThat(second.await()).isEqualTo(past);
        first.end();
        second.end();
    }

    private static CompletableFuture<Long> await(Turn turn) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return turn.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                },
                command -> Thread.ofPlatform().daemon(true).start(command));
    }
}
