package dev.polyloom.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TaskFutureTest {
    private static final class Probe extends TaskFuture<@Nullable Object> {
        final AtomicInteger completions = new AtomicInteger();

        Probe(Callable<?> body) {
            super(body);
        }

        @Override
        public void run() {
            runHere();
        }

        @Override
        void done() {
            completions.incrementAndGet();
        }
    }

    @Test
    void results_thatLookLikeStates_areResults() throws Exception {
        for (Object result : new @Nullable Object[] {null, Thread.currentThread(), new Object()}) {
            Probe future = new Probe(() -> result);
            assertThat(future.state()).isEqualTo(Future.State.RUNNING);
            future.run();
            assertThat(future.isDone()).isTrue();
            assertThat(future.state()).isEqualTo(Future.State.SUCCESS);
            assertThat(future.get()).isSameAs(result);
            assertThat(future.resultNow()).isSameAs(result);
            assertThat(future.cancel(true)).isFalse();
            assertThat(future.callable()).isNull();
        }
    }

    @Test
    void failure_isToldAsItIs() {
        Exception thrown = new Exception("of the body");
        Probe future =
                new Probe(() -> {
                    throw thrown;
                });
        future.run();
        assertThatThrownBy(future::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isSameAs(thrown);
        assertThat(future.exceptionNow()).isSameAs(thrown);
        assertThatThrownBy(future::resultNow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Probe[failed]");
    }

    @Test
    void future_saysWhatItIsDoing() throws Exception {
        Probe[] self = new Probe[1];
        Probe future = new Probe(() -> self[0].toString());
        self[0] = future;
        assertThat(future.toString()).startsWith("Probe[waiting, ");
        assertThatThrownBy(future::exceptionNow).hasMessageContaining("Probe[waiting, ");
        future.run();
        assertThat(String.valueOf(future.get())).startsWith("Probe[running, ");
        assertThat(future).hasToString("Probe[success]");
    }

    @Test
    void body_thatSomebodyElseCompletes_runsOnAndCountsNot() throws Exception {
        Probe[] self = new Probe[1];
        Probe future =
                new Probe(() -> {
                    assertThat(self[0].set("first")).isTrue();
                    assertThat(self[0].setException(new Exception("late"))).isFalse();
                    return "late";
                });
        self[0] = future;
        future.run();
        future.run();
        assertThat(future.get()).isEqualTo("first");
        assertThat(future.completions).hasValue(1);
    }

    @Test
    void cancelledBeforeItRuns_neverRuns() {
        AtomicInteger runs = new AtomicInteger();
        Probe future = new Probe(runs::incrementAndGet);
        assertThat(future.cancel(true)).isTrue();
        future.run();
        assertThat(runs).hasValue(0);
        assertThat(future.isCancelled()).isTrue();
        assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    /** A thread whose interrupt comes late. */
    private static final class LateInterrupt extends Thread {
        final CountDownLatch coming = new CountDownLatch(1);
        final CountDownLatch left = new CountDownLatch(1);
        volatile boolean interruptedBeforeItLeft;

        LateInterrupt() {
            super((Runnable) null);
        }

        @Override
        public void run() {
            Probe future = new Probe(() -> coming.await(30, TimeUnit.SECONDS));
            Thread.startVirtualThread(() -> {
                await().until(() -> future.toString().startsWith("Probe[running"));
                future.cancel(true);
            });
            future.run();
            interruptedBeforeItLeft = isInterrupted();
            left.countDown();
        }

        @Override
        public void interrupt() {
            coming.countDown();
            try {
                // long enough for a thread that does not wait for the interrupt to leave
                boolean _ = left.await(100, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            super.interrupt();
        }
    }

    @Test
    void interrupt_thatComesLate_hitsNothingThatComesAfterTheBody() throws Exception {
        LateInterrupt thread = new LateInterrupt();
        thread.start();
        thread.join();
        assertThat(thread.interruptedBeforeItLeft).isTrue();
    }

    @Test
    void interrupt_thatFails_leavesNobodyWaiting() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Probe future =
                new Probe(() -> {
                    running.countDown();
                    return cancelled.await(30, TimeUnit.SECONDS);
                });
        Thread runner =
                new Thread(future) {
                    @Override
                    public void interrupt() {
                        throw new UnsupportedOperationException("not this one");
                    }
                };
        runner.start();
        running.await();
        assertThatThrownBy(() -> future.cancel(true)).hasMessage("not this one");
        cancelled.countDown();
        runner.join();
        assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
        assertThat(future.completions).hasValue(1);
    }

    @Test
    void resultNow_askedWhileItCompletes_isTheResultOrAnError() throws Exception {
        for (int round = 0; round < 20_000; round++) {
            AtomicInteger asked = new AtomicInteger();
            Probe future =
                    new Probe(() -> {
                        while (asked.get() < 10) {
                            Thread.onSpinWait();
                        }
                        return "result";
                    });
            Thread runner = Thread.startVirtualThread(future);
            while (!future.isDone()) {
                asked.incrementAndGet();
                try {
                    assertThat(future.resultNow()).isEqualTo("result");
                } catch (IllegalStateException e) {
                    Thread.onSpinWait();
                }
            }
            runner.join();
        }
    }

    @Test
    void polling_leavesNothingBehind() throws Exception {
        Probe future = new Probe(() -> null);
        for (int i = 0; i < 1_000; i++) {
            assertThatThrownBy(() -> future.get(1, TimeUnit.NANOSECONDS))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageContaining("within 1 NANOSECONDS: Probe[waiting");
        }
        assertThat(waiters(future)).isZero();
    }

    private static int waiters(Probe future) throws ReflectiveOperationException {
        Field top = TaskFuture.class.getDeclaredField("waiters");
        top.setAccessible(true);
        int count = 0;
        Object each = top.get(future);
        while (each != null) {
            count++;
            Field next = each.getClass().getDeclaredField("next");
            next.setAccessible(true);
            each = next.get(each);
        }
        return count;
    }

    /** Whoever gives up takes itself out of the stack, and nobody else. */
    @Test
    void waiting_pollingAndInterrupted_atOnce_allHearTheResult() throws Exception {
        for (int round = 0; round < 300; round++) {
            Probe future = new Probe(() -> "result");
            AtomicInteger heard = new AtomicInteger();
            CountDownLatch ready = new CountDownLatch(8);
            List<Thread> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                int kind = i % 3;
                all.add(Thread.startVirtualThread(() -> wait(kind, future, ready, heard)));
            }
            ready.await();
            for (int i = 2; i < all.size(); i += 3) {
                all.get(i).interrupt();
            }
            future.run();
            for (Thread each : all) {
                each.join();
            }
            assertThat(heard.get()).isBetween(8, 12);
        }
    }

    private static void wait(int kind, Probe future, CountDownLatch ready, AtomicInteger heard) {
        boolean told = kind == 2;
        try {
            if (kind == 0) {
                ready.countDown();
                future.get();
            } else if (kind == 1) {
                ready.countDown();
                poll(future);
            } else {
                future.get();
            }
            heard.incrementAndGet();
        } catch (InterruptedException e) {
            assertThat(told).isTrue();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static void poll(Probe future) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                future.get(ThreadLocalRandom.current().nextInt(20_000), TimeUnit.NANOSECONDS);
                return;
            } catch (TimeoutException e) {
                Thread.onSpinWait();
            }
        }
    }
}
