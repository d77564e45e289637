package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SemaphoreTest {
    private static Actor<Boolean> acquirer(Semaphore semaphore, int count, Runnable then) {
        int before = semaphore.waiting();
        Actor<Boolean> actor =
                Actor.start(() -> {
                    semaphore.acquire(count);
                    then.run();
                    return true;
                });
        await().pollInterval(Duration.ofMillis(1)).until(() -> semaphore.waiting() == before + 1);
        return actor;
    }

    @Test
    void permits_areTakenAndGiven() throws Exception {
        Semaphore semaphore = new Semaphore(2);
        semaphore.acquire();
        assertThat(semaphore.tryAcquire()).isTrue();
        assertThat(semaphore.tryAcquire()).isFalse();
        assertThat(semaphore.tryAcquire(Duration.ofMillis(1))).isFalse();
        semaphore.release(3);
        assertThat(semaphore.availablePermits()).isEqualTo(3);
        semaphore.acquire(3);
        assertThat(semaphore.availablePermits()).isZero();
    }

    @Test
    void waiters_areServedInTheOrderOfComing() throws Exception {
        Semaphore semaphore = new Semaphore(0);
        List<Integer> order = new CopyOnWriteArrayList<>();
        List<Actor<Boolean>> actors = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            actors.add(acquirer(semaphore, 1, () -> order.add(number)));
        }
        for (Actor<Boolean> each : actors) {
            semaphore.release();
            assertThat(each.join()).isTrue();
        }
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void whoWantsMany_isNotOvertakenByWhoWantsFew() throws Exception {
        Semaphore semaphore = new Semaphore(1);
        Actor<Boolean> many = acquirer(semaphore, 3, () -> {});
        Actor<Boolean> few = acquirer(semaphore, 1, () -> {});
        assertThat(semaphore.tryAcquire()).isFalse();
        assertThat(semaphore.tryAcquire(Duration.ofMillis(1))).isFalse();
        semaphore.release(2);
        assertThat(many.join()).isTrue();
        assertThat(few.isFinished()).isFalse();
        semaphore.release();
        assertThat(few.join()).isTrue();
        assertThat(semaphore.availablePermits()).isZero();
    }

    @Test
    void release_ofMany_letsAsManyPassAsThereIsFor() throws Exception {
        Semaphore semaphore = new Semaphore(0);
        Actor<Boolean> first = acquirer(semaphore, 1, () -> {});
        Actor<Boolean> second = acquirer(semaphore, 2, () -> {});
        Actor<Boolean> third = acquirer(semaphore, 1, () -> {});
        semaphore.release(3);
        assertThat(first.join()).isTrue();
        assertThat(second.join()).isTrue();
        assertThat(third.waits().isFinished()).isFalse();
        semaphore.release();
        assertThat(third.join()).isTrue();
    }

    @Test
    void whoLeavesTheQueue_letsTheNextPass() throws Exception {
        Semaphore semaphore = new Semaphore(1);
        Actor<Boolean> many = acquirer(semaphore, 3, () -> {});
        Actor<Boolean> few = acquirer(semaphore, 1, () -> {});
        many.interrupt();
        assertThat(many.failure()).isInstanceOf(InterruptedException.class);
        assertThat(few.join()).isTrue();
    }

    @Test
    void permit_thatComesWithAnInterrupt_isNotLost() throws Exception {
        Semaphore semaphore = new Semaphore(0);
        for (int round = 0; round < 500; round++) {
            AtomicBoolean interrupted = new AtomicBoolean();
            Actor<Boolean> waiting =
                    Actor.start(() -> {
                        try {
                            semaphore.acquire();
                            while (!interrupted.get()) {
                                Thread.onSpinWait();
                            }
                            assertThat(Thread.interrupted()).as("still pending").isTrue();
                            return true;
                        } catch (InterruptedException e) {
                            return false;
                        }
                    });
            Actor<Boolean> releasing =
                    Actor.start(() -> {
                        semaphore.release();
                        return true;
                    });
            waiting.interrupt();
            interrupted.set(true);
            assertThat(releasing.join()).isTrue();
            int left = waiting.join() ? 0 : 1;
            assertThat(semaphore.availablePermits()).isEqualTo(left);
            assertThat(semaphore.tryAcquire()).isEqualTo(left == 1);
        }
    }

    @Test
    void badNumbers_areRefused() {
        assertThatThrownBy(() -> new Semaphore(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a semaphore begins with 0 permits or more, not -1");
        Semaphore full = new Semaphore(Integer.MAX_VALUE, "full");
        assertThatThrownBy(() -> full.acquire(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> full.tryAcquire(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> full.release(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(full::release)
                .isExactlyInstanceOf(LockException.class)
                .hasMessageStartingWith("semaphore 'full' cannot have 1 permits more");
        assertThat(full.availablePermits()).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void permits_underTimeAndInterrupt_areNeverLostOrDoubled(boolean virtual) throws Exception {
        int permits = 3;
        Semaphore semaphore = new Semaphore(permits);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Actor<Integer>> actors = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int count = 1 + i % permits;
            actors.add(
                    Actor.start(
                            virtual,
                            () -> {
                                int taken = 0;
                                for (int round = 0; round < 1_000; round++) {
                                    taken += use(semaphore, count, round, inside, most);
                                }
                                return taken;
                            }));
        }
        for (int i = 0; i < 400; i++) {
            actors.get(i % actors.size()).interrupt();
            Threads.yieldNow();
        }
        for (Actor<Integer> each : actors) {
            assertThat(each.join()).isPositive();
        }
        assertThat(most.get()).isLessThanOrEqualTo(permits);
        assertThat(semaphore.availablePermits()).isEqualTo(permits);
        assertThat(semaphore.waiting()).isZero();
    }

    private static int use(
            Semaphore semaphore, int count, int round, AtomicInteger inside, AtomicInteger most) {
        try {
            if (round % 2 == 0) {
                semaphore.acquire(count);
            } else if (!semaphore.tryAcquire(count, Duration.ofNanos(20_000))) {
                return 0;
            }
        } catch (InterruptedException e) {
            return 0;
        }
        int now = inside.addAndGet(count);
        most.accumulateAndGet(now, Math::max);
        Threads.yieldNow();
        inside.addAndGet(-count);
        semaphore.release(count);
        return count;
    }
}
