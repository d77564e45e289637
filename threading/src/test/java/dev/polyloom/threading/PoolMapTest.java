package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PoolMapTest {
    private static final List<Integer> MANY = IntStream.range(0, 20_000).boxed().toList();

    private static ThreadPool pool(int workers) {
        return ThreadPool.builder().workers(workers).name("test").open();
    }

    @Test
    void map_keepsTheOrder() throws Exception {
        try (ThreadPool pool = pool(3)) {
            List<Integer> expected = MANY.stream().map(i -> i + 1).toList();
            assertThat(pool.map(MANY, i -> i + 1)).isEqualTo(expected);
            assertThat(pool.map(new LinkedHashSet<>(MANY), i -> i + 1)).isEqualTo(expected);
            assertThat(pool.map(new ArrayDeque<>(MANY), i -> i + 1)).isEqualTo(expected);
            assertThat(pool.map(List.<String>of(), String::length)).isEmpty();
            assertThat(pool.<String, String>map(Arrays.asList("a", null), s -> s))
                    .containsExactly("a", null);
            assertThatThrownBy(() -> pool.map(List.of(1), i -> i).clear())
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void forEach_takesEachItemOnce() throws Exception {
        AtomicIntegerArray seen = new AtomicIntegerArray(MANY.size());
        try (ThreadPool pool = pool(4)) {
            pool.forEach(MANY, seen::incrementAndGet);
        }
        assertThat(IntStream.range(0, seen.length()).allMatch(i -> seen.get(i) == 1)).isTrue();
    }

    @Test
    void map_ofAFailingItem_failsWithIt_andNothingRunsOn() throws Exception {
        try (ThreadPool pool = pool(3)) {
            AtomicInteger running = new AtomicInteger();
            AtomicInteger calls = new AtomicInteger();
            Error failure = new Error("bad item");
            for (int round = 0; round < 200; round++) {
                assertThatThrownBy(() ->
                                pool.forEach(
                                        MANY,
                                        i -> {
                                            running.incrementAndGet();
                                            calls.incrementAndGet();
                                            try {
                                                if (i == 7_000) {
                                                    throw failure;
                                                }
                                            } finally {
                                                running.decrementAndGet();
                                            }
                                        }))
                        .isInstanceOf(JoinException.class)
                        .hasMessage("item 7000 of a map in pool 'test' failed: " + failure)
                        .hasCause(failure);
                assertThat(running).hasValue(0);
            }
            assertThat(calls.get()).isLessThan(200 * MANY.size());
        }
    }

    @Test
    void map_whoseCallerIsInterrupted_endsAll() throws Exception {
        try (ThreadPool pool = pool(2)) {
            CountDownLatch begun = new CountDownLatch(2);
            AtomicInteger ended = new AtomicInteger();
            ThreadHandle<?> caller =
                    Threads.spawn(() ->
                            pool.map(
                                    List.of(1, 2),
                                    i -> {
                                        begun.countDown();
                                        try {
                                            Threads.sleep(Duration.ofHours(1));
                                        } catch (InterruptedException e) {
                                            Thread.currentThread().interrupt();
                                        } finally {
                                            ended.incrementAndGet();
                                        }
                                        return i;
                                    }));
            begun.await();
            caller.interrupt();
            assertThatThrownBy(caller::join).hasCauseInstanceOf(InterruptedException.class);
            assertThat(ended).hasValue(2);
            assertThat(pool.submit(() -> Thread.currentThread().isInterrupted()).await()).isFalse();
        }
    }

    @Test
    void map_inABusyPool_isDoneByTheCaller() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ThreadPool pool =
                ThreadPool.builder().workers(1).maxPending(1, FullPolicy.REJECT).open()) {
            pool.execute(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Crew.until(() -> pool.status().running() == 1);
            assertThat(pool.map(MANY, i -> i)).isEqualTo(MANY);
            assertThat(pool.status().pending()).isZero();
            go.countDown();
        }
    }

    @Test
    void map_inABusyPoolOfOne_asksForNoHelp() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ThreadPool pool = pool(1)) {
            PoolFuture<?> busy =
                    pool.submit(() -> {
                        go.await();
                        return "";
                    });
            Crew.until(() -> pool.status().running() == 1);
            assertThat(pool.map(MANY, i -> i)).isEqualTo(MANY);
            assertThat(pool.status().pending()).isZero();
            go.countDown();
            assertThat(busy.await()).isEqualTo("");
        }
    }

    @Test
    void map_ofTwoFailingItems_failsWithTheFirst() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Thread asking = Thread.currentThread();
        try (ThreadPool pool = pool(2)) {
            assertThatThrownBy(() ->
                            pool.forEach(
                                    List.of(1, 2),
                                    i -> {
                                        both.countDown();
                                        failAfter(both, Thread.currentThread().equals(asking));
                                    }))
                    .isInstanceOf(JoinException.class)
                    .hasRootCauseMessage("first");
            Crew.until(() -> pool.status().running() == 0);
        }
    }

    /** Fails once both items are begun; a worker does as it is interrupted by who asked. */
    private static void failAfter(CountDownLatch both, boolean asking) {
        try {
            both.await();
            if (!asking) {
                Threads.sleep(Duration.ofHours(1));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("second", e);
        }
        throw new IllegalStateException("first");
    }

    @Test
    void map_interruptedAgainWhileItWaitsForAWorker_waitsOn_andKeepsTheInterrupt()
            throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        AtomicBoolean go = new AtomicBoolean();
        AtomicBoolean kept = new AtomicBoolean();
        Crew crew = new Crew(false);
        try (ThreadPool pool = pool(2)) {
            Thread caller =
                    crew.start(() -> {
                        Thread self = Thread.currentThread();
                        assertThatThrownBy(() ->
                                        pool.forEach(List.of(1, 2), _ -> stay(self, both, go)))
                                .isInstanceOf(InterruptedException.class);
                        kept.set(Thread.currentThread().isInterrupted());
                    });
            both.await();
            Crew.until(() -> Crew.waits(caller));
            caller.interrupt();
            Crew.until(() -> !caller.isInterrupted() && Crew.waits(caller));
            caller.interrupt();
            Crew.until(() -> !caller.isInterrupted() && Crew.waits(caller));
            assertThat(pool.status().running()).isEqualTo(1);
            go.set(true);
            crew.join();
            assertThat(kept).isTrue();
        }
    }

    /** Returns at once in the thread that asks, and in the other when it may. */
    private static void stay(Thread caller, CountDownLatch both, AtomicBoolean go) {
        both.countDown();
        while (both.getCount() > 0 || (!Thread.currentThread().equals(caller) && !go.get())) {
            Threads.yieldNow();
        }
    }

    @Test
    void map_thatHasEnded_isNotKept() throws Exception {
        try (ThreadPool pool = pool(2)) {
            WeakReference<Object> used = new WeakReference<>(mapWith(pool, new Object()));
            Crew.until(() -> {
                System.gc();
                return used.get() == null;
            });
        }
    }

    private static Object mapWith(ThreadPool pool, Object used) throws InterruptedException {
        pool.forEach(List.of(1), i -> assertThat(used).isNotEqualTo(i));
        return used;
    }

    @Test
    void map_inAMap_inATask_ends() throws Exception {
        try (ThreadPool pool = pool(2)) {
            List<Integer> few = MANY.subList(0, 50);
            PoolFuture<List<Integer>> task =
                    pool.submit(() -> pool.map(few, i -> sum(pool, few) + i));
            assertThat(task.await()).isEqualTo(few.stream().map(i -> 1_225 + i).toList());
        }
    }

    private static int sum(ThreadPool pool, List<Integer> items) {
        try {
            return pool.map(items, i -> i).stream().mapToInt(i -> i).sum();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void map_whosePoolIsStopped_fails() throws Exception {
        ThreadPool pool = pool(2);
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        ThreadHandle<?> caller =
                Threads.spawn(() ->
                        pool.map(
                                List.of(1, 2),
                                i -> {
                                    begun.countDown();
                                    try {
                                        go.await();
                                    } catch (InterruptedException e) {
                                        go.countDown();
                                    }
                                    return i;
                                }));
        begun.await();
        assertThat(pool.shutdown(Duration.ofMillis(1))).isEmpty();
        assertThatThrownBy(caller::join)
                .hasCauseInstanceOf(PoolException.class)
                .hasRootCauseMessage("pool 'test' is shut down");
    }

    @Test
    void map_byATaskOfAPoolThatIsStopped_isRefused() throws Exception {
        ThreadPool pool = pool(1);
        CountDownLatch begun = new CountDownLatch(1);
        Oneshot<Throwable> refusal = new Oneshot<>();
        PoolFuture<?> _ =
                pool.submit(() -> {
                    begun.countDown();
                    try {
                        new Latch(1).await();
                    } catch (InterruptedException e) {
                        refusal.send(catchThrowable(() -> pool.map(MANY, i -> i)));
                    }
                    return "";
                });
        begun.await();
        assertThat(pool.shutdown(Duration.ZERO)).isEmpty();
        assertThat(refusal.receive())
                .isInstanceOf(PoolException.class)
                .hasMessage("pool 'test' is shut down");
        pool.close();
    }
}
