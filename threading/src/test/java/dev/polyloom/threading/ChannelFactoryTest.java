package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ChannelFactoryTest {
    @Test
    @SuppressWarnings("NullAway") // what callers without checks may do
    void wrongArguments_areRefused() {
        assertThatThrownBy(() -> Channel.bounded(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a channel with BLOCK has a capacity of 0 or more, not -1");
        assertThatThrownBy(() -> Channel.bounded(0, OverflowPolicy.DROP_OLDEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a channel with DROP_OLDEST has a capacity of 1 or more, not 0");
        assertThatThrownBy(() -> Channel.bounded(1, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Channel.named(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void names_tellChannelsApart() {
        assertThat(Channel.rendezvous().toString())
                .matches("channel \\d+")
                .isNotEqualTo(Channel.rendezvous().toString());
        assertThat(Channel.named("a").unbounded()).hasToString("channel 'a'");
    }

    @Test
    void bounded_withHugeRoom_takesMemoryOnlyForWhatIsInIt() throws Exception {
        Channel<Integer> channel = Channel.bounded(Integer.MAX_VALUE - 1);
        for (int i = 0; i < 1_000; i++) {
            channel.send(i);
        }
        assertThat(channel.drain()).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16, 200})
    void dropOldest_keepsTheNewest(int capacity) throws Exception {
        Channel<Integer> channel = Channel.bounded(capacity, OverflowPolicy.DROP_OLDEST);
        for (int i = 0; i < capacity + 3; i += 3) {
            channel.send(i);
            assertThat(channel.trySend(i + 1)).isTrue();
            assertThat(channel.send(i + 2, Duration.ofHours(1))).isTrue();
        }
        List<Integer> left = channel.drain();
        assertThat(left).hasSize(capacity).isSorted();
        assertThat(channel.dropped()).isEqualTo((capacity + 5) / 3 * 3 - capacity);
        assertThat(left.getFirst()).isEqualTo((int) channel.dropped());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16, 200})
    void dropNewest_keepsTheOldest(int capacity) throws Exception {
        Channel<Integer> channel = Channel.bounded(capacity, OverflowPolicy.DROP_NEWEST);
        for (int i = 0; i < capacity; i++) {
            channel.send(i);
        }
        channel.send(-1);
        assertThat(channel.trySend(-1)).isFalse();
        assertThat(channel.send(-1, Duration.ofHours(1))).isFalse();
        assertThat(new Select<String>().send(channel, -1, () -> "gone").await()).isEqualTo("gone");
        assertThat(channel.dropped()).isEqualTo(4);
        assertThat(channel.drain()).hasSize(capacity).isSorted().doesNotContain(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP_OLDEST", "DROP_NEWEST"})
    void dropping_stopsWithTheChannel(OverflowPolicy policy) throws Exception {
        Channel<Integer> channel = Channel.named("log").bounded(1, policy);
        Crew crew = new Crew(true);
        crew.startWaiting(() -> assertThat(channel.receive()).isEqualTo(1));
        channel.send(1);
        crew.join();
        assertThat(channel.dropped()).isZero();
        channel.send(2);
        channel.close();
        assertThatThrownBy(() -> channel.send(3))
                .isInstanceOf(SendException.class)
                .hasMessage("channel 'log' is closed, and takes no more");
        assertThat(channel.receive()).isEqualTo(2);
        assertThatThrownBy(channel::receive).isInstanceOf(ReceiveException.class);
        assertThat(channel.dropped()).isZero();
    }
}
