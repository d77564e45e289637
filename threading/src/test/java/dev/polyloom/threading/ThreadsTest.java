package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ThreadsTest {
    private static ThreadBuilder builder(boolean virtual) {
        return virtual ? Threads.builder().virtual() : Threads.builder();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void join_givesTheResult(boolean virtual) throws Exception {
        assertThat(builder(virtual).spawn(() -> 6 * 7).join()).isEqualTo(42);
        assertThat(builder(virtual).<Object>spawn(() -> null).join()).isNull();
        assertThat(builder(virtual).start(() -> {}).join()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void join_ofAFailedThread_namesItAndItsFailure(boolean virtual) {
        IOException failure = new IOException("disk full");
        ThreadHandle<?> handle =
                builder(virtual)
                        .name("writer")
                        .spawn(() -> {
                            throw failure;
                        });
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(handle::join)
                    .isInstanceOf(JoinException.class)
                    .hasMessage("thread 'writer' failed: " + failure)
                    .hasCause(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void join_withATime_givesUp_andCanBeDoneAgain(boolean virtual) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        ThreadHandle<String> handle =
                builder(virtual)
                        .spawn(() -> {
                            go.await();
                            return "done";
                        });
        assertThatThrownBy(() -> handle.join(Duration.ofMillis(1)))
                .isInstanceOf(TimedOutException.class)
                .hasMessageContaining("goes on after PT0.001S");
        assertThatThrownBy(() -> handle.join(Duration.ZERO)).isInstanceOf(TimedOutException.class);
        assertThat(handle.isFinished()).isFalse();
        go.countDown();
        assertThat(handle.join(Duration.ofSeconds(30))).isEqualTo("done");
        assertThat(handle.isFinished()).isTrue();
    }

    @Test
    void join_ofItself_isRefused() throws Exception {
        assertThat(
                        Threads.spawn(
                                        () -> {
                                            try {
                                                return Threads.current().join();
                                            } catch (JoinException e) {
                                                return e.getMessage();
                                            }
                                        })
                                .join())
                .asString()
                .contains("waits for its own end");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void interrupt_endsAnyWait(boolean virtual) throws Exception {
        List<Waiting> waits = new ArrayList<>();
        waits.add(() -> Threads.sleep(Duration.ofHours(1)));
        waits.add(() -> {
            while (true) {
                Threads.park();
            }
        });
        waits.add(() -> Threads.park(Duration.ofHours(1)));
        ThreadHandle<?> endless = Threads.start(ThreadsTest::parkForEver);
        waits.add(() -> endless.join());
        waits.add(() -> endless.join(Duration.ofHours(1)));
        for (Waiting each : waits) {
            CountDownLatch begun = new CountDownLatch(1);
            ThreadHandle<String> handle =
                    builder(virtual)
                            .spawn(() -> {
                                begun.countDown();
                                try {
                                    each.run();
                                    return "went on";
                                } catch (InterruptedException e) {
                                    return "interrupted";
                                }
                            });
            begun.await();
            handle.interrupt();
            assertThat(handle.join()).isEqualTo("interrupted");
        }
        endless.interrupt();
        endless.join();
    }

    private static void parkForEver() {
        try {
            while (true) {
                Threads.park();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unpark_isNotLost_howeverEarly(boolean virtual) throws Exception {
        for (int i = 0; i < 500; i++) {
            ThreadHandle<?> handle =
                    builder(virtual)
                            .start(() -> {
                                try {
                                    Threads.park();
                                } catch (InterruptedException e) {
                                    throw new AssertionError(e);
                                }
                            });
            handle.unpark();
            handle.join();
        }
    }

    @Test
    void unpark_fromTurnToTurn_letsEachGoOn() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        ThreadHandle<?> main = Threads.current();
        ThreadHandle<?> other =
                Threads.start(() -> {
                    try {
                        for (int i = 0; i < 1_000; i++) {
                            while (turn.get() != 2 * i + 1) {
                                Threads.park();
                            }
                            turn.incrementAndGet();
                            main.unpark();
                        }
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                });
        for (int i = 0; i < 1_000; i++) {
            turn.incrementAndGet();
            other.unpark();
            while (turn.get() != 2 * i + 2) {
                Threads.park();
            }
        }
        other.join();
    }

    @Test
    void current_isTheHandleThatWasReturned() throws Exception {
        CountDownLatch known = new CountDownLatch(1);
        ThreadHandle<?>[] seen = new ThreadHandle<?>[1];
        ThreadHandle<?> handle =
                Threads.start(() -> {
                    seen[0] = Threads.current();
                    known.countDown();
                });
        known.await();
        handle.join();
        assertThat(seen[0]).isSameAs(handle);
        assertThat(Threads.current()).isSameAs(Threads.current());
        assertThat(Threads.current().id()).isPositive().isNotEqualTo(handle.id());
    }

    @Test
    void builder_setsWhatItIsTold() throws Exception {
        boolean[] daemon = new boolean[2];
        ThreadHandle<Integer> first =
                Threads.builder()
                        .name("low")
                        .priority(2)
                        .stackSize(1 << 20)
                        .daemon(true)
                        .spawn(() -> {
                            daemon[0] = Thread.currentThread().isDaemon();
                            return Thread.currentThread().getPriority();
                        });
        assertThat(first.name()).isEqualTo("low");
        assertThat(first.join()).isEqualTo(2);
        Threads.builder().start(() -> daemon[1] = Thread.currentThread().isDaemon()).join();
        assertThat(daemon).containsExactly(true, false);
    }

    @Test
    @SuppressWarnings("NullAway") // what callers without checks may do
    void builder_refusesWhatCannotBe() {
        ThreadBuilder builder = Threads.builder();
        assertThatThrownBy(() -> builder.priority(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a priority is from 1 to 10, not 0");
        assertThatThrownBy(() -> builder.priority(11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.stackSize(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a stack has 0 bytes or more, not -1");
        assertThatThrownBy(() -> builder.name(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.start(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.spawn(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void thread_thatThereIsNoRoomFor_fails_withItsName() throws Exception {
        if (!Capabilities.current().platform().equals("jvm")) {
            // there a stack is as large as it gets
            Threads.builder().name("huge").stackSize(1L << 48).start(() -> {}).join();
            return;
        }
        assertThatThrownBy(() -> Threads.builder().name("huge").stackSize(1L << 48).start(() -> {}))
                .isInstanceOf(SpawnException.class)
                .hasMessageStartingWith("thread 'huge' could not be started: ")
                .hasCauseInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void sleep_ofNoTime_returns_unlessInterrupted() throws Exception {
        Threads.sleep(Duration.ZERO);
        Threads.sleep(Duration.ofDays(-1));
        Threads.sleep(Duration.ofNanos(1));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Threads.sleep(Duration.ZERO))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void waitsOfNoTime_return_unlessInterrupted() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        ThreadHandle<?> endless =
                Threads.spawn(() -> {
                    end.await();
                    return "";
                });
        for (Duration none : List.of(Duration.ZERO, Duration.ofNanos(-1))) {
            Threads.park(none);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> Threads.park(none)).isInstanceOf(InterruptedException.class);
            assertThatThrownBy(() -> endless.join(none)).isInstanceOf(TimedOutException.class);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> endless.join(none)).isInstanceOf(InterruptedException.class);
        }
        end.countDown();
        assertThat(endless.join()).isEqualTo("");
    }

    @Test
    void spawnAndStart_giveThreadsThatCostLittle_whereThereAreSuch() throws Exception {
        boolean expected = Capabilities.current().virtualThreads();
        assertThat(Threads.spawn(() -> Thread.currentThread().isVirtual()).join())
                .isEqualTo(expected);
        AtomicBoolean started = new AtomicBoolean();
        assertThat(Threads.start(() -> started.set(Thread.currentThread().isVirtual())).join())
                .isNull();
        assertThat(started.get()).isEqualTo(expected);
    }

    @Test
    void capabilities_areThoseOfTheBackend() {
        Capabilities here = Capabilities.current();
        assertThat(here.parallelism()).isPositive();
        assertThat(here.platform())
                .isEqualTo(System.getProperty("polyloom.threading.backend", "jvm"));
    }

    @Test
    void threads_inNumbers_allEnd() throws Exception {
        AtomicInteger done = new AtomicInteger();
        List<ThreadHandle<?>> all = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            all.add(Threads.start(done::incrementAndGet));
        }
        for (ThreadHandle<?> each : all) {
            each.join();
        }
        assertThat(done).hasValue(2_000);
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }
}
