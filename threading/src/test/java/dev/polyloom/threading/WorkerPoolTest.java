package dev.polyloom.threading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.threading.PoolFuture.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerPoolTest {
    private static final byte[] NONE = {};

    private final CountDownLatch go = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger ran = new AtomicInteger();
    private final Collection<String> names = new ConcurrentLinkedQueue<>();
    private final WorkerTasks tasks =
            new WorkerTasks()
                    .register("reverse", WorkerPoolTest::reverse)
                    .register(
                            "fail",
                            _ -> {
                                throw new IOException("disk full");
                            })
                    .register(
                            "break",
                            _ -> {
                                throw new StackOverflowError();
                            })
                    .register(
                            "name",
                            bytes -> {
                                names.add(Thread.currentThread().getName());
                                return bytes;
                            })
                    .register(
                            "count",
                            bytes -> {
                                ran.incrementAndGet();
                                return bytes;
                            })
                    .register(
                            "wait",
                            bytes -> {
                                running.incrementAndGet();
                                try {
                                    go.await();
                                } finally {
                                    running.decrementAndGet();
                                }
                                return bytes;
                            });

    private static byte[] reverse(byte[] bytes) {
        for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
            byte swap = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = swap;
        }
        return bytes;
    }

    private WorkerPoolBuilder builder(int workers) {
        return WorkerPool.builder(tasks).workers(workers).name("text");
    }

    @Test
    void submit_givesTheResult_andCopiesBytes() throws Exception {
        try (WorkerPool pool = builder(2).open()) {
            byte[] payload = "abc".getBytes(UTF_8);
            assertThat(pool.submit("reverse", payload).await()).isEqualTo("cba".getBytes(UTF_8));
            assertThat(payload).isEqualTo("abc".getBytes(UTF_8));
            assertThat(pool.submit("name", payload).await()).isNotSameAs(payload);
        }
    }

    @Test
    void submit_ofATaskThatThrows_namesTaskAndWorker_andTheWorkerGoesOn() throws Exception {
        try (WorkerPool pool = builder(1).open()) {
            PoolFuture<byte[]> task = pool.submit("fail", NONE);
            assertThatThrownBy(task::await)
                    .isInstanceOf(WorkerException.class)
                    .hasMessage(
                            "task 'fail' failed in worker 'text-worker-1': "
                                    + "java.io.IOException: disk full")
                    .hasCauseInstanceOf(IOException.class);
            assertThat(task.status()).isEqualTo(Status.FAILED);
            assertThat(task.exceptionNow()).isInstanceOf(WorkerException.class);
            assertThatThrownBy(() -> pool.submit("break", NONE).await())
                    .isInstanceOf(WorkerException.class)
                    .hasCauseInstanceOf(StackOverflowError.class);
            assertThat(pool.submit("reverse", NONE).await()).isEmpty();
            await().until(() ->
                    pool.status().equals(List.of(new WorkerStatus("text-worker-1", null, 1, 2))));
        }
    }

    @Test
    void submit_ofAnUnknownTask_namesThoseNear() {
        try (WorkerPool pool = builder(1).open()) {
            tasks.register("late", bytes -> bytes);
            assertThatThrownBy(() -> pool.submit("revers", NONE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("there is no task 'revers'; did you mean reverse?");
            assertThatThrownBy(() -> pool.submit("something else", NONE))
                    .hasMessage(
                            "there is no task 'something else'; "
                                    + "tasks are break, count, fail, name, reverse, wait");
            assertThatThrownBy(() -> pool.submit("late", NONE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void broadcast_reachesEachWorkerOnce() throws Exception {
        try (WorkerPool pool = builder(3).open()) {
            List<PoolFuture<byte[]>> all = pool.broadcast("name", NONE);
            for (PoolFuture<byte[]> each : all) {
                assertThat(each.await()).isEmpty();
            }
            assertThat(names)
                    .containsExactlyInAnyOrder("text-worker-1", "text-worker-2", "text-worker-3");
        }
    }

    @Test
    void timeout_failsTheTask_andInterruptsIt() throws Exception {
        try (WorkerPool pool = builder(2).timeout(Duration.ofMillis(20)).open()) {
            PoolFuture<byte[]> first = pool.submit("wait", NONE);
            PoolFuture<byte[]> second = pool.submit("wait", NONE, Duration.ofMillis(10));
            assertThatThrownBy(first::await)
                    .isInstanceOf(TimedOutException.class)
                    .hasMessage("task 'wait' of pool 'text' ran for longer than PT0.02S");
            assertThatThrownBy(second::await).isInstanceOf(TimedOutException.class);
            await().until(() -> running.get() == 0);
            assertThat(pool.submit("reverse", NONE).await()).isEmpty();
            await().until(() -> pool.status().stream().mapToLong(WorkerStatus::failed).sum() == 2);
        }
    }

    @Test
    void status_namesTheTaskOfABusyWorker() throws Exception {
        try (WorkerPool pool = builder(1).maxPending(1).open()) {
            PoolFuture<byte[]> first = pool.submit("wait", NONE);
            await().until(() -> pool.status().getFirst().isBusy());
            assertThat(pool.status())
                    .containsExactly(new WorkerStatus("text-worker-1", "wait", 0, 0));
            PoolFuture<byte[]> second = pool.submit("count", NONE);
            assertThat(pool.pending()).isEqualTo(1);
            assertThatThrownBy(() -> pool.submit("count", NONE))
                    .isInstanceOf(PoolException.class)
                    .hasMessage("pool 'text' is full, 1 tasks are pending and 1 may be");
            assertThat(second.cancel()).isTrue();
            assertThat(pool.pending()).isZero();
            PoolFuture<byte[]> third = pool.submit("count", NONE);
            go.countDown();
            assertThat(first.await()).isEmpty();
            assertThat(third.await()).isEmpty();
            assertThat(ran).hasValue(1);
        }
    }

    @Test
    void broadcast_byATaskOfAPoolThatIsShutDown_isRefused_asWorkersMayBeGone() throws Exception {
        AtomicReference<WorkerPool> own = new AtomicReference<>();
        tasks.register(
                "tell",
                bytes -> {
                    go.await();
                    own.get().broadcast("count", bytes);
                    return bytes;
                });
        WorkerPool pool = WorkerPool.builder(tasks).workers(2).name("late").open();
        own.set(pool);
        PoolFuture<byte[]> told = pool.submit("tell", NONE);
        pool.shutdown();
        go.countDown();
        assertThatThrownBy(told::await)
                .isInstanceOf(WorkerException.class)
                .rootCause()
                .isInstanceOf(PoolException.class)
                .hasMessage("pool 'late' is shut down");
        pool.close();
        assertThat(ran).hasValue(0);
    }

    @Test
    void close_byATaskOfThePool_isRefused_asTheTaskWouldWaitForItself() throws Exception {
        WorkerPool pool = openWith("close", own -> own.close());
        assertThatThrownBy(pool.submit("close", NONE)::await)
                .isInstanceOf(WorkerException.class)
                .rootCause()
                .isInstanceOf(PoolException.class)
                .hasMessage("a task of pool 'text' cannot wait for its end");
        assertThatThrownBy(() -> pool.submit("count", NONE)).hasMessageEndingWith("is shut down");
        pool.close();
        WorkerPool second = openWith("end", own -> own.shutdown(Duration.ofDays(1)));
        assertThatThrownBy(second.submit("end", NONE)::await)
                .rootCause()
                .hasMessage("a task of pool 'text' cannot wait for its end");
        second.close();
    }

    @Test
    void broadcast_whoseEndATaskOfThePoolAwaits_isRefused_asWorkersWouldWaitForEachOther()
            throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        try (WorkerPool pool =
                openWith(
                        "tell",
                        own -> {
                            both.countDown();
                            both.await();
                            for (PoolFuture<byte[]> each : own.broadcast("count", NONE)) {
                                each.await();
                            }
                        })) {
            List<PoolFuture<byte[]>> told =
                    List.of(pool.submit("tell", NONE), pool.submit("tell", NONE));
            for (PoolFuture<byte[]> each : told) {
                assertThatThrownBy(each::await)
                        .isInstanceOf(WorkerException.class)
                        .rootCause()
                        .isInstanceOf(PoolException.class)
                        .hasMessage(
                                "a task of pool 'text' cannot wait for its broadcast of 'count'");
            }
        }
        assertThat(ran).hasValue(4);
    }

    @Test
    void broadcast_byATaskThatDoesNotWaitForIt_reachesEachWorker() throws Exception {
        try (WorkerPool pool = openWith("tell", own -> own.broadcast("name", NONE))) {
            assertThat(pool.submit("tell", NONE).await()).isEmpty();
        }
        assertThat(names).containsExactlyInAnyOrder("text-worker-1", "text-worker-2");
    }

    @Test
    void taskInATask_hasItsOwnTimeAndName_andIsCounted() throws Exception {
        AtomicReference<List<WorkerStatus>> seen = new AtomicReference<>();
        AtomicReference<WorkerPool> own = new AtomicReference<>();
        tasks.register(
                "look",
                bytes -> {
                    seen.set(own.get().status());
                    return bytes;
                });
        try (WorkerPool pool =
                openWith(
                        1,
                        "outer",
                        inside -> {
                            own.set(inside);
                            inside.submit("look", NONE).await();
                            assertThatThrownBy(() -> inside.submit("fail", NONE).await())
                                    .isInstanceOf(WorkerException.class);
                            assertThatThrownBy(() ->
                                            inside.submit("wait", NONE, Duration.ofMillis(10))
                                                    .await())
                                    .isInstanceOf(TimedOutException.class);
                            assertThat(Thread.currentThread().isInterrupted()).isFalse();
                            assertThat(inside.status())
                                    .containsExactly(
                                            new WorkerStatus("text-worker-1", "outer", 1, 2));
                        })) {
            assertThat(pool.submit("outer", NONE).await()).isEmpty();
            assertThat(seen.get()).containsExactly(new WorkerStatus("text-worker-1", "look", 0, 0));
            await().until(() ->
                    pool.status().equals(List.of(new WorkerStatus("text-worker-1", null, 2, 2))));
        }
    }

    @Test
    void timeout_ofATaskThatWaitsForAnother_endsIt_andLetsTheOtherEnd() throws Exception {
        AtomicReference<PoolFuture<byte[]>> inner = new AtomicReference<>();
        try (WorkerPool pool =
                openWith(
                        1,
                        "outer",
                        own -> {
                            inner.set(own.submit("wait", NONE));
                            inner.get().await();
                        })) {
            PoolFuture<byte[]> outer = pool.submit("outer", NONE, Duration.ofMillis(10));
            assertThatThrownBy(outer::await)
                    .isInstanceOf(TimedOutException.class)
                    .hasMessage("task 'outer' of pool 'text' ran for longer than PT0.01S");
            go.countDown();
            assertThat(inner.get().await()).isEmpty();
        }
    }

    /** What a task does with its own pool. */
    private interface Inside {
        void use(WorkerPool own) throws Exception;
    }

    private WorkerPool openWith(String name, Inside inside) {
        return openWith(2, name, inside);
    }

    private WorkerPool openWith(int workers, String name, Inside inside) {
        AtomicReference<WorkerPool> own = new AtomicReference<>();
        CountDownLatch opened = new CountDownLatch(1);
        tasks.register(
                name,
                bytes -> {
                    opened.await();
                    inside.use(own.get());
                    return bytes;
                });
        own.set(builder(workers).open());
        opened.countDown();
        return own.get();
    }

    @Test
    void shutdown_whenItsTimeIsUp_cancelsTheRest() throws Exception {
        WorkerPool pool = builder(1).open();
        PoolFuture<byte[]> first = pool.submit("wait", NONE);
        PoolFuture<byte[]> second = pool.submit("count", NONE);
        await().until(() -> running.get() == 1);
        assertThat(pool.shutdown(Duration.ofMillis(1))).isFalse();
        assertThatThrownBy(first::await).isInstanceOf(CancellationException.class);
        assertThatThrownBy(second::await).isInstanceOf(CancellationException.class);
        assertThat(pool.shutdown(Duration.ofSeconds(30))).isTrue();
        assertThat(ran).hasValue(0);
        assertThatThrownBy(() -> pool.submit("count", NONE))
                .isInstanceOf(PoolException.class)
                .hasMessage("pool 'text' is shut down");
    }

    @Test
    void shutdown_whenInterrupted_letsTheTasksGoOn() throws Exception {
        try (WorkerPool pool = builder(1).open()) {
            PoolFuture<byte[]> task = pool.submit("wait", NONE);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> pool.shutdown(Duration.ofHours(1)))
                    .isInstanceOf(InterruptedException.class);
            go.countDown();
            assertThat(task.await()).isEmpty();
        }
    }

    @Test
    void close_runsAllThatWasHandedIn() {
        WorkerPool pool = builder(3).open();
        List<PoolFuture<byte[]>> all = new ArrayList<>();
        try (pool) {
            for (int i = 0; i < 10_000; i++) {
                all.add(pool.submit("count", NONE));
            }
        }
        assertThat(ran).hasValue(10_000);
        assertThat(all).allMatch(task -> task.status() == Status.SUCCEEDED);
        assertThat(pool.status().stream().mapToLong(WorkerStatus::done).sum()).isEqualTo(10_000);
    }

    @Test
    void close_whenInterrupted_cancelsWhatIsLeft() throws Exception {
        WorkerPool pool = builder(1).open();
        PoolFuture<byte[]> first = pool.submit("wait", NONE);
        await().until(() -> running.get() == 1);
        Thread.currentThread().interrupt();
        pool.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(first.status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    @SuppressWarnings("NullAway") // what callers without checks may do
    void badArguments_areRefusedAtOnce() {
        assertThatThrownBy(() -> tasks.register("", bytes -> bytes))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tasks.register("fail", bytes -> bytes))
                .hasMessage("there is a task 'fail' already");
        assertThatThrownBy(() -> tasks.register("x", null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder(1).timeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a task needs more time than PT0S");
        assertThatThrownBy(() -> builder(1).maxPending(0))
                .isInstanceOf(IllegalArgumentException.class);
        try (WorkerPool pool = builder(1).open()) {
            assertThatThrownBy(() -> pool.submit(null, NONE))
                    .isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> pool.submit("fail", null))
                    .isInstanceOf(NullPointerException.class);
        }
    }
}
