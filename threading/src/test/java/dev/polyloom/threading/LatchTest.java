package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LatchTest {
    @Test
    void await_endsWhenTheCountIsZero() throws Exception {
        Latch latch = new Latch(2);
        Actor<Boolean> first =
                Actor.start(
                                () -> {
                                    latch.await();
                                    return true;
                                })
                        .waits();
        Actor<Boolean> second = Actor.start(() -> latch.await(Duration.ofHours(1))).waits();
        latch.countDown();
        assertThat(latch.count()).isEqualTo(1);
        assertThat(latch.await(Duration.ofMillis(1))).isFalse();
        assertThat(first.isFinished()).isFalse();
        latch.countDown();
        latch.countDown();
        assertThat(first.join()).isTrue();
        assertThat(second.join()).isTrue();
        assertThat(latch.count()).isZero();
        assertThat(latch.await(Duration.ZERO)).isTrue();
    }

    @Test
    void count_isZeroOrMore() throws Exception {
        new Latch(0).await();
        assertThatThrownBy(() -> new Latch(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a latch counts from 0 or more, not -1");
    }
}
