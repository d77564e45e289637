package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.process.message.Credits.Due;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CreditsTest {
    @Test
    void quarterOfTheMessages_isTold() {
        Credits credits = new Credits(8, 1000);
        assertThat(credits.add(1, false)).isNull();
        assertThat(credits.add(1, false)).isEqualTo(new Due(2, 2));
        assertThat(credits.add(1, false)).isNull();
        assertThat(credits.add(2, false)).isEqualTo(new Due(2, 3));
    }

    @Test
    void manyMessages_areToldThoughTheyAreLessThanAQuarter() {
        Credits credits = new Credits(1_000_000, 1_000_000);
        for (int i = 1; i < 64; i++) {
            assertThat(credits.add(0, false)).isNull();
        }
        assertThat(credits.add(0, false)).isEqualTo(new Due(64, 0));
    }

    @Test
    void quarterOfTheBytes_isTold() {
        Credits credits = new Credits(1000, 100);
        assertThat(credits.add(24, false)).isNull();
        assertThat(credits.add(1, false)).isEqualTo(new Due(2, 25));
    }

    @Test
    void last_isToldAtOnce_andNothingTwice() {
        Credits credits = new Credits(1000, 1000);
        assertThat(credits.add(5, true)).isEqualTo(new Due(1, 5));
        assertThat(credits.take()).isNull();
    }
}
