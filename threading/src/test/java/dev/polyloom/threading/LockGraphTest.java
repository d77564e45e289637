package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is known of holds and waits, whichever way they began and ended. */
@Timeout(60)
class LockGraphTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final Mutex<Integer> apples = new Mutex<>(0, "apples");
    private final Mutex<Integer> pears = new Mutex<>(0, "pears");
    private final RwLock<Integer> prices = new RwLock<>(0, "prices");
    private final Thread self = Thread.currentThread();
    private final AtomicBoolean asks = new AtomicBoolean();

    @BeforeEach
    void turnOn() {
        DeadlockDetection.set(true);
    }

    @AfterEach
    void turnOff() {
        DeadlockDetection.set(false);
    }

    private interface Step {
        void run() throws Exception;
    }

    /** Holds what a thread has taken until the test, which is about to ask for it, waits for it. */
    private void holdUntilAsked() {
        await().pollInterval(SHORT)
                .until(() -> asks.get() && self.getState() == Thread.State.WAITING);
    }

    private static void waitBriefly(Mutex<Integer> mutex) throws InterruptedException {
        try (Guard<Integer> guard = mutex.lock()) {
            assertThat(mutex.newCondvar().await(guard, SHORT)).isFalse();
        }
    }

    /** Uses apples, gives them back, and asks for them again while another has them. */
    private void assertGivenBack(Step use) throws Exception {
        use.run();
        Latch taken = new Latch(1);
        Actor<Boolean> holder =
                Actor.start(() -> {
                    try (Guard<Integer> _ = apples.lock()) {
                        taken.countDown();
                        holdUntilAsked();
                        return true;
                    }
                });
        taken.await();
        asks.set(true);
        apples.lock().close();
        asks.set(false);
        assertThat(holder.join()).isTrue();
    }

    @Test
    void lockThatWasGivenBack_isHeldNoMore() throws Exception {
        assertGivenBack(() -> apples.withLock(value -> value));
        assertGivenBack(() -> apples.withLock(LONG, value -> value));
        assertGivenBack(() -> apples.update(value -> value));
        assertGivenBack(() -> Objects.requireNonNull(apples.tryLock()).close());
        assertGivenBack(() -> Objects.requireNonNull(apples.tryLock(LONG)).close());
        assertGivenBack(() -> waitBriefly(apples));
        assertGivenBack(() -> {
            assertThatThrownBy(() ->
                            apples.withLock(_ -> {
                                throw new IllegalStateException("lost");
                            }))
                    .hasMessage("lost");
            apples.clearPoison();
        });
    }

    @Test
    void readLockThatWasGivenBack_isHeldNoMore() throws Exception {
        prices.readLock().close();
        prices.writeLock().close();
        Objects.requireNonNull(prices.tryReadLock()).close();
        Objects.requireNonNull(prices.tryWriteLock()).close();
        assertThat(prices.update(value -> value + 1)).isEqualTo(1);
        assertThat(prices.<Integer, RuntimeException>withReadLock(value -> value)).isEqualTo(1);
    }

    /** Has a thread that holds apples end a wait, and then asks for apples with pears held. */
    private void assertWaitsNoMore(Step waits, Step whileItWaits) throws Exception {
        Latch over = new Latch(1);
        Guard<Integer> first = pears.lock();
        Actor<Boolean> other =
                Actor.start(() -> {
                    try (Guard<Integer> _ = apples.lock()) {
                        waits.run();
                        over.countDown();
                        holdUntilAsked();
                        return true;
                    }
                });
        other.waits();
        first.close();
        whileItWaits.run();
        over.await();
        try (Guard<Integer> _ = pears.lock()) {
            asks.set(true);
            apples.lock().close();
            asks.set(false);
        }
        assertThat(other.join()).isTrue();
    }

    @Test
    void waitThatIsOver_countsNoMore() throws Exception {
        Step nothing = () -> {};
        assertWaitsNoMore(() -> pears.lock().close(), nothing);
        assertWaitsNoMore(() -> waitBriefly(pears), nothing);
        assertWaitsNoMore(() -> prices.writeLock().close(), nothing);
    }

    /** Has a thread with pears ask for apples, which the test holds, and asks for pears. */
    private void assertKnown(Step takesPears, Step givesPears) throws Exception {
        Latch taken = new Latch(1);
        Actor<Boolean> other;
        try (Guard<Integer> _ = apples.lock()) {
            other =
                    Actor.start(() -> {
                        takesPears.run();
                        taken.countDown();
                        apples.lock().close();
                        givesPears.run();
                        return true;
                    });
            taken.await();
            other.waits();
            assertThatThrownBy(pears::lock).isInstanceOf(DeadlockException.class);
        }
        assertThat(other.join()).isTrue();
    }

    /** Gets pears in time, though another has them first. */
    private @Nullable Guard<Integer> tryLockAfterAnother() throws InterruptedException {
        Thread taker = Thread.currentThread();
        AtomicBoolean tries = new AtomicBoolean();
        Latch taken = new Latch(1);
        Actor<Boolean> first =
                Actor.start(() -> {
                    try (Guard<Integer> _ = pears.lock()) {
                        taken.countDown();
                        Crew.until(() -> tries.get() && Crew.waits(taker));
                        return true;
                    }
                });
        taken.await();
        tries.set(true);
        Guard<Integer> guard = pears.tryLock(LONG);
        assertThat(first.join()).isTrue();
        return guard;
    }

    @Test
    void lockTakenAtOnce_inTime_orAgainAfterAWait_isKnownToBeHeld() throws Exception {
        Guards held = new Guards();
        assertKnown(() -> held.keep(pears.tryLock()), held::give);
        assertKnown(() -> held.keep(pears.tryLock(LONG)), held::give);
        assertKnown(() -> held.keep(tryLockAfterAnother()), held::give);
        assertKnown(
                () -> {
                    Guard<Integer> guard = pears.lock();
                    assertThat(pears.newCondvar().await(guard, SHORT)).isFalse();
                    held.keep(guard);
                },
                held::give);
    }

    /** Runs a step with pears held. */
    private interface Form {
        void run(Step body) throws Exception;
    }

    private void assertKnownWhileItRuns(Form form) throws Exception {
        Latch taken = new Latch(1);
        Actor<Boolean> other;
        try (Guard<Integer> _ = apples.lock()) {
            other =
                    Actor.start(() -> {
                        form.run(() -> {
                            assertThatThrownBy(() -> form.run(() -> {}))
                                    .isInstanceOf(DeadlockException.class);
                            taken.countDown();
                            apples.lock().close();
                        });
                        return true;
                    });
            taken.await();
            other.waits();
            assertThatThrownBy(pears::lock).isInstanceOf(DeadlockException.class);
        }
        assertThat(other.join()).isTrue();
    }

    @Test
    void lockTakenForABody_isKnownToBeHeld() throws Exception {
        assertKnownWhileItRuns(
                body -> pears.<Integer, Exception>withLock(value -> then(body, value)));
        assertKnownWhileItRuns(
                body -> pears.<Integer, Exception>withLock(LONG, value -> then(body, value)));
        assertKnownWhileItRuns(body -> pears.<Exception>update(value -> then(body, value)));
        assertKnownWhileItRuns(body -> pears.<Exception>change(_ -> body.run()));
    }

    private static Integer then(Step body, Integer value) throws Exception {
        body.run();
        return value;
    }

    @Test
    void search_whereManyWaysLeadToTheSameThread_goesThereOnce() throws Exception {
        int levels = 40;
        List<RwLock<Integer>> locks = Stream.generate(() -> new RwLock<>(0)).limit(levels).toList();
        List<Actor<Boolean>> readers = new ArrayList<>();
        Guard<Integer> deepest = locks.getLast().writeLock();
        for (int i = levels - 1; i > 0; i--) {
            RwLock<Integer> reads = locks.get(i - 1);
            RwLock<Integer> wants = locks.get(i);
            for (int j = 0; j < 2; j++) {
                Actor<Boolean> reader =
                        Actor.start(() -> {
                            try (ReadGuard<Integer> _ = reads.readLock()) {
                                wants.writeLock().close();
                                return true;
                            }
                        });
                readers.add(reader.waits());
            }
        }
        Actor<Boolean> last =
                Actor.start(() -> {
                    locks.getFirst().writeLock().close();
                    return true;
                });
        last.waits();
        deepest.close();
        assertThat(last.join()).isTrue();
        for (Actor<Boolean> each : readers) {
            assertThat(each.join()).isTrue();
        }
    }

    /** Keeps a guard between two steps of one thread. */
    private static final class Guards {
        private @Nullable Guard<Integer> kept;

        void keep(@Nullable Guard<Integer> guard) {
            kept = Objects.requireNonNull(guard);
        }

        void give() {
            Objects.requireNonNull(kept).close();
        }
    }
}
