package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BarrierTest {
    private static Actor<Integer> arrive(Barrier barrier) {
        int before = barrier.waiting();
        Actor<Integer> actor = Actor.start(barrier::await);
        await().pollInterval(Duration.ofMillis(1)).until(() -> barrier.waiting() == before + 1);
        return actor;
    }

    private static void assertBroken(Actor<Integer> actor, String why) throws Exception {
        assertThat(actor.failure())
                .isExactlyInstanceOf(LockException.class)
                .hasMessage(
                        "barrier 'start' is broken, since %s; reset it to use it again"
                                .formatted(why));
    }

    @Test
    void parties_waitForEachOther_againAndAgain() throws Exception {
        AtomicInteger trips = new AtomicInteger();
        Barrier barrier = new Barrier(3, trips::incrementAndGet);
        for (int round = 1; round <= 3; round++) {
            Actor<Integer> first = arrive(barrier);
            Actor<Integer> second = arrive(barrier);
            assertThat(barrier.await()).isZero();
            assertThat(first.join()).isEqualTo(2);
            assertThat(second.join()).isEqualTo(1);
            assertThat(trips.get()).isEqualTo(round);
            assertThat(barrier.waiting()).isZero();
        }
        assertThat(barrier.parties()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void noParties_areRefused(int parties) {
        assertThatThrownBy(() -> new Barrier(parties))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a barrier has 1 party or more, not " + parties);
    }

    @Test
    void interrupt_breaksTheBarrier_untilReset() throws Exception {
        Barrier barrier = new Barrier(3, () -> {}, "start");
        Actor<Integer> first = arrive(barrier);
        Actor<Integer> second = arrive(barrier);
        first.interrupt();
        assertThat(first.failure()).isInstanceOf(InterruptedException.class);
        assertBroken(second, "one was interrupted");
        assertThat(barrier.isBroken()).isTrue();
        assertBroken(Actor.start(barrier::await), "one was interrupted");
        barrier.reset();
        assertThat(barrier.isBroken()).isFalse();
        Actor<Integer> third = arrive(barrier);
        Actor<Integer> fourth = arrive(barrier);
        assertThat(barrier.await()).isZero();
        assertThat(third.join() + fourth.join()).isEqualTo(3);
    }

    @Test
    void lastToCome_interrupted_breaksTheBarrier() throws Exception {
        Barrier barrier = new Barrier(2, () -> {}, "start");
        Actor<Integer> first = arrive(barrier);
        Actor<Integer> last =
                Actor.start(() -> {
                    Thread.currentThread().interrupt();
                    return barrier.await();
                });
        assertThat(last.failure()).isInstanceOf(InterruptedException.class);
        assertBroken(first, "one was interrupted");
    }

    @Test
    void timeOut_breaksTheBarrier() throws Exception {
        Barrier barrier = new Barrier(3, () -> {}, "start");
        Actor<Integer> first = arrive(barrier);
        Actor<Integer> impatient = Actor.start(() -> barrier.await(Duration.ofMillis(1)));
        assertThat(impatient.failure())
                .isInstanceOf(TimedOutException.class)
                .hasMessage("barrier 'start' waited for 1 others for PT0.001S");
        assertBroken(first, "one did not wait any longer");
    }

    @Test
    void failureOfTheAction_breaksTheBarrier() throws Exception {
        IllegalStateException failure = new IllegalStateException("not ready");
        Barrier barrier =
                new Barrier(
                        2,
                        () -> {
                            throw failure;
                        },
                        "start");
        Actor<Integer> first = arrive(barrier);
        assertThatThrownBy(barrier::await).isSameAs(failure);
        assertThat(first.failure())
                .isExactlyInstanceOf(LockException.class)
                .hasMessageContaining("its action failed")
                .hasCause(failure);
    }

    @Test
    void reset_breaksTheRoundOfThoseWhoWait() throws Exception {
        Barrier barrier = new Barrier(2, () -> {}, "start");
        Actor<Integer> first = arrive(barrier);
        barrier.reset();
        assertBroken(first, "it was reset");
        assertThat(barrier.isBroken()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rounds_ofManyThreads_neverMix(boolean virtual) throws Exception {
        int parties = 4;
        int rounds = 500;
        AtomicInteger arrived = new AtomicInteger();
        List<Integer> sums = new ArrayList<>();
        Barrier barrier = new Barrier(parties, () -> sums.add(arrived.getAndSet(0)));
        List<Actor<Integer>> actors = new ArrayList<>();
        for (int i = 0; i < parties; i++) {
            actors.add(
                    Actor.start(
                            virtual,
                            () -> {
                                int last = 0;
                                for (int round = 0; round < rounds; round++) {
                                    arrived.incrementAndGet();
                                    last += barrier.await() == 0 ? 1 : 0;
                                }
                                return last;
                            }));
        }
        int trips = 0;
        for (Actor<Integer> each : actors) {
            trips += each.join();
        }
        assertThat(trips).isEqualTo(rounds);
        assertThat(sums).hasSize(rounds).containsOnly(parties);
    }
}
