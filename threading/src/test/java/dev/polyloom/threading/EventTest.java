package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventTest {
    private final Event event = new Event();

    private Actor<Boolean> awaiting() {
        return Actor.start(() -> event.await(Duration.ofHours(1))).waits();
    }

    @Test
    void set_letsAllGoOn_untilItIsCleared() throws Exception {
        Actor<Boolean> first = awaiting();
        Actor<Boolean> second = awaiting();
        event.set();
        event.set();
        assertThat(first.join()).isTrue();
        assertThat(second.join()).isTrue();
        assertThat(event.isSet()).isTrue();
        event.await();
        assertThat(event.await(Duration.ZERO)).isTrue();
        event.clear();
        assertThat(event.isSet()).isFalse();
        assertThat(event.await(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void set_andClearedAtOnce_letsThoseGoOnWhoWaited() throws Exception {
        for (int round = 0; round < 100; round++) {
            Actor<Boolean> waiting = awaiting();
            event.set();
            event.clear();
            assertThat(waiting.join()).isTrue();
        }
    }
}
