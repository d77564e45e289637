package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MutexTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Mutex<Integer> mutex = new Mutex<>(1, "count");

    private void poison() {
        assertThatThrownBy(() ->
                        mutex.withLock(value -> {
                            throw new IOException("disk full");
                        }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void bodies_reachTheValue() throws Exception {
        assertThat(mutex.<Integer, RuntimeException>withLock(value -> value + 1)).isEqualTo(2);
        assertThat(mutex.<Integer, RuntimeException>withLock(LONG, value -> value)).isEqualTo(1);
        assertThat(mutex.update(value -> value + 2)).isEqualTo(3);
        assertThat(mutex.update(LONG, value -> value + 2)).isEqualTo(5);
        Mutex<List<String>> list = new Mutex<>(new ArrayList<>());
        list.change(value -> value.add("a"));
        list.change(LONG, value -> value.add("b"));
        assertThat(list.<String, RuntimeException>withLock(Object::toString)).isEqualTo("[a, b]");
    }

    @Test
    void guard_reachesTheValue_untilItIsClosed() throws Exception {
        Guard<Integer> guard = mutex.lock();
        guard.set(guard.get() + 1);
        assertThat(guard.get()).isEqualTo(2);
        guard.close();
        guard.close();
        assertThat(mutex.update(value -> value)).isEqualTo(2);
        String closed = "the guard of mutex 'count' is closed; take the lock again";
        assertThatThrownBy(guard::get).isExactlyInstanceOf(LockException.class).hasMessage(closed);
        assertThatThrownBy(() -> guard.set(3)).hasMessage(closed);
        assertThatThrownBy(() -> guard.poison(new IOException())).hasMessage(closed);
    }

    @Test
    void guard_inAnotherThread_isRefused() throws Exception {
        try (Guard<Integer> guard = mutex.lock()) {
            List<Waiting> uses =
                    List.of(
                            guard::get,
                            () -> guard.set(2),
                            () -> guard.poison(new IOException()),
                            guard::close);
            for (Waiting use : uses) {
                Actor<String> other =
                        Actor.start(
                                "thief",
                                () -> {
                                    use.run();
                                    return "fine";
                                });
                assertThat(other.failure())
                        .isExactlyInstanceOf(LockException.class)
                        .hasMessageContaining("the guard of mutex 'count' is that of thread")
                        .hasMessageContaining("not of thread 'thief'");
            }
            assertThat(guard.get()).isEqualTo(1);
        }
        assertThat(mutex.isPoisoned()).isFalse();
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }

    @Test
    void lock_ofTheHolder_isRefusedAtOnce() throws Exception {
        try (Guard<Integer> guard = mutex.lock()) {
            for (Waiting each :
                    List.<Waiting>of(
                            mutex::lock,
                            () -> mutex.tryLock(LONG),
                            () -> mutex.update(value -> value + 1),
                            () -> mutex.recover(value -> value + 1))) {
                assertThatThrownBy(each::run)
                        .isInstanceOf(DeadlockException.class)
                        .hasMessageEndingWith(" asks for mutex 'count', which it holds");
            }
            assertThat(mutex.tryLock()).isNull();
            assertThat(guard.get()).isEqualTo(1);
        }
        assertThat(Actor.start(() -> mutex.update(value -> value + 1)).join()).isEqualTo(2);
    }

    @Test
    void lock_heldByAnother_waitsForIt() throws Exception {
        Actor<Integer> other;
        try (Guard<Integer> guard = mutex.lock()) {
            other = Actor.start(() -> mutex.update(value -> value * 10)).waits();
            Actor<Guard<Integer>> impatient =
                    Actor.start(() -> {
                        assertThat(mutex.tryLock()).isNull();
                        return Objects.requireNonNullElse(mutex.tryLock(ms(2)), guard);
                    });
            assertThat(impatient.join()).isSameAs(guard);
            guard.set(4);
        }
        assertThat(other.join()).isEqualTo(40);
    }

    private static Duration ms(int millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void withLock_notInTime_namesTheMutexAndTheTime() throws Exception {
        try (Guard<Integer> _ = mutex.lock()) {
            Actor<Integer> other = Actor.start(() -> mutex.update(ms(2), value -> value));
            assertThat(other.failure())
                    .isInstanceOf(TimedOutException.class)
                    .hasMessage("mutex 'count' was not free for PT0.002S");
        }
    }

    @Test
    void failure_inABody_poisons() throws Exception {
        poison();
        assertThat(mutex.isPoisoned()).isTrue();
        for (Waiting each :
                List.<Waiting>of(
                        mutex::lock,
                        mutex::tryLock,
                        () -> mutex.tryLock(LONG),
                        () -> mutex.withLock(value -> value),
                        () -> mutex.update(LONG, value -> value),
                        () -> mutex.change(value -> {}))) {
            assertThatThrownBy(each::run)
                    .isInstanceOf(LockPoisonedException.class)
                    .hasMessageStartingWith("mutex 'count' is poisoned")
                    .hasMessageContaining("disk full")
                    .hasCauseInstanceOf(IOException.class);
        }
        mutex.clearPoison();
        assertThat(mutex.isPoisoned()).isFalse();
        assertThat(Actor.start(() -> mutex.update(value -> value)).join()).isEqualTo(1);
    }

    @Test
    void failure_inAnyForm_poisons_andKeepsTheValue() throws Exception {
        for (Waiting each :
                List.<Waiting>of(
                        () -> mutex.update(MutexTest::divide),
                        () -> mutex.update(LONG, MutexTest::divide),
                        () -> mutex.change(MutexTest::fail),
                        () -> mutex.change(LONG, MutexTest::fail),
                        () -> mutex.withLock(LONG, MutexTest::divide),
                        () -> mutex.recover(MutexTest::divide))) {
            assertThatThrownBy(each::run).isInstanceOf(ArithmeticException.class);
            assertThat(mutex.isPoisoned()).isTrue();
            mutex.clearPoison();
            assertThat(mutex.update(value -> value)).isEqualTo(1);
        }
    }

    private static int divide(int value) {
        throw new ArithmeticException("no part of " + value);
    }

    private static void fail(Integer value) {
        throw new ArithmeticException("no " + value);
    }

    @Test
    void recover_makesTheValueGood_andKeepsTheFirstFailureUntilThen() throws Exception {
        poison();
        assertThatThrownBy(() -> mutex.recover(MutexTest::divide))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(mutex::lock).hasCauseInstanceOf(IOException.class);
        mutex.recover(value -> 7);
        assertThat(mutex.isPoisoned()).isFalse();
        assertThat(mutex.update(value -> value)).isEqualTo(7);
    }

    @Test
    void guard_poisonsWhenTold() throws Exception {
        IOException failure = new IOException("half done");
        try (Guard<Integer> guard = mutex.lock()) {
            guard.poison(failure);
            guard.poison(new IOException("later"));
            assertThat(guard.get()).isEqualTo(1);
        }
        assertThatThrownBy(mutex::lock).isInstanceOf(LockPoisonedException.class).hasCause(failure);
    }

    @Test
    void nullValue_isAValue() throws Exception {
        Mutex<@org.jspecify.annotations.Nullable String> nullable = new Mutex<>(null);
        assertThat(nullable.toString()).matches("mutex@[0-9a-f]+");
        try (Guard<@org.jspecify.annotations.Nullable String> guard = nullable.lock()) {
            assertThat(guard.get()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void updates_ofManyThreads_areAllCounted(boolean virtual) throws Exception {
        int threads = 8;
        int rounds = 2_000;
        Mutex<Integer> count = new Mutex<>(0);
        List<Actor<Integer>> actors = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int kind = i;
            actors.add(
                    Actor.start(
                            virtual,
                            () -> {
                                int timeouts = 0;
                                for (int done = 0; done < rounds; ) {
                                    if (increment(count, kind)) {
                                        done++;
                                    } else {
                                        timeouts++;
                                    }
                                }
                                return timeouts;
                            }));
        }
        for (Actor<Integer> each : actors) {
            assertThat(each.join()).isNotNegative();
        }
        assertThat(count.update(value -> value)).isEqualTo(threads * rounds);
    }

    private static boolean increment(Mutex<Integer> count, int kind) throws InterruptedException {
        if (kind % 2 == 0) {
            count.update(value -> value + 1);
            return true;
        }
        try (Guard<Integer> guard = count.tryLock(Duration.ofNanos(20_000))) {
            if (guard == null) {
                return false;
            }
            guard.set(guard.get() + 1);
            return true;
        }
    }
}
