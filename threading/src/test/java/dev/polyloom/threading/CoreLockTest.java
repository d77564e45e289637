package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.threading.backend.CoreCondition;
import dev.polyloom.threading.backend.CoreLock;
import dev.polyloom.threading.backend.Parker;
import dev.polyloom.threading.backend.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every backend's lock and place to wait must do. */
@Timeout(60)
class CoreLockTest {
    private static final long LONG = 3_600_000_000_000L;

    private final CoreLock lock = Platform.backend().newLock();
    private final CoreCondition condition = lock.newCondition();

    @Test
    void lock_isHeldAsOftenAsItIsTaken() throws Exception {
        lock.lock();
        lock.lockInterruptibly();
        assertThat(lock.tryLock()).isTrue();
        assertThat(lock.tryLock(0)).isTrue();
        for (int i = 0; i < 4; i++) {
            assertThat(lock.isHeldByCurrentThread()).isTrue();
            assertThat(Actor.start(lock::tryLock).join()).isFalse();
            assertThat(Actor.start(lock::isHeldByCurrentThread).join()).isFalse();
            lock.unlock();
        }
        assertThat(lock.isHeldByCurrentThread()).isFalse();
        assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
        assertThatThrownBy(condition::signal).isInstanceOf(IllegalMonitorStateException.class);
        assertThatThrownBy(condition::await).isInstanceOf(IllegalMonitorStateException.class);
    }

    @Test
    void lockOnce_isRefusedToWhoHoldsTheLock_andWaitsForOthers() throws Exception {
        assertThat(lock.lockOnce()).isTrue();
        assertThat(lock.lockOnce()).isFalse();
        Actor<Boolean> other = Actor.start(lock::lockOnce).waits();
        Actor<Boolean> another = Actor.start(lock::lockOnce).waits();
        another.interrupt();
        assertThat(another.failure()).isInstanceOf(InterruptedException.class);
        lock.unlock();
        assertThat(lock.isHeldByCurrentThread()).isFalse();
        assertThat(other.join()).isTrue();
    }

    @Test
    void lockOnce_whenInterruptedBefore_takesNothing() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(lock::lockOnce).isInstanceOf(InterruptedException.class);
        assertThat(lock.isHeldByCurrentThread()).isFalse();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void await_givesAllHoldsBack_andTakesThemAgain() throws Exception {
        Actor<Boolean> actor =
                Actor.start(
                                () -> {
                                    lock.lock();
                                    lock.lock();
                                    condition.await();
                                    lock.unlock();
                                    boolean held = lock.isHeldByCurrentThread();
                                    lock.unlock();
                                    return held && !lock.isHeldByCurrentThread();
                                })
                        .waits();
        lock.lock();
        condition.signal();
        lock.unlock();
        assertThat(actor.join()).isTrue();
    }

