package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BroadcastTest {
    private static final Duration LONG = Duration.ofHours(1);

    private static Broadcast<Integer> broadcast(int capacity, OverflowPolicy policy) {
        return new Broadcast<>(capacity, policy, "news");
    }

    @Test
    void subscribers_getWhatIsSentAfterTheySubscribed() throws Exception {
        Broadcast<Integer> channel = broadcast(4, OverflowPolicy.BLOCK);
        channel.send(0);
        Subscription<Integer> first = channel.subscribe();
        channel.send(1);
        Subscription<Integer> second = channel.subscribe();
        assertThat(channel.trySend(2)).isTrue();
        assertThat(channel.send(3, LONG)).isTrue();
        assertThat(first.receive()).isEqualTo(1);
        assertThat(first.drain()).containsExactly(2, 3);
        assertThat(second.receive(LONG)).isEqualTo(2);
        assertThat(second.tryReceive()).isEqualTo(3);
        assertThat(second.tryReceive()).isNull();
        assertThat(second.receive(Duration.ofMillis(1))).isNull();
    }

    @Test
    void fullSubscription_makesSendersWait_andNobodyGetsTheElementBefore() throws Exception {
        Broadcast<Integer> channel = broadcast(1, OverflowPolicy.BLOCK);
        Subscription<Integer> slow = channel.subscribe();
        Subscription<Integer> quick = channel.subscribe();
        channel.send(1);
        assertThat(quick.receive()).isEqualTo(1);
        assertThat(channel.trySend(2)).isFalse();
        assertThat(channel.send(2, Duration.ofMillis(1))).isFalse();
        Actor<Boolean> sender = Actor.start(() -> channel.send(3, LONG)).waits();
        assertThat(quick.tryReceive()).isNull();
        assertThat(slow.receive()).isEqualTo(1);
        assertThat(sender.join()).isTrue();
        assertThat(quick.receive()).isEqualTo(3);
        assertThat(slow.receive()).isEqualTo(3);
        assertThat(channel.dropped()).isZero();
    }

    @Test
    void subscriptionThatCloses_letsSendersGoOn() throws Exception {
        Broadcast<Integer> channel = broadcast(1, OverflowPolicy.BLOCK);
        Subscription<Integer> leaving = channel.subscribe();
        channel.send(1);
        Actor<Boolean> sender = Actor.start(() -> channel.send(2, LONG)).waits();
        leaving.close();
        leaving.close();
        assertThat(sender.join()).isTrue();
        assertThatThrownBy(leaving::tryReceive)
                .isInstanceOf(ReceiveException.class)
                .hasMessage("this subscription of broadcast channel 'news' is closed");
        Subscription<Integer> waiting = channel.subscribe();
        Actor<Integer> receiver = Actor.start(waiting::receive).waits();
        waiting.close();
        assertThat(receiver.failure()).isInstanceOf(ReceiveException.class);
    }

    @Test
    void dropping_losesTheOldestOrTheNewest_andCounts() throws Exception {
        Broadcast<Integer> channel = broadcast(2, OverflowPolicy.DROP_OLDEST);
        Subscription<Integer> slow = channel.subscribe();
        Subscription<Integer> quick = channel.subscribe();
        for (int i = 0; i < 5; i++) {
            channel.send(i);
            assertThat(quick.receive()).isEqualTo(i);
        }
        assertThat(slow.drain()).containsExactly(3, 4);
        assertThat(slow.dropped()).isEqualTo(3);
        assertThat(quick.dropped()).isZero();
        assertThat(channel.dropped()).isEqualTo(3);

        Broadcast<Integer> other = broadcast(2, OverflowPolicy.DROP_NEWEST);
        Subscription<Integer> only = other.subscribe();
        for (int i = 0; i < 5; i++) {
            assertThat(other.trySend(i)).isTrue();
        }
        assertThat(only.drain()).containsExactly(0, 1);
        assertThat(other.dropped()).isEqualTo(3);
    }

    @Test
    void closing_letsTheRestBeReceived_andFailsTheOthers() throws Exception {
        Broadcast<Integer> channel = broadcast(1, OverflowPolicy.BLOCK);
        Subscription<Integer> subscription = channel.subscribe();
        Subscription<Integer> empty = channel.subscribe();
        channel.send(1);
        assertThat(empty.receive()).isEqualTo(1);
        Actor<Integer> receiver = Actor.start(empty::receive).waits();
        Actor<Boolean> sender = Actor.start(() -> channel.send(2, LONG)).waits();
        IOException cause = new IOException("cut");
        channel.close(cause);
        channel.close();
        assertThat(channel.isClosed()).isTrue();
        assertThat(sender.failure())
                .isInstanceOf(SendException.class)
                .hasMessage("broadcast channel 'news' is closed, and takes no more")
                .hasCause(cause);
        assertThat(receiver.failure())
                .isInstanceOf(ReceiveException.class)
                .hasMessage("broadcast channel 'news' is closed, and has no more")
                .hasCause(cause);
        assertThat(subscription.receive()).isEqualTo(1);
        assertThatThrownBy(subscription::receive).hasCause(cause);
        assertThatThrownBy(() -> channel.trySend(3)).hasCause(cause);
        assertThatThrownBy(() -> channel.subscribe().receive()).hasCause(cause);
    }

    @Test
    @SuppressWarnings("NullAway") // shows what happens to those who do not check
    void badArguments_areRefused() {
        assertThatThrownBy(() -> broadcast(0, OverflowPolicy.BLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a subscription has room for 1 element or more, not 0");
        assertThatThrownBy(() -> broadcast(1, null)).isInstanceOf(NullPointerException.class);
        Broadcast<Integer> channel = broadcast(1, OverflowPolicy.BLOCK);
        assertThatThrownBy(() -> channel.send(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> channel.trySend(null)).isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @EnumSource(OverflowPolicy.class)
    void elements_underTimeAndInterrupt_areReceivedOnceInOrderOrCounted(OverflowPolicy policy)
            throws Exception {
        Broadcast<Integer> channel = broadcast(4, policy);
        List<Subscription<Integer>> subscriptions = new ArrayList<>();
        List<Actor<List<Integer>>> receivers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Subscription<Integer> subscription = channel.subscribe();
            subscriptions.add(subscription);
            receivers.add(Actor.start(() -> receiveAll(subscription)));
        }
        List<Actor<List<Integer>>> senders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int number = i;
            senders.add(Actor.start(() -> sendMany(channel, number)));
        }
        for (int i = 0; i < 200; i++) {
            senders.get(i % 3).interrupt();
            receivers.get(i % 3).interrupt();
            Threads.yieldNow();
        }
        List<Integer> sent = new ArrayList<>();
        for (Actor<List<Integer>> each : senders) {
            sent.addAll(each.join());
        }
        channel.close();
        List<Integer> first = receivers.getFirst().join();
        for (int i = 0; i < 3; i++) {
            List<Integer> received = receivers.get(i).join();
            assertThat(received).doesNotHaveDuplicates().isSubsetOf(sent);
            assertThat(received.size() + subscriptions.get(i).dropped()).isEqualTo(sent.size());
            if (policy == OverflowPolicy.BLOCK) {
                assertThat(received).isEqualTo(first);
            }
        }
    }

    private static List<Integer> sendMany(Broadcast<Integer> channel, int number) {
        List<Integer> sent = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int item = number * 1_000_000 + i;
            try {
                if (channel.send(item, i % 3 == 0 ? Duration.ofNanos(20_000) : LONG)) {
                    sent.add(item);
                }
            } catch (InterruptedException e) {
                assertThat(sent).doesNotContain(item);
            }
        }
        return sent;
    }

    private static List<Integer> receiveAll(Subscription<Integer> subscription) {
        List<Integer> received = new ArrayList<>();
        while (true) {
            try {
                received.add(subscription.receive());
            } catch (ReceiveException e) {
                return received;
            } catch (InterruptedException e) {
                Threads.yieldNow();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void oneSubscription_ofManyReceivers_givesEachElementOnce(int capacity) throws Exception {
        Broadcast<Integer> channel = broadcast(capacity, OverflowPolicy.BLOCK);
        Subscription<Integer> shared = channel.subscribe();
        List<Actor<List<Integer>>> receivers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            receivers.add(Actor.start(() -> receiveAll(shared)));
        }
        List<Integer> sent = sendMany(channel, 0);
        channel.close();
        List<Integer> received = new ArrayList<>();
        for (Actor<List<Integer>> each : receivers) {
            received.addAll(each.join());
        }
        assertThat(received).containsExactlyInAnyOrderElementsOf(sent);
    }
}
