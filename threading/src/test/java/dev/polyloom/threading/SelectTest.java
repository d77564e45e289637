package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Selects over channels of each kind beside a rendezvous. */
@Timeout(60)
@ParameterizedClass
@MethodSource("kinds")
class SelectTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final ChannelKind kind;
    private final Channel<Integer> channel;
    private final Channel<Integer> other = Channel.named("other").rendezvous();
    private final Crew crew;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    SelectTest(ChannelKind kind, boolean virtual) {
        this.kind = kind;
        channel = kind.make();
        crew = new Crew(virtual);
    }

    static Stream<Arguments> kinds() {
        return ChannelTest.kinds();
    }

    private Select<String> receiveEither() {
        return new Select<String>()
                .receive(channel, item -> "channel " + item)
                .receive(other, item -> "other " + item);
    }

    private Select<String> sendEither() {
        return new Select<String>()
                .send(channel, -1, () -> "to channel")
                .send(other, -2, () -> "to other");
    }

    private void fill() {
        for (int i = 0; i < Math.min(kind.capacity, 2_000); i++) {
            assertThat(channel.trySend(i)).isTrue();
        }
    }

    @Test
    void select_withoutClauses_isRefused() {
        Select<String> none = new Select<>();
        assertThatThrownBy(none::await)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a select needs at least one clause");
        assertThatThrownBy(() -> none.await(LONG, () -> ""))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> none.orElse(() -> "")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @SuppressWarnings({"NullAway", "unchecked"}) // what callers without checks may do
    void wrongArguments_areRefused() {
        Select<String> select = new Select<>();
        assertThatThrownBy(() -> select.receive(null, item -> ""))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> select.receive(channel, null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> select.send(channel, null, () -> ""))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> select.send(channel, 1, null))
                .isInstanceOf(NullPointerException.class);
        Receiver<Integer> foreign =
                (Receiver<Integer>)
                        Proxy.newProxyInstance(
                                Receiver.class.getClassLoader(),
                                new Class<?>[] {Receiver.class},
                                (_, _, _) -> "a foreign one");
        assertThatThrownBy(() -> select.receive(foreign, item -> ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a select takes channels made by Channel, not a foreign one");
    }

    @Test
    void nothingReady_follows_theDefaultOrTheTimeout() throws Exception {
        assertThat(receiveEither().orElse(() -> "none")).isEqualTo("none");
        for (Duration most : new Duration[] {Duration.ofMillis(2), Duration.ZERO}) {
            assertThat(receiveEither().await(most, () -> "late")).isEqualTo("late");
        }
        if (!kind.isUnbounded()) {
            fill();
            assertThat(sendEither().orElse(() -> "none")).isEqualTo("none");
            assertThat(sendEither().await(Duration.ofMillis(2), () -> "late")).isEqualTo("late");
            assertThat(channel.drain()).doesNotContain(-1);
        }
        assertThat(channel.tryReceive()).isNull();
        assertThat(other.tryReceive()).isNull();
    }

    @Test
    void readyClause_happensAtOnce() throws Exception {
        Select<String> select = receiveEither();
        if (kind.capacity > 0) {
            channel.send(5);
            assertThat(select.await()).isEqualTo("channel 5");
            assertThat(sendEither().orElse(() -> "none")).isEqualTo("to channel");
            assertThat(select.await(LONG, () -> "late")).isEqualTo("channel -1");
        }
        crew.startWaiting(() -> other.send(6));
        assertThat(select.orElse(() -> "none")).isEqualTo("other 6");
        crew.join();
    }

    @Test
    void waitingSelect_isEndedByASend_orAReceive() throws Exception {
        crew.startWaiting(() -> said.add(receiveEither().await()));
        channel.send(1);
        crew.join();
        crew.startWaiting(() -> said.add(receiveEither().await(LONG, () -> "late")));
        other.send(2);
        crew.join();
        assertThat(said).containsExactly("channel 1", "other 2");
        if (!kind.isUnbounded()) {
            fill();
            crew.startWaiting(() -> said.add(sendEither().await()));
            channel.receive();
            crew.join();
            assertThat(said).hasSize(3).last().isEqualTo("to channel");
            channel.drain();
            fill();
            crew.startWaiting(() -> said.add(sendEither().await()));
            assertThat(other.receive()).isEqualTo(-2);
            crew.join();
        }
        assertThat(other.tryReceive()).isNull();
    }

    @Test
    void waitingSelect_thatHappened_waitsNowhereElse() throws Exception {
        crew.startWaiting(() -> said.add(receiveEither().await()));
        channel.send(1);
        crew.join();
        assertThat(other.trySend(2)).isFalse();
        crew.startWaiting(() -> said.add(receiveEither().await()));
        other.send(3);
        crew.join();
        assertThat(channel.trySend(4)).isEqualTo(kind.capacity > 0);
        assertThat(said).containsExactly("channel 1", "other 3");
    }

    @Test
    void severalReady_areChosenByChance() {
        Channel<Integer> second = Channel.unbounded();
        Channel<Integer> third = Channel.bounded(2_000);
        for (int i = 0; i < 2_000; i++) {
            second.trySend(i);
        }
        int sent = 0;
        for (int i = 0; i < 1_000; i++) {
            sent +=
                    new Select<Integer>()
                            .receive(second, _ -> 0)
                            .send(third, 1, () -> 1)
                            .orElse(() -> -1_000_000);
        }
        assertThat(sent).isBetween(300, 700);
        assertThat(third.drain()).hasSize(sent);
        assertThat(second.drain()).hasSize(1_000 + sent);
    }

    @Test
    void clausesOfWhichOneIsAlwaysReady_neverFollowTheDefault() throws Exception {
        if (kind.capacity == 0) {
            return; // it holds nothing that could always be ready
        }
        Channel<Integer> second = kind.make();
        AtomicBoolean done = new AtomicBoolean();
        channel.send(1);
        crew.start(() -> {
            while (!done.get()) {
                second.send(1);
                channel.receive();
                channel.send(1);
                second.receive();
            }
        });
        Select<Channel<Integer>> either =
                new Select<Channel<Integer>>()
                        .receive(channel, _ -> channel)
                        .receive(second, _ -> second);
        try {
            for (int i = 0; i < 20_000; i++) {
                Channel<Integer> from =
                        i % 2 == 0
                                ? either.orElse(Channel::unbounded)
                                : either.await(Duration.ZERO, Channel::unbounded);
                assertThat(from).as("round %d", i).isIn(channel, second);
                from.send(1);
            }
        } finally {
            done.set(true);
        }
        crew.join();
    }

    @Test
    void bothClausesOfOneChannelWithRoom_neverFollowTheDefault() throws Exception {
        if (kind.capacity == 0) {
            return; // it can neither be sent to nor received from where nobody waits
        }
        AtomicBoolean done = new AtomicBoolean();
        for (int i = 0; i < 3; i++) {
            crew.start(() -> {
                while (!done.get()) {
                    channel.trySend(1);
                    channel.tryReceive();
                }
            });
        }
        Select<String> both =
                new Select<String>()
                        .send(channel, 2, () -> "sent")
                        .receive(channel, _ -> "received");
        try {
            for (int i = 0; i < 20_000; i++) {
                assertThat(both.orElse(() -> "none")).isNotEqualTo("none");
            }
        } finally {
            done.set(true);
        }
        crew.join();
    }

    @Test
    void severalClauses_onOneChannel_happenOnce() throws Exception {
        if (kind.capacity > 0) {
            Select<String> sends =
                    new Select<String>()
                            .send(channel, 1, () -> "1")
                            .send(channel, 2, () -> "2")
                            .send(channel, 3, () -> "3");
            String sent = sends.await();
            assertThat(channel.drain()).extracting(String::valueOf).containsExactly(sent);
        }
        Select<String> receives =
                new Select<String>()
                        .receive(channel, item -> "a " + item)
                        .receive(channel, item -> "b " + item);
        crew.startWaiting(() -> said.add(receives.await()));
        channel.send(7);
        crew.join();
        assertThat(said).hasSize(1).first().asString().endsWith(" 7");
        assertThat(channel.tryReceive()).isNull();
    }

    @Test
    void bothEnds_inOneSelect_doNotMeet() throws Exception {
        Select<String> both =
                new Select<String>()
                        .send(other, 1, () -> "sent")
                        .receive(other, item -> "received " + item);
        assertThat(both.orElse(() -> "none")).isEqualTo("none");
        assertThat(both.await(Duration.ofMillis(5), () -> "late")).isEqualTo("late");
    }

    @Test
    void bothEnds_inTwoSelects_meet() throws Exception {
        for (int i = 0; i < 200; i++) {
            for (int side = 0; side < 2; side++) {
                crew.start(() ->
                        said.add(
                                new Select<String>()
                                        .send(other, 1, () -> "sent")
                                        .receive(other, item -> "received " + item)
                                        .await()));
            }
            crew.join();
            assertThat(said).containsExactlyInAnyOrder("sent", "received 1");
            said.clear();
        }
    }

    @Test
    void closedChannel_failsTheSelect_alsoWhileItWaits() throws Exception {
        crew.startWaiting(() ->
                assertThatThrownBy(receiveEither()::await)
                        .isInstanceOf(ReceiveException.class)
                        .hasMessage("channel 'orders' is closed, and has no more"));
        IOException failure = new IOException("disk full");
        channel.close(failure);
        crew.join();
        assertThatThrownBy(() -> receiveEither().orElse(() -> ""))
                .isInstanceOf(ReceiveException.class)
                .hasCause(failure);
        assertThatThrownBy(() -> sendEither().orElse(() -> ""))
                .isInstanceOf(SendException.class)
                .hasMessage("channel 'orders' is closed, and takes no more");
        assertThatThrownBy(() -> sendEither().await(LONG, () -> ""))
                .isInstanceOf(SendException.class);
        crew.startWaiting(() ->
                assertThatThrownBy(new Select<String>().send(other, 1, () -> "sent")::await)
                        .isInstanceOf(SendException.class));
        other.close();
        crew.join();
    }

    @Test
    void closedChannel_isStillReceivedFrom() throws Exception {
        fill();
        channel.close();
        for (int i = 0; i < Math.min(kind.capacity, 2_000); i++) {
            assertThat(receiveEither().await()).isEqualTo("channel " + i);
        }
        assertThatThrownBy(receiveEither()::await).isInstanceOf(ReceiveException.class);
    }

    @Test
    void interrupt_endsTheWait_andLosesNothing() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(receiveEither()::await).isInstanceOf(InterruptedException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> receiveEither().await(Duration.ZERO, () -> ""))
                .isInstanceOf(InterruptedException.class);
        crew.startWaiting(() ->
                        assertThatThrownBy(receiveEither()::await)
                                .isInstanceOf(InterruptedException.class))
                .interrupt();
        crew.join();
        assertThat(other.trySend(1)).isFalse();
        assertThat(channel.trySend(1)).isEqualTo(kind.capacity > 0);
        assertThat(channel.drain()).hasSize(Math.min(kind.capacity, 1));
    }

    @Test
    void wakeUp_ofASelectThatGoesAnotherWay_isPassedOn() throws Exception {
        for (int i = 0; i < 60; i++) {
            Channel<Integer> shared = kind.make();
            Channel<Integer> side = Channel.unbounded();
            crew.startWaiting(() ->
                    said.add(
                            new Select<String>()
                                    .receive(shared, item -> "select " + item)
                                    .receive(side, item -> "side " + item)
                                    .await()));
            crew.startWaiting(() -> {
                try {
                    said.add("plain " + shared.receive());
                } catch (ReceiveException e) {
                    said.add("closed");
                }
            });
            crew.start(() -> shared.send(1));
            side.send(2);
            // either has it without another send
            Crew.until(() -> said.contains("select 1") || said.size() == 2);
            shared.close();
            crew.join();
            assertThat(said).hasSize(2);
            said.clear();
        }
    }
}
