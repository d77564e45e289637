package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NanosTest {
    @Test
    void milliseconds_areNeverLessThanTheNanoseconds() {
        assertThat(Nanos.toMillis(1)).isEqualTo(1);
        assertThat(Nanos.toMillis(1_000_000)).isEqualTo(1);
        assertThat(Nanos.toMillis(1_000_001)).isEqualTo(2);
        assertThat(Nanos.toMillis(1_999_999)).isEqualTo(2);
        assertThat(Nanos.toMillis(Long.MAX_VALUE)).isEqualTo(9_223_372_036_855L);
    }

    @Test
    void durationBeyondAllNanoseconds_isTheLongest() {
        Duration longest = Duration.ofNanos(Long.MAX_VALUE);
        assertThat(Nanos.of(longest.plusNanos(1))).isEqualTo(Long.MAX_VALUE);
        assertThat(Nanos.of(longest)).isEqualTo(Long.MAX_VALUE);
        assertThat(Nanos.of(longest.minusNanos(1))).isEqualTo(Long.MAX_VALUE - 1);
        assertThat(Nanos.of(Duration.ofMillis(-2))).isEqualTo(-2_000_000);
    }
}
