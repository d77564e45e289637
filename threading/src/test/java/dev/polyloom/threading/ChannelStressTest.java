package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Counts every element through channels whose users are interrupted, late, and in each other's way.
 */
@Timeout(60)
@ParameterizedClass
@MethodSource("kinds")
class ChannelStressTest {
    private static final int SENDERS = 4;
    private static final int EACH = 500;
    private static final int ALL = SENDERS * EACH;

    private final ChannelKind kind;
    private final Crew crew;

    /** How often each element was sent for good, and how often received. */
    private final AtomicIntegerArray sent = new AtomicIntegerArray(ALL);

    private final AtomicIntegerArray received = new AtomicIntegerArray(ALL);
    private final AtomicInteger receivedInAll = new AtomicInteger();
    private final AtomicInteger interrupts = new AtomicInteger();

    ChannelStressTest(ChannelKind kind, boolean virtual) {
        this.kind = kind;
        crew = new Crew(virtual);
    }

    static Stream<Arguments> kinds() {
        return ChannelTest.kinds();
    }

    private void count(int item) {
        received.incrementAndGet(item);
        receivedInAll.incrementAndGet();
    }

    private void assertSameElements() {
        for (int i = 0; i < ALL; i++) {
            assertThat(received.get(i)).as("element %d", i).isEqualTo(sent.get(i));
        }
    }

    @Test
    void everyElement_isReceivedOnce_andThoseOfASenderInOrder() throws Exception {
        Channel<Integer> channel = kind.make();
        startSenders(channel);
        for (int r = 0; r < SENDERS; r++) {
            crew.start(() -> receiveInOrder(channel));
        }
        Crew.until(() -> receivedInAll.get() == ALL);
        channel.close();
        crew.join();
        assertSameElements();
    }

    @Test
    void oneSender_andOneReceiver_keepTheOrder() throws Exception {
        Channel<Integer> channel = kind.make();
        crew.start(() -> {
            for (int i = 0; i < ALL; i++) {
                channel.send(i);
            }
            channel.close();
        });
        int expected = 0;
        for (int item : channel) {
            assertThat(item).isEqualTo(expected++);
        }
        assertThat(expected).isEqualTo(ALL);
        crew.join();
    }

    private void startSenders(Channel<Integer> channel) {
        for (int s = 0; s < SENDERS; s++) {
            int first = s * EACH;
            crew.start(() -> {
                for (int i = first; i < first + EACH; i++) {
                    channel.send(i);
                    sent.incrementAndGet(i);
                }
            });
        }
    }

    private void receiveInOrder(Channel<Integer> channel) {
        int[] last = new int[SENDERS];
        for (int item : channel) {
            int sender = item / EACH;
            assertThat(item + 1).isGreaterThan(last[sender]);
            last[sender] = item + 1;
            count(item);
        }
    }

    @Test
    void elements_amongInterruptsAndTimeouts_areReceivedIfAndOnlyIfSent() throws Exception {
        Channel<Integer> channel = kind.make();
        List<Thread> disturbed = new ArrayList<>();
        AtomicInteger sending = new AtomicInteger(SENDERS);
        for (int s = 0; s < SENDERS; s++) {
            int first = s * EACH;
            disturbed.add(
                    crew.start(() -> {
                        for (int i = first; i < first + EACH; i++) {
                            sendSomehow(channel, i);
                        }
                        sending.decrementAndGet();
                    }));
            disturbed.add(crew.start(() -> receiveSomehowUntilClosed(channel)));
        }
        disturbUntil(disturbed, () -> sending.get() == 0 && interrupts.get() > 0);
        channel.close();
        crew.join();
        channel.drain().forEach(this::count);
        assertSameElements();
        assertThat(receivedInAll).hasPositiveValue();
    }

    @Test
    void elements_ofAChannelThatCloses_areReceivedIfAndOnlyIfSent() throws Exception {
        for (int round = 0; round < 20; round++) {
            Channel<Integer> channel = kind.make();
            int firstOfRound = round * (ALL / 20);
            AtomicInteger next = new AtomicInteger(firstOfRound);
            for (int s = 0; s < SENDERS; s++) {
                crew.start(() -> {
                    try {
                        for (int i = next.getAndIncrement();
                                i < firstOfRound + ALL / 20;
                                i = next.getAndIncrement()) {
                            sendSomehow(channel, i);
                        }
                    } catch (SendException e) {
                        assertThat(channel.isClosed()).isTrue();
                    }
                });
                crew.start(() -> receiveSomehowUntilClosed(channel));
            }
            int closeAt = ThreadLocalRandom.current().nextInt(ALL / 20);
            Crew.until(() -> next.get() >= firstOfRound + closeAt);
            channel.close();
            crew.join();
            assertThat(channel.drain()).isEmpty();
        }
        assertSameElements();
    }

