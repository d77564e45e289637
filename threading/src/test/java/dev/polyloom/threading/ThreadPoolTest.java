package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.threading.PoolFuture.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ThreadPoolTest {
    private static ThreadPool pool(int workers) {
        return ThreadPool.builder().workers(workers).name("test").open();
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Occupies a worker until the latch is open. */
    private static PoolFuture<?> occupy(ThreadPool pool, CountDownLatch until) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        PoolFuture<?> task =
                pool.submit(() -> {
                    begun.countDown();
                    until.await();
                    return "";
                });
        begun.await();
        return task;
    }

    @Test
    void submit_givesTheResult() throws Exception {
        try (ThreadPool pool = pool(2)) {
            PoolFuture<Integer> task = pool.submit(() -> 6 * 7);
            assertThat(task.await()).isEqualTo(42);
            assertThat(task.await(Duration.ofSeconds(30))).isEqualTo(42);
            assertThat(task.await(Duration.ZERO)).isEqualTo(42);
            assertThat(task.isDone()).isTrue();
            assertThat(task.status()).isEqualTo(Status.SUCCEEDED);
            assertThat(task.resultNow()).isEqualTo(42);
            assertThat(task.cancel()).isFalse();
            assertThatThrownBy(task::exceptionNow).isInstanceOf(IllegalStateException.class);
            assertThat(pool.<Object>submit(() -> null).await()).isNull();
            assertThat(pool.submit(() -> Thread.currentThread().getName()).await())
                    .startsWith("test-worker-");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {IOException.class, AssertionError.class, StackOverflowError.class})
    void submit_ofATaskThatThrows_failsItAndNotTheWorker(Class<? extends Throwable> type)
            throws Exception {
        Throwable failure = type.getConstructor().newInstance();
        try (ThreadPool pool = pool(1)) {
            Thread worker = pool.submit(Thread::currentThread).await();
            PoolFuture<?> task =
                    pool.submit(() -> {
                        if (failure instanceof Exception e) {
                            throw e;
                        }
                        throw (Error) failure;
                    });
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(task::await)
                        .isInstanceOf(JoinException.class)
                        .hasMessage("a task of pool 'test' failed: " + failure)
                        .hasCause(failure);
            }
            assertThat(task.status()).isEqualTo(Status.FAILED);
            assertThat(task.exceptionNow()).isSameAs(failure);
            assertThatThrownBy(task::resultNow).isInstanceOf(IllegalStateException.class);
            assertThat(pool.submit(Thread::currentThread).await()).isSameAs(worker);
            assertThat(pool.status().failed()).isEqualTo(1);
        }
    }

    @Test
    void execute_ofATaskThatThrows_tellsTheHandler_andCounts() throws Exception {
        List<Throwable> heard = new CopyOnWriteArrayList<>();
        Error failure = new Error("broken");
        AtomicInteger ran = new AtomicInteger();
        try (ThreadPool pool =
                ThreadPool.builder()
                        .workers(1)
                        .uncaught(e -> {
                            heard.add(e);
                            throw new IllegalStateException("the handler too");
                        })
                        .open()) {
            pool.execute(() -> {
                throw failure;
            });
            pool.execute(ran::incrementAndGet);
            await().until(() -> pool.status().completed() == 2);
            assertThat(pool.status().failed()).isEqualTo(1);
            assertThat(pool.status().succeeded()).isEqualTo(1);
        }
        assertThat(heard).containsExactly(failure);
        assertThat(ran).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void await_inTasks_neverDeadlocks_howeverDeep(int workers) throws Exception {
        try (ThreadPool pool = pool(workers)) {
            assertThat(pool.submit(() -> depth(pool, 1_000)).await()).isEqualTo(1_000);
            assertThat(pool.submit(() -> fibonacci(pool, 15)).await()).isEqualTo(610);
        }
    }

    @Test
    void await_whereThreadsStandInAndLeaveAgain_neverLosesATask() throws Exception {
        try (ThreadPool pool = pool(1)) {
            for (int i = 0; i < 1_000; i++) {
                int levels = 125 + i % 20;
                assertThat(pool.submit(() -> depth(pool, levels)).await()).isEqualTo(levels);
            }
        }
    }

    @Test
    void await_inTasksOfALimitedPool_neverDeadlocks() throws Exception {
        for (FullPolicy policy : List.of(FullPolicy.BLOCK, FullPolicy.CALLER_RUNS)) {
            try (ThreadPool pool = ThreadPool.builder().workers(2).maxPending(1, policy).open()) {
                assertThat(pool.submit(() -> depth(pool, 300)).await()).isEqualTo(300);
                assertThat(pool.submit(() -> fibonacci(pool, 12)).await()).isEqualTo(144);
            }
        }
    }

    private static int depth(ThreadPool pool, int levels) throws InterruptedException {
        return levels == 0 ? 0 : 1 + pool.submit(() -> depth(pool, levels - 1)).await();
    }

    private static int fibonacci(ThreadPool pool, int n) throws InterruptedException {
        if (n < 2) {
            return n;
        }
        PoolFuture<Integer> first = pool.submit(() -> fibonacci(pool, n - 1));
        PoolFuture<Integer> second = pool.submit(() -> fibonacci(pool, n - 2));
        return first.await() + second.await();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void await_inTasksThatShareWhatTheyNeed_neverDeadlocks(int workers) throws Exception {
        int size = 300;
        for (int round = 0; round < 10; round++) {
            Random random = new Random(round);
            List<PoolFuture<Integer>> tasks = new ArrayList<>();
            try (ThreadPool pool = pool(workers)) {
                CountDownLatch all = new CountDownLatch(1);
                for (int i = 0; i < size; i++) {
                    List<PoolFuture<Integer>> needed = new ArrayList<>();
                    for (int k = 0; k < 3 && i > 0; k++) {
                        needed.add(tasks.get(random.nextInt(i)));
                    }
                    tasks.add(
                            pool.submit(() -> {
                                all.await();
                                int deepest = 0;
                                for (PoolFuture<Integer> each : needed) {
                                    deepest = Math.max(deepest, each.await());
                                }
                                return deepest + 1;
                            }));
                }
                all.countDown();
                assertThat(tasks.getLast().await()).isBetween(2, size);
            }
        }
    }

    @Test
    void await_ofItsOwnEnd_isRefused() throws Exception {
        try (ThreadPool pool = pool(1)) {
            AtomicReference<PoolFuture<?>> outer = new AtomicReference<>();
            CountDownLatch known = new CountDownLatch(1);
            outer.set(
                    pool.submit(() -> {
                        known.await();
                        return pool.submit(() -> outer.get().await()).await();
                    }));
            known.countDown();
            assertThatThrownBy(() -> outer.get().await())
                    .rootCause()
                    .isInstanceOf(PoolException.class)
                    .hasMessage("a task of pool 'test' waits for its own end");
        }
    }

    @Test
    void await_withATime_givesUp_andCanBeDoneAgain() throws Exception {
        try (ThreadPool pool = pool(1)) {
            CountDownLatch go = new CountDownLatch(1);
            PoolFuture<?> task = occupy(pool, go);
            assertThatThrownBy(() -> task.await(Duration.ofMillis(1)))
                    .isInstanceOf(TimedOutException.class)
                    .hasMessage("a task of pool 'test' goes on after PT0.001S");
            assertThatThrownBy(() -> task.await(Duration.ofDays(-1)))
                    .isInstanceOf(TimedOutException.class);
            assertThat(task.status()).isEqualTo(Status.RUNNING);
            go.countDown();
            assertThat(task.await(Duration.ofDays(1_000_000))).isEqualTo("");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void await_whenInterrupted_ends(boolean virtual) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ThreadPool pool = pool(1)) {
            PoolFuture<?> task = occupy(pool, go);
            List<Callable<?>> waits =
                    List.of(
                            task::await,
                            () -> task.await(Duration.ofHours(1)),
                            () -> {
                                Thread.currentThread().interrupt();
                                return task.await(Duration.ZERO);
                            });
            for (Callable<?> each : waits) {
                ThreadBuilder builder = Threads.builder();
                ThreadHandle<?> waiter = (virtual ? builder.virtual() : builder).spawn(each);
                waiter.interrupt();
                assertThatThrownBy(waiter::join).hasCauseInstanceOf(InterruptedException.class);
            }
            go.countDown();
        }
    }

    @Test
    void cancel_ofAPendingTask_keepsItFromRunning() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        try (ThreadPool pool = pool(1)) {
            PoolFuture<?> first = occupy(pool, go);
            PoolFuture<?> task = pool.submit(ran::incrementAndGet);
            assertThat(task.status()).isEqualTo(Status.PENDING);
            assertThat(task.cancel()).isTrue();
            assertThat(task.cancel()).isFalse();
            assertThat(task.isDone()).isTrue();
            assertThat(task.status()).isEqualTo(Status.CANCELLED);
            assertThatThrownBy(task::await)
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("a task of pool 'test' was cancelled");
            go.countDown();
            assertThat(first.await()).isEqualTo("");
            assertThat(pool.status().cancelled()).isEqualTo(1);
        }
        assertThat(ran).hasValue(0);
    }

    @Test
    void cancel_ofARunningTask_interruptsIt_andNothingElse() throws Exception {
        try (ThreadPool pool = pool(2)) {
            AtomicInteger strays = new AtomicInteger();
            for (int i = 0; i < 2_000; i++) {
                PoolFuture<?> task = pool.submit(() -> "");
                PoolFuture<?> next =
                        pool.submit(() -> {
                            if (Thread.currentThread().isInterrupted()) {
                                strays.incrementAndGet();
                            }
                            return "";
                        });
                boolean _ = task.cancel();
                assertThat(next.await()).isEqualTo("");
            }
            assertThat(strays).hasValue(0);
            CountDownLatch interrupted = new CountDownLatch(1);
            CountDownLatch begun = new CountDownLatch(1);
            PoolFuture<?> task =
                    pool.submit(() -> {
                        begun.countDown();
                        hang();
                        interrupted.countDown();
                        return "";
                    });
            begun.await();
            assertThat(task.cancel()).isTrue();
            interrupted.await();
        }
    }

    @Test
    void cancel_ofATaskThatHelps_interruptsOnlyItself() throws Exception {
        try (ThreadPool pool = pool(1)) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            AtomicReference<PoolFuture<String>> inner = new AtomicReference<>();
            CountDownLatch seen = new CountDownLatch(1);
            PoolFuture<?> outer =
                    pool.submit(() -> {
                        inner.set(
                                pool.submit(() -> {
                                    inside.countDown();
                                    go.await();
                                    return "undisturbed";
                                }));
                        String _ = inner.get().await();
                        if (Thread.currentThread().isInterrupted()) {
                            seen.countDown();
                        }
                        return "";
                    });
            inside.await();
            assertThat(outer.cancel()).isTrue();
            assertThatThrownBy(outer::await).isInstanceOf(CancellationException.class);
            go.countDown();
            assertThat(inner.get().await()).isEqualTo("undisturbed");
            seen.await();
            assertThat(pool.submit(() -> Thread.currentThread().isInterrupted()).await()).isFalse();
        }
    }

    @Test
    void cancel_ofATaskThatAnotherHelpsWith_interruptsNotTheOther() throws Exception {
        try (ThreadPool pool = pool(1)) {
            CountDownLatch inside = new CountDownLatch(1);
            AtomicReference<PoolFuture<?>> inner = new AtomicReference<>();
            PoolFuture<Boolean> outer =
                    pool.submit(() -> {
                        inner.set(
                                pool.submit(() -> {
                                    inside.countDown();
                                    while (!Thread.currentThread().isInterrupted()) {
                                        Thread.onSpinWait();
                                    }
                                    return "";
                                }));
                        assertThatThrownBy(() -> inner.get().await())
                                .isInstanceOf(CancellationException.class);
                        return Thread.currentThread().isInterrupted();
                    });
            inside.await();
            assertThat(inner.get().cancel()).isTrue();
            assertThat(outer.await()).isFalse();
        }
    }

    @Test
    void onDone_isCalledOnce_whateverHappens() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        ThreadPool pool = ThreadPool.builder().workers(1).uncaught(uncaught::add).open();
        try (pool) {
            PoolFuture<?> first = occupy(pool, go);
            assertThat(first.onDone(task -> heard.add("first " + task.resultNow())))
                    .isSameAs(first);
            PoolFuture<?> second = first.onDone(_ -> heard.add("second"));
            PoolFuture<?> bad =
                    pool.submit(() -> {
                        throw new IOException("disk full");
                    });
            PoolFuture<?> _ =
                    bad.onDone(task -> {
                        heard.add(task.exceptionNow().getMessage());
                        throw new IllegalStateException("from the action");
                    });
            PoolFuture<?> third =
                    pool.submit(() -> 1).onDone(task -> heard.add("" + task.status()));
            assertThat(third.cancel()).isTrue();
            go.countDown();
            assertThat(second.await()).isEqualTo("");
        }
        assertThat(heard).containsExactly("CANCELLED", "first ", "second", "disk full");
        assertThat(uncaught).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onDone_racingTheEnd_isCalledOnce() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (ThreadPool pool = pool(2)) {
            for (int i = 0; i < 5_000; i++) {
                PoolFuture<?> task = pool.submit(() -> "").onDone(_ -> calls.incrementAndGet());
                PoolFuture<?> _ = task.onDone(_ -> calls.incrementAndGet());
            }
        }
        assertThat(calls).hasValue(10_000);
    }

    @Test
    void reject_whenFull_refusesAndCounts() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ThreadPool pool =
                ThreadPool.builder()
                        .workers(1)
                        .name("small")
                        .maxPending(2, FullPolicy.REJECT)
                        .open()) {
            PoolFuture<?> first = occupy(pool, go);
            PoolFuture<?> second = pool.submit(() -> 2);
            PoolFuture<?> third = pool.submit(() -> 3);
            assertThatThrownBy(() -> pool.submit(() -> 4))
                    .isInstanceOf(PoolException.class)
                    .hasMessage("the task is refused: pool 'small' is full, 2 tasks are pending");
            assertThat(pool.status().pending()).isEqualTo(2);
            assertThat(second.cancel()).isTrue();
            PoolFuture<?> fifth = pool.submit(() -> 5);
            go.countDown();
            assertThat(fifth.await()).isEqualTo(5);
            assertThat(third.await()).isEqualTo(3);
            assertThat(first.await()).isEqualTo("");
            assertThat(pool.status().rejected()).isEqualTo(1);
            assertThat(pool.status().pending()).isZero();
        }
    }

    @Test
    void dropOldest_whenFull_failsTheOldest() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ThreadPool pool =
                ThreadPool.builder()
                        .workers(1)
                        .name("small")
                        .maxPending(2, FullPolicy.DROP_OLDEST)
                        .open()) {
            PoolFuture<?> first = occupy(pool, go);
            List<PoolFuture<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                int each = i;
                tasks.add(pool.submit(() -> each));
            }
            go.countDown();
            assertThat(first.await()).isEqualTo("");
            assertThat(tasks.get(98).await()).isEqualTo(98);
            assertThat(tasks.get(99).await()).isEqualTo(99);
            for (PoolFuture<?> each : tasks.subList(0, 98)) {
                assertThatThrownBy(each::await)
                        .isInstanceOf(PoolException.class)
                        .hasMessage(
                                "the task was dropped: pool 'small' is full, 2 tasks are pending");
            }
            assertThat(pool.status().dropped()).isEqualTo(98);
        }
    }

    @Test
    void callerRuns_whenFull_runsInTheCaller() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ThreadPool pool =
                ThreadPool.builder().workers(1).maxPending(1, FullPolicy.CALLER_RUNS).open()) {
            PoolFuture<?> first = occupy(pool, go);
            PoolFuture<?> second = pool.submit(() -> 2);
            assertThat(pool.submit(Thread::currentThread).resultNow())
                    .isSameAs(Thread.currentThread());
            assertThat(second.status()).isEqualTo(Status.PENDING);
            go.countDown();
            assertThat(first.await()).isEqualTo("");
            assertThat(second.await()).isEqualTo(2);
            assertThat(pool.status().succeeded()).isEqualTo(3);
        }
    }

    @Test
    void block_whenFull_waitsForRoom_inTime_orToAnInterrupt() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ThreadPool pool =
                ThreadPool.builder()
                        .workers(1)
                        .name("small")
                        .maxPending(1, FullPolicy.BLOCK)
                        .open()) {
            PoolFuture<?> first = occupy(pool, go);
            PoolFuture<?> second = pool.submit(() -> 2);
            assertThatThrownBy(() -> pool.submit(() -> 3, Duration.ofMillis(1)))
                    .isInstanceOf(TimedOutException.class)
                    .hasMessage("no room in time: pool 'small' is full, 1 tasks are pending");
            ThreadHandle<Boolean> interrupted =
                    Threads.spawn(() -> {
                        try {
                            PoolFuture<?> _ = pool.submit(() -> 3);
                            return false;
                        } catch (PoolException e) {
                            return Thread.currentThread().isInterrupted();
                        }
                    });
            interrupted.interrupt();
            assertThat(interrupted.join()).isTrue();
            ThreadHandle<PoolFuture<Integer>> timed =
                    Threads.spawn(() -> pool.submit(() -> 4, Duration.ofHours(1)));
            timed.interrupt();
            assertThatThrownBy(timed::join).hasCauseInstanceOf(InterruptedException.class);
            ThreadHandle<PoolFuture<Integer>> patient = Threads.spawn(() -> pool.submit(() -> 5));
            go.countDown();
            assertThat(patient.join().await()).isEqualTo(5);
            assertThat(second.await()).isEqualTo(2);
            assertThat(first.await()).isEqualTo("");
        }
    }

    @Test
    void cancel_ofAPendingTask_makesRoom() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ThreadPool pool =
                ThreadPool.builder().workers(1).maxPending(1, FullPolicy.BLOCK).open()) {
            PoolFuture<?> _ = occupy(pool, go);
            PoolFuture<?> pending = pool.submit(() -> 2);
            Actor<PoolFuture<Integer>> waiting = Actor.start(() -> pool.submit(() -> 3)).waits();
            assertThat(pending.cancel()).isTrue();
            PoolFuture<Integer> admitted = waiting.join();
            go.countDown();
            assertThat(admitted.await()).isEqualTo(3);
        }
    }

    @Test
    void shutdown_letsThoseWaitForRoomFail() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        ThreadPool pool = ThreadPool.builder().workers(1).maxPending(1, FullPolicy.BLOCK).open();
        try (pool) {
            PoolFuture<?> first = occupy(pool, go);
            PoolFuture<?> second = pool.submit(() -> 2);
            ThreadHandle<?> third = Threads.spawn(() -> pool.submit(() -> 3));
            pool.shutdown();
            assertThatThrownBy(third::join).hasCauseInstanceOf(PoolException.class);
            go.countDown();
            assertThat(first.await()).isEqualTo("");
            assertThat(second.await()).isEqualTo(2);
        }
    }

    @Test
    void close_runsAllThatWasHandedIn_alsoByItsTasks() {
        AtomicInteger ran = new AtomicInteger();
        ThreadPool pool = pool(2);
        try (pool) {
            for (int i = 0; i < 1_000; i++) {
                pool.execute(() -> pool.execute(() -> pool.execute(ran::incrementAndGet)));
            }
        }
        assertThat(ran).hasValue(1_000);
        assertThat(pool.isShutdown()).isTrue();
        assertThat(pool.isTerminated()).isTrue();
        assertThat(pool.status().succeeded()).isEqualTo(3_000);
        assertThat(pool.status().running()).isZero();
        assertThatThrownBy(() -> pool.execute(() -> {}))
                .isInstanceOf(PoolException.class)
                .hasMessage("pool 'test' is shut down");
        assertThatThrownBy(() -> pool.map(List.of(1), i -> i)).isInstanceOf(PoolException.class);
        pool.close();
    }

    @Test
    void close_whenInterrupted_cancelsWhatIsLeft() throws Exception {
        ThreadPool pool = pool(1);
        CountDownLatch begun = new CountDownLatch(1);
        PoolFuture<?> running =
                pool.submit(() -> {
                    begun.countDown();
                    hang();
                    return "";
                });
        PoolFuture<?> pending = pool.submit(() -> "");
        begun.await();
        Thread.currentThread().interrupt();
        pool.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(running.status()).isEqualTo(Status.CANCELLED);
        assertThat(pending.status()).isEqualTo(Status.CANCELLED);
        assertThat(pool.isTerminated()).isTrue();
    }

    @Test
    @SuppressWarnings("try") // that is the mistake
    void close_byATaskOfThePool_isRefused() throws Exception {
        try (ThreadPool pool = pool(1)) {
            PoolFuture<?> task =
                    pool.submit(() -> {
                        pool.close();
                        return "";
                    });
            assertThatThrownBy(task::await)
                    .hasRootCauseMessage("a task of pool 'test' cannot wait for its end");
        }
        try (ThreadPool pool = pool(1)) {
            PoolFuture<?> task = pool.submit(() -> pool.shutdown(Duration.ofHours(1)));
            assertThatThrownBy(task::await)
                    .hasRootCauseMessage("a task of pool 'test' cannot wait for its end");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shutdown_whenItsTimeIsUp_cancelsAndReturnsWhatNeverRan(boolean limited) throws Exception {
        ThreadPoolBuilder builder = ThreadPool.builder().workers(2);
        ThreadPool pool = (limited ? builder.maxPending(100, FullPolicy.BLOCK) : builder).open();
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch interrupted = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            pool.execute(() -> {
                begun.countDown();
                hang();
                interrupted.countDown();
            });
        }
        begun.await();
        List<PoolFuture<String>> pending = new ArrayList<>();
        List<Callable<String>> bodies = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String result = "" + i;
            bodies.add(() -> result);
            pending.add(pool.submit(bodies.get(i)));
        }
        assertThat(pending.get(7).cancel()).isTrue();
        bodies.remove(7);
        List<Callable<?>> notRun = pool.shutdown(Duration.ofMillis(1));
        assertThat(new ArrayList<Object>(notRun)).hasSize(49).containsAll(bodies);
        interrupted.await();
        for (PoolFuture<?> each : pending) {
            assertThat(each.status()).isEqualTo(Status.CANCELLED);
        }
        await().until(pool::isTerminated);
        assertThat(pool.status().cancelled()).isEqualTo(52);
        assertThat(pool.shutdown(Duration.ZERO)).isEmpty();
    }

    @Test
    void shutdown_inTime_returnsNothing() throws Exception {
        ThreadPool pool = pool(2);
        PoolFuture<Integer> task = pool.submit(() -> 1);
        assertThat(pool.shutdown(Duration.ofSeconds(30))).isEmpty();
        assertThat(task.resultNow()).isEqualTo(1);
    }

    @Test
    void shutdown_whenInterrupted_letsTheTasksGoOn() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ThreadPool pool = pool(1)) {
            PoolFuture<?> task = occupy(pool, go);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> pool.shutdown(Duration.ofHours(1)))
                    .isInstanceOf(InterruptedException.class);
            go.countDown();
            assertThat(task.await()).isEqualTo("");
        }
    }

    @Test
    void blockingBodies_areNoErrorHoweverMany() throws Exception {
        try (ThreadPool pool = pool(2)) {
            CompletableFuture<String> gate = new CompletableFuture<>();
            List<PoolFuture<String>> tasks = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                tasks.add(pool.submit(gate::join));
            }
            await().until(() -> pool.status().running() >= 2);
            gate.complete("open");
            for (PoolFuture<String> each : tasks) {
                assertThat(each.await()).isEqualTo("open");
            }
        }
    }

    @Test
    void tasksInNumbers_allEnd() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        try (ThreadPool pool = pool(4)) {
            List<PoolFuture<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 100_000; i++) {
                tasks.add(pool.submit(ran::incrementAndGet));
            }
            long sum = 0;
            for (PoolFuture<Integer> each : tasks) {
                sum += each.await();
            }
            assertThat(sum).isEqualTo(100_000L * 100_001 / 2);
            assertThat(pool.status().succeeded()).isEqualTo(100_000);
        }
    }

    @Test
    void idlePool_startsAndStops_withoutWork() {
        ThreadPool pool = ThreadPool.builder().open();
        assertThat(pool.toString()).startsWith("pool 'pool-");
        assertThat(pool.status().workers()).isEqualTo(Capabilities.current().parallelism());
        pool.close();
        assertThat(pool.isTerminated()).isTrue();
    }

    @Test
    void concurrency_neverExceedsTheWorkers() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ConcurrentHashMap<String, Boolean> names = new ConcurrentHashMap<>();
        try (ThreadPool pool = pool(3)) {
            for (int i = 0; i < 2_000; i++) {
                pool.execute(() -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    names.put(Thread.currentThread().getName(), true);
                    now.decrementAndGet();
                });
            }
        }
        assertThat(most.get()).isBetween(1, 3);
        assertThat(names.size()).isBetween(1, 3);
    }

    @Test
    @SuppressWarnings("NullAway") // what callers without checks may do
    void badArguments_areRefusedAtOnce() {
        ThreadPoolBuilder builder = ThreadPool.builder();
        assertThatThrownBy(() -> builder.workers(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pool has from 1 to 10000 workers, not 0");
        assertThatThrownBy(() -> builder.maxPending(0, FullPolicy.BLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least 1 task may be pending, not 0");
        assertThatThrownBy(() -> builder.name(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.uncaught(null)).isInstanceOf(NullPointerException.class);
        try (ThreadPool pool = pool(1)) {
            assertThatThrownBy(() -> pool.submit(null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> pool.execute(null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> pool.map(List.of(), null))
                    .isInstanceOf(NullPointerException.class);
        }
    }
}
