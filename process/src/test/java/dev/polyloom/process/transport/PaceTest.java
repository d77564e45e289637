package dev.polyloom.process.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PaceTest {
    @Test
    void severalFailuresInARow_slowDown_upToABound() {
        Pace pace = Pace.wary();
        long before = 0;
        for (int i = 1; i <= 5; i++) {
            pace.failed();
            assertThat(pace.pauseNanos()).isZero();
        }
        for (int i = 1; i <= 7; i++) {
            pace.failed();
            assertThat(pace.pauseNanos()).isGreaterThan(before);
            before = pace.pauseNanos();
        }
        for (int i = 0; i < 100_000; i++) {
            pace.failed();
        }
        assertThat(pace.pauseNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
        pace.succeeded();
        assertThat(pace.pauseNanos()).isZero();
    }

    @Test
    void free_neverWaits() {
        Pace pace = Pace.free();
        for (int i = 0; i < 100; i++) {
            pace.failed();
        }
        assertThat(pace.pauseNanos()).isZero();
        pace.await();
    }
}