    @Test
    void elements_thatSelectsMove_areReceivedOnce_withNobodyLeftWaiting() throws Exception {
        List<Channel<Integer>> channels =
                List.of(kind.make("a"), Channel.named("b").rendezvous(), kind.make("c"));
        for (int s = 0; s < SENDERS; s++) {
            int first = s * EACH;
            crew.start(() -> {
                for (int i = first; i < first + EACH; i++) {
                    int item = i;
                    Select<Integer> select = new Select<>();
                    channels.forEach(to -> select.send(to, item, () -> item));
                    sent.incrementAndGet(select.await());
                }
            });
        }
        for (int r = 0; r < SENDERS; r++) {
            Channel<Integer> own = channels.get(r % 3);
            boolean selects = r != 2;
            crew.start(() -> receiveUntilClosed(channels, selects ? null : own));
        }
        Crew.until(() -> receivedInAll.get() == ALL);
        channels.forEach(Channel::close);
        crew.join();
        assertSameElements();
    }

    private void receiveUntilClosed(
            List<Channel<Integer>> channels, @Nullable Channel<Integer> only)
            throws InterruptedException {
        Select<Integer> select = new Select<>();
        channels.forEach(from -> select.receive(from, item -> item));
        try {
            while (true) {
                count(only == null ? select.await() : only.receive());
            }
        } catch (ReceiveException e) {
            assertThat(channels).allMatch(each -> each.drain().isEmpty());
        }
    }

    /** Sends an element if that goes well, and counts it then. */
    private void sendSomehow(Channel<Integer> to, int item) {
        try {
            Duration moment = Duration.ofNanos(ThreadLocalRandom.current().nextInt(200_000));
            boolean done =
                    switch (ThreadLocalRandom.current().nextInt(5)) {
                        case 0 -> to.trySend(item);
                        case 1 -> to.send(item, moment);
                        case 2 ->
                                new Select<Boolean>()
                                        .send(to, item, () -> true)
                                        .await(moment, () -> false);
                        case 3 ->
                                new Select<Boolean>()
                                        .receive(Channel.<Integer>rendezvous(), _ -> false)
                                        .send(to, item, () -> true)
                                        .await();
                        default -> {
                            to.send(item);
                            yield true;
                        }
                    };
            if (done) {
                sent.incrementAndGet(item);
            }
        } catch (InterruptedException e) {
            interrupts.incrementAndGet();
        }
    }

    private void receiveSomehowUntilClosed(Channel<Integer> from) {
        try {
            while (true) {
                Integer item = receiveSomehow(from);
                if (item != null) {
                    count(item);
                }
            }
        } catch (ReceiveException e) {
            assertThat(from.isClosed()).isTrue();
        }
    }

    private @Nullable Integer receiveSomehow(Channel<Integer> from) {
        try {
            Duration moment = Duration.ofNanos(ThreadLocalRandom.current().nextInt(200_000));
            return switch (ThreadLocalRandom.current().nextInt(5)) {
                case 0 -> from.tryReceive();
                case 1 -> from.receive(moment);
                case 2 ->
                        new Select<@Nullable Integer>()
                                .receive(from, item -> item)
                                .await(moment, () -> null);
                case 3 ->
                        new Select<@Nullable Integer>()
                                .receive(from, item -> item)
                                .send(Channel.<String>rendezvous(), "nobody", () -> null)
                                .await();
                default -> from.receive();
            };
        } catch (InterruptedException e) {
            interrupts.incrementAndGet();
            return null;
        }
    }

    private static void disturbUntil(List<Thread> threads, Callable<Boolean> end) throws Exception {
        while (!end.call()) {
            threads.get(ThreadLocalRandom.current().nextInt(threads.size())).interrupt();
            LockSupport.parkNanos(20_000);
        }
    }
}
