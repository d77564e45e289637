package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class SharedCollectionTest {
    private static final Duration LONG = Duration.ofHours(1);

    enum Kind {
        QUEUE,
        STACK,
        PRIORITY_QUEUE,
        DEQUE;

        SharedCollection<Integer> make(int capacity) {
            return switch (this) {
                case QUEUE -> new SharedQueue<>(capacity, "tasks");
                case STACK -> new SharedStack<>(capacity, "tasks");
                case PRIORITY_QUEUE ->
                        new SharedPriorityQueue<>(capacity, Comparator.naturalOrder(), "tasks");
                case DEQUE -> new SharedDeque<>(capacity, "tasks");
            };
        }

        SharedCollection<Integer> make() {
            return switch (this) {
                case QUEUE -> new SharedQueue<>();
                case STACK -> new SharedStack<>();
                case PRIORITY_QUEUE -> new SharedPriorityQueue<>(Comparator.naturalOrder());
                case DEQUE -> new SharedDeque<>();
            };
        }

        /** Returns what comes out when 2, 1 and 3 are put. */
        List<Integer> order() {
            return switch (this) {
                case QUEUE, DEQUE -> List.of(2, 1, 3);
                case STACK -> List.of(3, 1, 2);
                case PRIORITY_QUEUE -> List.of(1, 2, 3);
            };
        }

        String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " 'tasks'";
        }
    }

    @ParameterizedTest
    @EnumSource
    void items_comeOutInTheOrderOfTheKind(Kind kind) throws Exception {
        SharedCollection<Integer> items = kind.make(3);
        items.put(2);
        assertThat(items.offer(1)).isTrue();
        assertThat(items.offer(3, LONG)).isTrue();
        assertThat(items.size()).isEqualTo(3);
        assertThat(items.remainingCapacity()).isZero();
        assertThat(items.offer(4)).isFalse();
        List<Integer> order = kind.order();
        assertThat(items.peek()).isEqualTo(order.get(0));
        assertThat(items.take()).isEqualTo(order.get(0));
        assertThat(items.poll()).isEqualTo(order.get(1));
        assertThat(items.poll(LONG)).isEqualTo(order.get(2));
        assertThat(items.poll()).isNull();
        assertThat(items.peek()).isNull();
        assertThat(items.remainingCapacity()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void noBound_meansRoomForAll(Kind kind) throws Exception {
        SharedCollection<Integer> items = kind.make();
        for (int i = 0; i < 10_000; i++) {
            items.put(i);
        }
        assertThat(items.remainingCapacity()).isEqualTo(Integer.MAX_VALUE - 10_000);
        assertThat(items).asString().matches(kind.label().replace(" 'tasks'", "") + "@.+");
    }

    @ParameterizedTest
    @EnumSource
    void drain_movesInTheOrderOfTheKind_andLetsPuttersGoOn(Kind kind) throws Exception {
        SharedCollection<Integer> items = kind.make(3);
        List.of(2, 1, 3).forEach(items::offer);
        Actor<Boolean> first = Actor.start(() -> items.offer(4, LONG)).waits();
        Actor<Boolean> second = Actor.start(() -> items.offer(5, LONG)).waits();
        List<Integer> drained = new ArrayList<>();
        assertThat(items.drainTo(drained, 0)).isZero();
        assertThat(items.drainTo(drained, 2)).isEqualTo(2);
        assertThat(drained).isEqualTo(kind.order().subList(0, 2));
        assertThat(first.join()).isTrue();
        assertThat(second.join()).isTrue();
        assertThat(items.drainTo(drained)).isEqualTo(3);
        assertThat(drained).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @EnumSource
    void drain_intoWhatRefuses_losesNothing(Kind kind) {
        SharedCollection<Integer> items = kind.make(3);
        items.offer(1);
        assertThatThrownBy(() -> items.drainTo(List.of()))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(items.size()).isEqualTo(1);
        assertThat(items.poll()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void closing_refusesMore_andGivesTheRest(Kind kind) throws Exception {
        SharedCollection<Integer> items = kind.make(1);
        items.put(1);
        Actor<Boolean> putter = Actor.start(() -> items.offer(2, LONG)).waits();
        items.close();
        items.close();
        assertThat(items.isClosed()).isTrue();
        String refused = kind.label() + " is closed, and takes no more";
        assertThat(putter.failure()).isInstanceOf(SendException.class).hasMessage(refused);
        assertThatThrownBy(() -> items.put(3)).hasMessage(refused);
        assertThatThrownBy(() -> items.offer(3)).isInstanceOf(SendException.class);
        assertThat(items.take()).isEqualTo(1);
        String empty = kind.label() + " is closed and empty";
        assertThatThrownBy(items::take).isInstanceOf(ReceiveException.class).hasMessage(empty);
        assertThatThrownBy(items::poll).isInstanceOf(ReceiveException.class);
        assertThatThrownBy(() -> items.poll(LONG)).isInstanceOf(ReceiveException.class);
        assertThat(items.peek()).isNull();
        assertThat(items.drainTo(new ArrayList<>())).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void closing_wakesAllWhoWaitForItems(Kind kind) throws Exception {
        SharedCollection<Integer> items = kind.make(1);
        Actor<Integer> first = Actor.start(items::take).waits();
        Actor<@Nullable Integer> second =
                Actor.<@Nullable Integer>start(() -> items.poll(LONG)).waits();
        items.close();
        assertThat(first.failure()).isInstanceOf(ReceiveException.class);
        assertThat(second.failure()).isInstanceOf(ReceiveException.class);
    }

    @ParameterizedTest
    @EnumSource
    @SuppressWarnings("NullAway") // shows what happens to those who do not check
    void badArguments_areRefused(Kind kind) {
        assertThatThrownBy(() -> kind.make(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(kind.label() + " has room for 1 item or more, not 0");
        SharedCollection<Integer> items = kind.make(1);
        assertThatThrownBy(() -> items.put(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> items.offer(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> items.drainTo(null)).isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @EnumSource
    void takers_areServedInTheOrderOfComing(Kind kind) throws Exception {
        SharedCollection<Integer> items = kind.make(5);
        List<Actor<Integer>> takers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            takers.add(Actor.start(items::take).waits());
        }
        for (int i = 0; i < 5; i++) {
            items.put(i);
            assertThat(takers.get(i).join()).isEqualTo(i);
        }
    }

    @Test
    void priorityQueue_keepsEqualItemsInTheOrderOfComing() throws Exception {
        SharedPriorityQueue<String> items =
                new SharedPriorityQueue<>(100, Comparator.comparingInt(String::length));
        List<String> sameLength = new ArrayList<>();
        items.put("longer");
        for (int i = 0; i < 50; i++) {
            String item = Integer.toString(100 + i);
            sameLength.add(item);
            items.put(item);
        }
        items.put("a");
        assertThat(items.take()).isEqualTo("a");
        List<String> drained = new ArrayList<>();
        items.drainTo(drained, 50);
        assertThat(drained).isEqualTo(sameLength);
        assertThat(items.take()).isEqualTo("longer");
    }

    @Test
    void failureOfTheOrder_leavesTheRoomToOthers() throws Exception {
        SharedPriorityQueue<Integer> items =
                new SharedPriorityQueue<>(2, Comparator.comparingInt(item -> 10 / item));
        items.put(5);
        items.put(2);
        Actor<Boolean> failing = Actor.start(() -> items.offer(0, LONG)).waits();
        Actor<Boolean> fine = Actor.start(() -> items.offer(1, LONG)).waits();
        assertThat(items.take()).isEqualTo(5);
        assertThat(failing.failure()).isInstanceOf(ArithmeticException.class);
        assertThat(fine.join()).isTrue();
        assertThat(items.size()).isEqualTo(2);
    }

    @Test
    void deque_hasTwoEnds() throws Exception {
        SharedDeque<Integer> items = new SharedDeque<>(4);
        items.put(2);
        items.putFirst(1);
        assertThat(items.offerFirst(0)).isTrue();
        items.put(3);
        assertThat(items.offerFirst(-1)).isFalse();
        assertThat(items.offerFirst(-1, Duration.ofMillis(1))).isFalse();
        assertThat(items.peek()).isZero();
        assertThat(items.peekLast()).isEqualTo(3);
        assertThat(items.takeLast()).isEqualTo(3);
        assertThat(items.pollLast()).isEqualTo(2);
        assertThat(items.pollLast(LONG)).isEqualTo(1);
        assertThat(items.offerFirst(-1, LONG)).isTrue();
        assertThat(items.take()).isEqualTo(-1);
        assertThat(items.take()).isZero();
        assertThat(items.pollLast()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void items_underTimeInterruptAndClose_areTakenOnce(Kind kind) throws Exception {
        SharedCollection<Integer> items = kind.make(2);
        List<Actor<List<Integer>>> putters = new ArrayList<>();
        List<Actor<List<Integer>>> takers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            putters.add(Actor.start(i % 2 == 0, () -> putMany(items, number)));
            takers.add(Actor.start(i % 2 == 0, () -> takeAll(items, number)));
        }
        for (int i = 0; i < 400; i++) {
            putters.get(i % 4).interrupt();
            takers.get(i % 4).interrupt();
            Threads.yieldNow();
        }
        putters.getFirst().join();
        items.close();
        List<Integer> put = new ArrayList<>();
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            put.addAll(putters.get(i).join());
            taken.addAll(takers.get(i).join());
        }
        assertThat(taken).hasSizeGreaterThanOrEqualTo(100);
        assertThat(sorted(taken)).isEqualTo(sorted(put));
    }

    private static List<Integer> sorted(List<Integer> items) {
        return items.stream().sorted().toList();
    }

    private static List<Integer> putMany(SharedCollection<Integer> items, int number) {
        List<Integer> put = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int item = number * 1_000_000 + i;
            try {
                if (items.offer(item, i % 3 == 0 ? Duration.ofNanos(20_000) : LONG)) {
                    put.add(item);
                }
            } catch (SendException e) {
                return put;
            } catch (InterruptedException e) {
                Threads.yieldNow();
            }
        }
        return put;
    }

    private static List<Integer> takeAll(SharedCollection<Integer> items, int number) {
        List<Integer> taken = new ArrayList<>();
        while (true) {
            try {
                if (number == 0) {
                    items.drainTo(taken);
                }
                Integer item = number == 1 ? items.poll(Duration.ofNanos(20_000)) : items.take();
                if (item != null) {
                    taken.add(item);
                }
            } catch (ReceiveException e) {
                return taken;
            } catch (InterruptedException e) {
                Threads.yieldNow();
            }
        }
    }
}
