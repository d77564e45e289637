package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OneshotTest {
    private final Oneshot<String> channel = new Oneshot<>("answer");

    @Test
    void value_isReceivedByAll() throws Exception {
        assertThat(channel.tryReceive()).isNull();
        assertThat(channel.receive(Duration.ofMillis(1))).isNull();
        assertThat(channel.isDone()).isFalse();
        Actor<String> first = Actor.start(channel::receive).waits();
        Actor<String> second = Actor.start(channel::receive).waits();
        channel.send("42");
        assertThat(first.join()).isEqualTo("42");
        assertThat(second.join()).isEqualTo("42");
        assertThat(channel.receive()).isEqualTo("42");
        assertThat(channel.receive(Duration.ZERO)).isEqualTo("42");
        assertThat(channel.tryReceive()).isEqualTo("42");
        assertThat(channel.isDone()).isTrue();
    }

    @Test
    void failure_isTheCauseOfWhatReceiversGet() throws Exception {
        Actor<String> receiver = Actor.start(channel::receive).waits();
        IOException failure = new IOException("gone");
        channel.fail(failure);
        assertThat(receiver.failure())
                .isInstanceOf(ReceiveException.class)
                .hasMessage("oneshot channel 'answer' was sent a failure: " + failure)
                .hasCause(failure);
        assertThatThrownBy(channel::tryReceive).hasCause(failure);
        assertThatThrownBy(() -> channel.receive(Duration.ZERO)).hasCause(failure);
    }

    @Test
    void secondSend_isRefused() {
        channel.send("42");
        assertThatThrownBy(() -> channel.send("43"))
                .isInstanceOf(SendException.class)
                .hasMessage("oneshot channel 'answer' takes one value or failure, and has it");
        assertThatThrownBy(() -> channel.fail(new IOException())).isInstanceOf(SendException.class);
        assertThat(channel.tryReceive()).isEqualTo("42");
    }

    @Test
    @SuppressWarnings("NullAway") // shows what happens to those who do not check
    void null_isRefused() {
        assertThatThrownBy(() -> channel.send(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> channel.fail(null)).isInstanceOf(NullPointerException.class);
        assertThat(channel.isDone()).isFalse();
    }

    @Test
    void sendersInARace_haveOneWinner() throws Exception {
        for (int round = 0; round < 100; round++) {
            Oneshot<Integer> raced = new Oneshot<>();
            List<Actor<Boolean>> senders = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int number = i;
                senders.add(Actor.start(() -> send(raced, number)));
            }
            int winner = raced.receive();
            for (int i = 0; i < 4; i++) {
                assertThat(senders.get(i).join()).isEqualTo(i == winner);
            }
        }
    }

    private static boolean send(Oneshot<Integer> channel, int number) {
        try {
            channel.send(number);
            return true;
        } catch (SendException e) {
            return false;
        }
    }
}
