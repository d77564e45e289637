package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CondvarTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Mutex<Integer> mutex = new Mutex<>(0, "count");
    private final Condvar<Integer> changed = mutex.newCondvar();

    private Actor<Integer> awaitAtLeast(int least) {
        return Actor.start(
                        () -> {
                            try (Guard<Integer> guard = mutex.lock()) {
                                changed.await(guard, value -> value >= least);
                                return guard.get();
                            }
                        })
                .waits();
    }

    private void set(int value) throws InterruptedException {
        try (Guard<Integer> guard = mutex.lock()) {
            guard.set(value);
            changed.signalAll();
        }
    }

    @Test
    void awaitUntil_endsWhenTheValueIsSo() throws Exception {
        Actor<Integer> first = awaitAtLeast(1);
        Actor<Integer> second = awaitAtLeast(2);
        set(1);
        assertThat(first.join()).isEqualTo(1);
        assertThat(second.waits().isFinished()).isFalse();
        set(2);
        assertThat(second.join()).isEqualTo(2);
    }

    @Test
    void awaitUntil_whereItIsSo_doesNotWait() throws Exception {
        try (Guard<Integer> guard = mutex.lock()) {
            changed.await(guard, value -> value == 0);
            assertThat(changed.await(guard, Duration.ZERO, value -> value == 0)).isTrue();
            assertThat(changed.await(guard, Duration.ofMillis(2), value -> value == 1)).isFalse();
            guard.set(5);
        }
        assertThat(mutex.update(value -> value)).isEqualTo(5);
    }

    @Test
    void signal_wakesInTheOrderOfComing() throws Exception {
        List<Integer> order = new ArrayList<>();
        Mutex<List<Integer>> woken = new Mutex<>(order);
        Condvar<List<Integer>> next = woken.newCondvar();
        List<Actor<Boolean>> actors = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            actors.add(
                    Actor.start(
                                    () -> {
                                        try (Guard<List<Integer>> guard = woken.lock()) {
                                            next.await(guard);
                                            return guard.get().add(number);
                                        }
                                    })
                            .waits());
        }
        for (Actor<Boolean> each : actors) {
            try (Guard<List<Integer>> _ = woken.lock()) {
                next.signal();
            }
            assertThat(each.join()).isTrue();
        }
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void signal_thatComesWithAnInterrupt_isNotLost() throws Exception {
        for (int round = 0; round < 200; round++) {
            Mutex<Integer> woken = new Mutex<>(0);
            Condvar<Integer> next = woken.newCondvar();
            Actor<Boolean> first = Actor.start(() -> countWoken(woken, next)).waits();
            Actor<Boolean> second = Actor.start(() -> countWoken(woken, next)).waits();
            Actor<Boolean> interrupter =
                    Actor.start(() -> {
                        first.interrupt();
                        return true;
                    });
            try (Guard<Integer> _ = woken.lock()) {
                next.signal();
            }
            assertThat(interrupter.join()).isTrue();
            if (first.join()) {
                second.interrupt();
                assertThat(second.join()).isFalse();
            } else {
                assertThat(second.join()).isTrue();
            }
            assertThat(woken.update(value -> value)).isEqualTo(1);
        }
    }

    private static boolean countWoken(Mutex<Integer> woken, Condvar<Integer> next)
            throws Exception {
        Guard<Integer> guard = woken.lock();
        try {
            next.await(guard);
            guard.set(guard.get() + 1);
            return true;
        } catch (InterruptedException e) {
            return false;
        } finally {
            guard.close();
        }
    }

    @Test
    void await_interrupted_holdsTheMutexAgain() throws Exception {
        Actor<Integer> actor =
                Actor.start(
                                () -> {
                                    try (Guard<Integer> guard = mutex.lock()) {
                                        assertThatThrownBy(() -> changed.await(guard, LONG))
                                                .isInstanceOf(InterruptedException.class);
                                        guard.set(guard.get() + 1);
                                        return guard.get();
                                    }
                                })
                        .waits();
        try (Guard<Integer> guard = mutex.lock()) {
            actor.interrupt();
            guard.set(10);
        }
        assertThat(actor.join()).isEqualTo(11);
    }

    @Test
    void await_whileTheMutexIsPoisoned_fails_andCanBeRepaired() throws Exception {
        Actor<Integer> actor =
                Actor.start(
                                () -> {
                                    try (Guard<Integer> guard = mutex.lock()) {
                                        assertThatThrownBy(() -> changed.await(guard))
                                                .isInstanceOf(LockPoisonedException.class);
                                        guard.set(9);
                                        mutex.clearPoison();
                                        return guard.get();
                                    }
                                })
                        .waits();
        try (Guard<Integer> guard = mutex.lock()) {
            guard.poison(new IllegalStateException("half done"));
            changed.signalAll();
        }
        assertThat(actor.join()).isEqualTo(9);
        assertThat(mutex.update(value -> value)).isEqualTo(9);
    }

    @Test
    void signal_wakesOne_andSignalAllAll() throws Exception {
        List<Actor<Integer>> waiting =
                List.of(awaitAtLeast(1), awaitAtLeast(1), awaitAtLeast(1), awaitAtLeast(1));
        try (Guard<Integer> guard = mutex.lock()) {
            guard.set(1);
            changed.signal();
        }
        Crew.until(() -> waiting.stream().anyMatch(Actor::isFinished));
        assertThat(waiting).filteredOn(Actor::isFinished).hasSize(1);
        try (Guard<Integer> _ = mutex.lock()) {
            changed.signalAll();
        }
        for (Actor<Integer> each : waiting) {
            assertThat(each.join()).isEqualTo(1);
        }
    }

    @Test
    void misuse_isRefused() throws Exception {
        Guard<Integer> closed = mutex.lock();
        closed.close();
        assertThatThrownBy(() -> changed.await(closed)).isInstanceOf(LockException.class);
        assertThatThrownBy(changed::signal)
                .isInstanceOf(LockException.class)
                .hasMessageContaining("does not hold mutex 'count'");
        assertThatThrownBy(changed::signalAll).isInstanceOf(LockException.class);
        Mutex<Integer> other = new Mutex<>(0, "other");
        try (Guard<Integer> guard = other.lock()) {
            assertThatThrownBy(() -> changed.await(guard))
                    .isInstanceOf(LockException.class)
                    .hasMessage("a guard of mutex 'other' is not one of mutex 'count'");
        }
    }
}
