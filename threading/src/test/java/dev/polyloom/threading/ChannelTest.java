package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every channel promises, with the threads of each kind. */
@Timeout(60)
@ParameterizedClass
@MethodSource("kinds")
class ChannelTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final ChannelKind kind;
    private final Channel<Integer> channel;
    private final Crew crew;

    ChannelTest(ChannelKind kind, boolean virtual) {
        this.kind = kind;
        channel = kind.make();
        crew = new Crew(virtual);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(ChannelKind.values())
                .flatMap(kind -> Stream.of(Arguments.of(kind, false), Arguments.of(kind, true)));
    }

    /** Fills the channel with 0, 1, 2 and so on; returns how many there are. */
    private int fill() {
        int most = kind.isUnbounded() ? 3_000 : kind.capacity;
        for (int i = 0; i < most; i++) {
            assertThat(channel.trySend(i)).isTrue();
        }
        return most;
    }

    @Test
    void trySend_takesWhatThereIsRoomFor_andTryReceiveGivesItOut() {
        for (int round = 0; round < 3; round++) {
            int count = fill();
            if (!kind.isUnbounded()) {
                assertThat(channel.trySend(-1)).isFalse();
            }
            for (int i = 0; i < count; i++) {
                assertThat(channel.tryReceive()).isEqualTo(i);
            }
            assertThat(channel.tryReceive()).isNull();
        }
        assertThat(channel.dropped()).isZero();
    }

    @Test
    void elementThatWasReceived_isNotKept() {
        Channel<Object> objects = kind.make();
        WeakReference<Object> passed = pass(objects);
        Crew.until(() -> {
            System.gc();
            return passed.get() == null;
        });
        assertThat(objects.isClosed()).isFalse();
    }

    private static WeakReference<Object> pass(Channel<Object> through) {
        Object item = new Object();
        if (through.trySend(item)) {
            assertThat(through.tryReceive()).isSameAs(item);
        }
        return new WeakReference<>(item);
    }

    @Test
    void receive_waitsForASend() throws Exception {
        Queue<Integer> got = new ConcurrentLinkedQueue<>();
        crew.startWaiting(() -> got.add(channel.receive()));
        channel.send(7);
        crew.join();
        assertThat(got).containsExactly(7);
    }

    @Test
    void send_waitsForRoom_andKeepsTheOrder() throws Exception {
        if (kind.isUnbounded()) {
            return;
        }
        int count = fill();
        crew.startWaiting(() -> channel.send(count));
        crew.startWaiting(() -> assertThat(channel.send(count + 1, LONG)).isTrue());
        for (int i = 0; i < count + 2; i++) {
            assertThat(channel.receive()).isEqualTo(i);
        }
        crew.join();
        assertThat(channel.tryReceive()).isNull();
    }

    @Test
    void receivers_areServedInTheOrderOfComing() throws Exception {
        Queue<String> got = new ConcurrentLinkedQueue<>();
        crew.startWaiting(() -> got.add("a" + channel.receive()));
        crew.startWaiting(() -> got.add("b" + channel.receive(LONG)));
        channel.send(1);
        Crew.until(() -> got.size() == 1);
        channel.send(2);
        crew.join();
        assertThat(got).containsExactly("a1", "b2");
    }

    @Test
    void timedForms_giveUp_andLeaveNothingBehind() throws Exception {
        for (Duration most : List.of(Duration.ofMillis(2), Duration.ZERO, Duration.ofDays(-1))) {
            assertThat(channel.receive(most)).isNull();
        }
        int count = fill();
        if (!kind.isUnbounded()) {
            for (Duration most :
                    List.of(Duration.ofNanos(1), Duration.ofMillis(2), Duration.ZERO)) {
                assertThat(channel.send(-1, most)).isFalse();
            }
        }
        assertThat(channel.drain()).hasSize(count).doesNotContain(-1);
    }

    /** Fails to send an element in time, and returns it as long as somebody keeps it. */
    private static WeakReference<Object> sendInVain(Channel<Object> full) throws Exception {
        Object element = new Object();
        assertThat(full.send(element, Duration.ofMillis(1))).isFalse();
        return new WeakReference<>(element);
    }

    @Test
    void elementThatWasNotSentInTime_isKeptNowhere() throws Exception {
        if (kind.isUnbounded()) {
            return;
        }
        Channel<Object> full = kind.make();
        while (full.trySend("")) {
            assertThat(full.isClosed()).isFalse();
        }
        WeakReference<Object> left = sendInVain(full);
        Crew.until(() -> {
            System.gc();
            return left.get() == null;
        });
        assertThat(full.drain()).hasSize(kind.capacity);
    }

    @Test
    void timedForms_doNotWaitWhereTheyNeedNot() throws Exception {
        int count = fill();
        for (int i = 0; i < count; i++) {
            assertThat(channel.receive(Duration.ZERO)).isEqualTo(i);
            assertThat(channel.send(i, Duration.ZERO)).isTrue();
        }
        assertThat(channel.drain()).hasSize(count);
    }

    @Test
    void close_givesOutTheRest_thenFails() throws Exception {
        int count = fill();
        channel.close();
        channel.close(new IOException("too late"));
        assertThat(channel.isClosed()).isTrue();
        assertSendFails(null);
        for (int i = 0; i < count; i++) {
            assertThat(channel.receive()).isEqualTo(i);
            assertSendFails(null);
        }
        assertReceiveFails(null);
        assertThat(channel.drain()).isEmpty();
    }

    @Test
    void close_withAnError_passesItOn() throws Exception {
        int count = fill();
        IOException failure = new IOException("disk full");
        assertThat(channel.isClosed()).isFalse();
        channel.close(failure);
        channel.close();
        assertSendFails(failure);
        assertThat(channel.drain()).hasSize(count);
        assertReceiveFails(failure);
    }

    private void assertSendFails(@Nullable Throwable cause) {
        for (Crew.Body each :
                List.<Crew.Body>of(
                        () -> channel.send(1),
                        () -> channel.trySend(1),
                        () -> channel.send(1, LONG),
                        () -> channel.send(1, Duration.ZERO))) {
            assertThatThrownBy(each::run)
                    .isInstanceOf(SendException.class)
                    .hasMessage("channel 'orders' is closed, and takes no more")
                    .hasCause(cause);
        }
    }

    private void assertReceiveFails(@Nullable Throwable cause) {
        for (Crew.Body each :
                List.<Crew.Body>of(
                        channel::receive,
                        channel::tryReceive,
                        () -> channel.receive(LONG),
                        () -> channel.receive(Duration.ZERO))) {
            assertThatThrownBy(each::run)
                    .isInstanceOf(ReceiveException.class)
                    .hasMessage("channel 'orders' is closed, and has no more")
                    .hasCause(cause);
        }
    }

    @Test
    void close_endsTheWaitsOfReceivers() throws Exception {
        for (Crew.Body each : List.<Crew.Body>of(channel::receive, () -> channel.receive(LONG))) {
            crew.startWaiting(
                    () -> assertThatThrownBy(each::run).isInstanceOf(ReceiveException.class));
        }
        channel.close();
        crew.join();
    }

    @Test
    void close_endsTheWaitsOfSenders_whoseElementsAreNotReceived() throws Exception {
        if (kind.isUnbounded()) {
            return;
        }
        int count = fill();
        for (Crew.Body each :
                List.<Crew.Body>of(() -> channel.send(-1), () -> channel.send(-2, LONG))) {
            crew.startWaiting(
                    () -> assertThatThrownBy(each::run).isInstanceOf(SendException.class));
        }
        channel.close();
        crew.join();
        assertThat(channel.drain()).hasSize(count).allMatch(item -> item >= 0);
    }

    @Test
    void interrupt_endsAnyWait_andLosesNothing() throws Exception {
        List<Thread> waiting = new ArrayList<>();
        waiting.add(startInterrupted(channel::receive));
        waiting.add(startInterrupted(() -> channel.receive(LONG)));
        waiting.forEach(Thread::interrupt);
        crew.join();
        int count = fill();
        if (!kind.isUnbounded()) {
            startInterrupted(() -> channel.send(-1)).interrupt();
            startInterrupted(() -> channel.send(-2, LONG)).interrupt();
        }
        crew.join();
        assertThat(channel.drain()).hasSize(count).allMatch(item -> item >= 0);
    }

    private Thread startInterrupted(Crew.Body body) {
        return crew.startWaiting(
                () -> assertThatThrownBy(body::run).isInstanceOf(InterruptedException.class));
    }

    @Test
    void interrupt_before_isNoticed_evenIfThereIsNothingToWaitFor() throws Exception {
        fill();
        for (Crew.Body each :
                List.<Crew.Body>of(
                        channel::receive,
                        () -> channel.receive(LONG),
                        () -> channel.receive(Duration.ZERO),
                        () -> channel.send(-1),
                        () -> channel.send(-1, LONG),
                        () -> channel.send(-1, Duration.ZERO))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(each::run).isInstanceOf(InterruptedException.class);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        assertThat(channel.drain()).doesNotContain(-1);
    }

    @Test
    void interrupt_ofAReceiver_leavesTheElementToTheNext() throws Exception {
        for (int i = 0; i < 50; i++) {
            Channel<Integer> shared = kind.make();
            Queue<Integer> got = new ConcurrentLinkedQueue<>();
            Thread first = crew.startWaiting(() -> receiveUnlessEnded(shared, got));
            crew.startWaiting(() -> receiveUnlessEnded(shared, got));
            Thread sender = crew.start(() -> shared.send(1));
            first.interrupt();
            sender.join();
            Crew.until(() -> !got.isEmpty());
            shared.close();
            crew.join();
            assertThat(got).containsExactly(1);
        }
    }

    private static void receiveUnlessEnded(Channel<Integer> from, Queue<Integer> got) {
        try {
            got.add(from.receive());
        } catch (InterruptedException | ReceiveException e) {
            assertThat(e.getCause()).isNull();
        }
    }

    @Test
    void drain_takesAlsoFromWhoWaitsToSend() throws Exception {
        if (kind.isUnbounded()) {
            return;
        }
        int count = fill();
        crew.startWaiting(() -> channel.send(count));
        List<Integer> expected = IntStream.rangeClosed(0, count).boxed().toList();
        List<Integer> drained = new ArrayList<>();
        Crew.until(() -> drained.addAll(channel.drain()) && drained.size() == count + 1);
        assertThat(drained).isEqualTo(expected);
        crew.join();
    }

    @Test
    void iterator_andStream_endWithTheChannel() throws Exception {
        crew.start(() -> {
            for (int i = 0; i < 100; i++) {
                channel.send(i);
            }
            channel.close();
        });
        int expected = 0;
        for (int each : channel) {
            assertThat(each).isEqualTo(expected++);
            if (expected == 50) {
                break;
            }
        }
        assertThat(channel.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .startsWith("50 51 ")
                .endsWith(" 98 99");
        crew.join();
        Iterator<Integer> iterator = channel.iterator();
        assertThat(iterator.hasNext()).isFalse();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
        assertThat(channel.stream()).isEmpty();
    }

    @Test
    void iterator_passesOnTheErrorAndTheInterrupt() {
        Iterator<Integer> iterator = channel.iterator();
        Thread.currentThread().interrupt();
        assertThatThrownBy(iterator::hasNext)
                .isInstanceOf(ReceiveException.class)
                .hasMessage("interrupted while waiting for channel 'orders'")
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        IOException failure = new IOException("disk full");
        channel.close(failure);
        assertThatThrownBy(iterator::hasNext)
                .isInstanceOf(ReceiveException.class)
                .hasCause(failure);
    }

    @Test
    @SuppressWarnings("NullAway") // what callers without checks may do
    void nulls_areRefused() {
        assertThatThrownBy(() -> channel.send(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> channel.trySend(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> channel.send(null, LONG)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> channel.send(1, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> channel.receive(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> channel.close(null)).isInstanceOf(NullPointerException.class);
        assertThat(channel.isClosed()).isFalse();
    }
}