    @Test
    void waiters_getTheLockInTheOrderOfComing_evenIfOthersAreQuicker() throws Exception {
        for (int round = 0; round < 20; round++) {
            CoreLock contended = Platform.backend().newLock();
            List<Integer> order = new ArrayList<>();
            List<Actor<Boolean>> actors = new ArrayList<>();
            contended.lock();
            for (int i = 0; i < 4; i++) {
                int number = i;
                actors.add(
                        Actor.start(
                                        () -> {
                                            contended.lockInterruptibly();
                                            try {
                                                return order.add(number);
                                            } finally {
                                                contended.unlock();
                                            }
                                        })
                                .waits());
            }
            for (int i = 0; i < 10; i++) {
                contended.unlock();
                contended.lock();
                // time for who was woken to find the lock taken
                assertThat(Actor.start(() -> true).join()).isTrue();
            }
            contended.unlock();
            for (Actor<Boolean> each : actors) {
                assertThat(each.join()).isTrue();
            }
            assertThat(order).containsExactly(0, 1, 2, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void firstWaiter_givingUpAsTheLockGetsFree_letsTheNextHaveIt(boolean interrupted)
            throws Exception {
        for (int round = 0; round < 200; round++) {
            CoreLock contended = Platform.backend().newLock();
            contended.lock();
            long most = interrupted ? LONG : 500_000;
            Actor<Boolean> first =
                    Actor.start(() -> {
                        boolean taken = tryLock(contended, most);
                        if (taken) {
                            contended.unlock();
                        }
                        return taken;
                    });
            Actor<Boolean> second = Actor.start(() -> contended.tryLock(LONG));
            Actor<Boolean> interrupter =
                    Actor.start(() -> {
                        if (interrupted) {
                            first.interrupt();
                        }
                        return true;
                    });
            Threads.yieldNow();
            contended.unlock();
            assertThat(interrupter.join()).isTrue();
            assertThat(first.join()).isIn(true, false);
            assertThat(second.join()).isTrue();
        }
    }

    private static boolean tryLock(CoreLock lock, long nanos) {
        try {
            return lock.tryLock(nanos);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void lock_interruptedMeanwhile_isTaken_andTheInterruptStays() throws Exception {
        lock.lock();
        Actor<Boolean> actor =
                Actor.start(
                                () -> {
                                    lock.lock();
                                    lock.unlock();
                                    return Thread.interrupted();
                                })
                        .waits();
        actor.interrupt();
        lock.unlock();
        assertThat(actor.join()).isTrue();
    }

    @Test
    void awaitNanos_returnsWhatIsLeft() throws Exception {
        lock.lock();
        assertThat(condition.awaitNanos(1)).isNotPositive();
        assertThat(condition.awaitNanos(0)).isNotPositive();
        assertThat(condition.awaitNanos(-5)).isNotPositive();
        Actor<Long> signaller =
                Actor.start(() -> {
                    lock.lock();
                    condition.signalAll();
                    lock.unlock();
                    return 0L;
                });
        assertThat(condition.awaitNanos(LONG)).isBetween(1L, LONG);
        lock.unlock();
        assertThat(signaller.join()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void holders_excludeEachOther_underTimeAndInterrupt(boolean virtual) throws Exception {
        int[] plain = new int[1];
        AtomicInteger entries = new AtomicInteger();
        List<Actor<Boolean>> actors = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int kind = i;
            actors.add(
                    Actor.start(
                            virtual,
                            () -> {
                                for (int round = 0; round < 2_000; round++) {
                                    if (take(kind)) {
                                        plain[0]++;
                                        entries.incrementAndGet();
                                        lock.unlock();
                                    }
                                }
                                return true;
                            }));
        }
        for (int i = 0; i < 300; i++) {
            actors.get(i % actors.size()).interrupt();
            Threads.yieldNow();
        }
        for (Actor<Boolean> each : actors) {
            assertThat(each.join()).isTrue();
        }
        lock.lock();
        assertThat(plain[0]).isEqualTo(entries.get()).isPositive();
        lock.unlock();
    }

    private boolean take(int kind) {
        if (kind == 0) {
            lock.lock();
            return true;
        }
        return tryLock(lock, kind < 3 ? Long.MAX_VALUE : 20_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unpark_beforePark_isKept_evenIfTheThreadWaitsForSomethingElse(boolean virtual)
            throws Exception {
        lock.lock();
        Oneshot<ThreadHandle<?>> handle = new Oneshot<>();
        Actor<Boolean> actor =
                Actor.start(
                        virtual,
                        () -> {
                            handle.send(Threads.current());
                            lock.lock();
                            lock.unlock();
                            Threads.park();
                            return true;
                        });
        handle.receive().unpark();
        actor.waits();
        lock.unlock();
        assertThat(actor.join()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void parker_wakesForUnparkOrInterrupt(boolean virtual) throws Exception {
        Oneshot<Parker> made = new Oneshot<>();
        Event go = new Event();
        Actor<Boolean> actor =
                Actor.start(
                        virtual,
                        () -> {
                            Parker parker = Platform.backend().newParker();
                            parker.unpark();
                            parker.park();
                            parker.park(1);
                            made.send(parker);
                            while (!go.isSet()) {
                                parker.park();
                            }
                            Thread.currentThread().interrupt();
                            parker.park();
                            parker.park(LONG);
                            return Thread.interrupted();
                        });
        Parker parker = made.receive();
        actor.waits();
        go.set();
        parker.unpark();
        assertThat(actor.join()).isTrue();
    }
}
