package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeadlockDetectionTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Mutex<Integer> apples = new Mutex<>(0, "apples");
    private final Mutex<Integer> pears = new Mutex<>(0, "pears");
    private final RwLock<Integer> prices = new RwLock<>(0, "prices");

    @BeforeEach
    void turnOn() {
        DeadlockDetection.set(true);
    }

    @AfterEach
    void turnOff() {
        DeadlockDetection.set(false);
    }

    private interface Taking {
        AutoCloseable take() throws Exception;
    }

    /** Starts a thread that takes a lock, tells so, waits to be let go on, and takes another. */
    private static Actor<String> take(
            String name, Taking first, Latch taken, Latch go, Taking second) {
        return Actor.start(
                name,
                () -> {
                    try (AutoCloseable _ = first.take()) {
                        taken.countDown();
                        go.await();
                        try (AutoCloseable _ = second.take()) {
                            return "both";
                        }
                    }
                });
    }

    private static void assertNames(Throwable deadlock, String... names) {
        assertThat(deadlock)
                .isInstanceOf(DeadlockException.class)
                .hasMessageContainingAll(names)
                .hasMessageContaining("DeadlockDetectionTest.java");
    }

    @Test
    void circle_ofTwo_namesThreadsLocksAndPlaces() throws Exception {
        Latch taken = new Latch(2);
        Latch go = new Latch(1);
        Actor<String> eater = take("eater", apples::lock, taken, go, pears::lock);
        Latch last = new Latch(1);
        Actor<String> cook = take("cook", pears::lock, taken, last, apples::lock);
        taken.await();
        go.countDown();
        eater.waits();
        last.countDown();
        Throwable deadlock = cook.failure();
        assertNames(
                deadlock,
                "deadlock: thread 'cook' waits for mutex 'apples' that thread 'eater' holds"
                        + " (taken at ",
                ", thread 'eater' waits for mutex 'pears' that thread 'cook' holds (taken at ");
        assertThat(deadlock.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "thread 'eater' took mutex 'apples' here",
                        "thread 'cook' took mutex 'pears' here");
        assertThat(eater.join()).isEqualTo("both");
        assertThat(apples.update(value -> value + 1)).isEqualTo(1);
    }

    @Test
    void circle_ofThree_withReadersAndWriters_isFound() throws Exception {
        Latch taken = new Latch(3);
        Latch go = new Latch(1);
        Actor<String> eater = take("eater", apples::lock, taken, go, pears::lock);
        Actor<String> cook = take("cook", pears::lock, taken, go, prices::writeLock);
        Latch last = new Latch(1);
        Actor<String> clerk = take("clerk", prices::readLock, taken, last, apples::lock);
        taken.await();
        go.countDown();
        eater.waits();
        cook.waits();
        last.countDown();
        assertNames(
                clerk.failure(), "'clerk'", "'cook'", "'eater'", "'apples'", "'pears'", "'prices'");
        assertThat(cook.join()).isEqualTo("both");
        assertThat(eater.join()).isEqualTo("both");
    }

    @Test
    void circle_namesNoneOfThoseWhoHoldTheSameLockAndWaitForNothing() throws Exception {
        Latch taken = new Latch(1);
        Latch go = new Latch(1);
        Actor<String> idle = take("idle", prices::readLock, taken, go, pears::lock);
        taken.await();
        try (Guard<Integer> _ = apples.lock()) {
            Actor<String> clerk =
                    take("clerk", prices::readLock, new Latch(1), new Latch(0), apples::lock);
            clerk.waits();
            assertThatThrownBy(prices::writeLock)
                    .hasMessageContaining("'clerk'")
                    .hasMessageNotContaining("'idle'");
        }
        go.countDown();
        assertThat(idle.join()).isEqualTo("both");
    }

    @Test
    void readersInAnyOrder_amongWritersThatNeverWait_raiseNoFalseAlarm() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Actor<Boolean> writer =
                Actor.start(
                        false,
                        () -> {
                            while (!over.get()) {
                                Guard<Integer> guard = prices.tryWriteLock();
                                if (guard != null) {
                                    guard.close();
                                }
                            }
                            return true;
                        });
        Actor<Boolean> clerk = Actor.start(false, () -> takeOften(prices::readLock, apples::lock));
        Actor<Boolean> eater = Actor.start(false, () -> takeOften(apples::lock, prices::readLock));
        assertThat(clerk.join()).isTrue();
        assertThat(eater.join()).isTrue();
        over.set(true);
        assertThat(writer.join()).isTrue();
    }

    private static boolean takeOften(Taking first, Taking second) throws Exception {
        for (int i = 0; i < 2_000; i++) {
            try (AutoCloseable _ = first.take();
                    AutoCloseable _ = second.take()) {
                Thread.onSpinWait();
            }
        }
        return true;
    }

    @Test
    void circle_overAConditionsMutex_isFound() throws Exception {
        Condvar<Integer> changed = pears.newCondvar();
        Latch waiting = new Latch(1);
        Actor<Integer> eater =
                Actor.start(
                        "eater",
                        () -> {
                            try (Guard<Integer> _ = apples.lock();
                                    Guard<Integer> guard = pears.lock()) {
                                waiting.countDown();
                                changed.await(guard, value -> value == 1);
                                return guard.get();
                            }
                        });
        waiting.await();
        eater.waits();
        try (Guard<Integer> guard = pears.lock()) {
            assertThatThrownBy(apples::lock)
                    .isInstanceOf(DeadlockException.class)
                    .hasMessageContaining("thread 'eater' waits for mutex 'pears'");
            guard.set(1);
            changed.signal();
        }
        assertThat(eater.join()).isEqualTo(1);
    }

    @Test
    void readerThatReadsAgain_orWrites_isRefused() throws Exception {
        try (ReadGuard<Integer> _ = prices.readLock()) {
            assertThatThrownBy(prices::readLock).isInstanceOf(DeadlockException.class);
            assertThatThrownBy(prices::writeLock).isInstanceOf(DeadlockException.class);
        }
        assertThat(prices.update(value -> value + 1)).isEqualTo(1);
    }

    @Test
    void waitsWithATime_neverCount() throws Exception {
        Latch taken = new Latch(2);
        Latch go = new Latch(1);
        Actor<String> patient =
                take(
                        "patient",
                        apples::lock,
                        taken,
                        go,
                        () ->
                                Objects.<AutoCloseable>requireNonNullElse(
                                        pears.tryLock(LONG), () -> {}));
        Latch last = new Latch(1);
        Actor<String> brief =
                take(
                        "brief",
                        pears::lock,
                        taken,
                        last,
                        () -> {
                            Guard<Integer> guard = apples.tryLock(Duration.ofMillis(5));
                            return Objects.<AutoCloseable>requireNonNullElse(guard, () -> {});
                        });
        taken.await();
        go.countDown();
        patient.waits();
        last.countDown();
        assertThat(brief.join()).isEqualTo("both");
        assertThat(patient.join()).isEqualTo("both");
    }

    @Test
    void off_findsNothing_andForgetsWhatWasTakenWhileOn() throws Exception {
        Guard<Integer> guard = apples.lock();
        DeadlockDetection.set(false);
        assertThat(DeadlockDetection.isOn()).isFalse();
        guard.close();
        Latch taken = new Latch(2);
        Latch go = new Latch(1);
        Actor<String> eater = take("eater", apples::lock, taken, go, pears::lock);
        Actor<String> cook = take("cook", pears::lock, taken, go, apples::lock);
        taken.await();
        go.countDown();
        eater.waits();
        cook.waits();
        cook.interrupt();
        assertThat(cook.failure()).isInstanceOf(InterruptedException.class);
        assertThat(eater.join()).isEqualTo("both");
    }

    @Test
    void orderedUse_byManyThreads_raisesNoFalseAlarm() throws Exception {
        List<Actor<Integer>> actors = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int number = i;
            actors.add(
                    Actor.start(() -> {
                        for (int round = 0; round < 300; round++) {
                            useInOrder(number + round);
                        }
                        return number;
                    }));
        }
        for (int i = 0; i < 6; i++) {
            assertThat(actors.get(i).join()).isEqualTo(i);
        }
        assertThat(apples.update(value -> value)).isEqualTo(6 * 300);
    }

    private void useInOrder(int turn) throws InterruptedException {
        apples.update(value -> value + 1);
        try (AutoClose _ = turn % 3 == 0 ? closing(prices.writeLock()) : reading();
                Guard<Integer> _ = pears.lock()) {
            Threads.yieldNow();
        }
    }

    private interface AutoClose extends AutoCloseable {
        @Override
        void close();
    }

    private AutoClose reading() throws InterruptedException {
        return prices.readLock()::close;
    }

    private static AutoClose closing(Guard<Integer> guard) {
        return guard::close;
    }

    @Test
    void unorderedUse_byManyThreads_alwaysEnds() throws Exception {
        List<Mutex<Integer>> locks = List.of(apples, pears, new Mutex<>(0, "plums"));
        List<Actor<Integer>> actors = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int number = i;
            actors.add(
                    Actor.start(() -> {
                        int alarms = 0;
                        for (int round = 0; round < 200; round++) {
                            Mutex<Integer> first = locks.get((number + round) % 3);
                            Mutex<Integer> second = locks.get((number + round + 1) % 3);
                            alarms += takeBoth(first, second);
                        }
                        return alarms;
                    }));
        }
        for (Actor<Integer> each : actors) {
            assertThat(each.join()).isNotNegative();
        }
    }

    private static int takeBoth(Mutex<Integer> first, Mutex<Integer> second)
            throws InterruptedException {
        try (Guard<Integer> _ = first.lock()) {
            Threads.yieldNow();
            try (Guard<Integer> _ = second.lock()) {
                return 0;
            } catch (DeadlockException e) {
                return 1;
            }
        }
    }
}
