package dev.polyloom.process.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SpinTest {
    private final Spin spin = new Spin(2, Spin.LONG_NANOS);
    private final AtomicInteger looks = new AtomicInteger();

    private boolean looksInVain() {
        looks.set(0);
        assertThat(spin.until(() -> looks.incrementAndGet() < 0)).isFalse();
        return looks.get() > 0;
    }

    @Test
    void news_isSeenAtOnce() {
        assertThat(spin.until(() -> true)).isTrue();
        assertThat(spin.until(() -> looks.incrementAndGet() == 3)).isTrue();
        assertThat(looks).hasValue(3);
    }

    @Test
    void whoIsAlone_neverLooks() {
        assertThat(new Spin(1, Spin.LONG_NANOS).until(() -> true)).isFalse();
    }

    @Test
    void whoLooksInVain_doesItSeldomUntilThereIsNews() {
        int seldom = 0;
        for (int i = 0; i < 1000; i++) {
            seldom += looksInVain() ? 1 : 0;
        }
        assertThat(seldom).isBetween(5, 100);
        while (!spin.until(() -> true)) {
            looks.set(0);
        }
        assertThat(spin.until(() -> true)).isTrue();
        assertThat(looksInVain()).isTrue();
    }
}
