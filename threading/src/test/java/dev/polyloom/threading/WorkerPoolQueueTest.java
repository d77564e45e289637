package dev.polyloom.threading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.threading.PoolFuture.Status;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits for workers: whose it is, in what order it is done, and what becomes of the rest. */
@Timeout(60)
class WorkerPoolQueueTest {
    private static final byte[] NONE = {};

    private final CountDownLatch go = new CountDownLatch(1);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final AtomicReference<byte[]> kept = new AtomicReference<>(NONE);
    private final WorkerTasks tasks =
            new WorkerTasks()
                    .register("note", this::note)
                    .register("keep", this::keep)
                    .register("wait", this::await)
                    .register("interrupt", WorkerPoolQueueTest::interruptItself)
                    .register("look", WorkerPoolQueueTest::tellInterrupt);

    private byte[] note(byte[] bytes) {
        done.add(new String(bytes, UTF_8));
        Arrays.fill(bytes, (byte) '-');
        return bytes;
    }

    private byte[] keep(byte[] bytes) {
        kept.set(bytes);
        return bytes;
    }

    private byte[] await(byte[] bytes) throws InterruptedException {
        go.await();
        return bytes;
    }

    private static byte[] interruptItself(byte[] bytes) {
        Thread.currentThread().interrupt();
        return bytes;
    }

    private static byte[] tellInterrupt(byte[] bytes) {
        return Thread.currentThread().isInterrupted() ? new byte[1] : bytes;
    }

    private WorkerPoolBuilder builder(int workers) {
        return WorkerPool.builder(tasks).workers(workers).name("queued");
    }

    /** Opens a pool of one worker, which is busy until it may go on. */
    private WorkerPool openBusy() {
        WorkerPool pool = builder(1).open();
        PoolFuture<byte[]> _ = pool.submit("wait", NONE);
        Crew.until(() -> pool.status().getFirst().isBusy());
        return pool;
    }

    @Test
    void payload_isThatOfTheTimeItWasHandedIn_andEachWorkersOwn() throws Exception {
        try (WorkerPool pool = builder(2).open()) {
            for (PoolFuture<byte[]> each : pool.broadcast("note", "a".getBytes(UTF_8))) {
                assertThat(each.await()).isEqualTo("-".getBytes(UTF_8));
            }
        }
        try (WorkerPool pool = openBusy()) {
            byte[] payload = "b".getBytes(UTF_8);
            PoolFuture<byte[]> task = pool.submit("note", payload);
            payload[0] = 'c';
            go.countDown();
            assertThat(task.await()).isEqualTo("-".getBytes(UTF_8));
        }
        assertThat(done).containsExactly("a", "a", "b");
    }

    @Test
    void result_isThatOfTheTimeTheTaskReturned() throws Exception {
        try (WorkerPool pool = builder(1).open()) {
            PoolFuture<byte[]> task = pool.submit("keep", "a".getBytes(UTF_8));
            assertThat(task.await()).isEqualTo("a".getBytes(UTF_8));
            kept.get()[0] = 'b';
            assertThat(task.await()).isEqualTo("a".getBytes(UTF_8));
        }
    }

    @Test
    void broadcast_isDoneBeforeWhatWaitsForAnyWorker() throws Exception {
        try (WorkerPool pool = openBusy()) {
            PoolFuture<byte[]> _ = pool.submit("note", "any".getBytes(UTF_8));
            assertThat(pool.broadcast("note", "each".getBytes(UTF_8))).hasSize(1);
            go.countDown();
        }
        assertThat(done).containsExactly("each", "any");
    }

    @Test
    void broadcast_thatThereIsNoRoomFor_isRefusedWhole() {
        try (WorkerPool pool = builder(3).maxPending(2).open()) {
            assertThatThrownBy(() -> pool.broadcast("note", NONE))
                    .isInstanceOf(PoolException.class)
                    .hasMessage("pool 'queued' is full, 0 tasks are pending and 2 may be");
            assertThat(pool.pending()).isZero();
        }
        assertThat(done).isEmpty();
    }

    @Test
    void broadcast_cancelled_isPendingNoMore() {
        try (WorkerPool pool = openBusy()) {
            PoolFuture<byte[]> task = pool.broadcast("note", NONE).getFirst();
            assertThat(pool.pending()).isEqualTo(1);
            assertThat(task.cancel()).isTrue();
            assertThat(pool.pending()).isZero();
            go.countDown();
        }
        assertThat(done).isEmpty();
    }

    @Test
    void shutdown_whenItsTimeIsUp_cancelsWhatEachWorkerWasToldToo() throws Exception {
        WorkerPool pool = openBusy();
        PoolFuture<byte[]> task = pool.broadcast("note", NONE).getFirst();
        assertThat(pool.shutdown(Duration.ZERO)).isFalse();
        assertThat(task.status()).isEqualTo(Status.CANCELLED);
        pool.close();
        assertThat(done).isEmpty();
    }

    @Test
    void interrupt_thatATaskLeavesBehind_doesNotReachTheNext() throws Exception {
        try (WorkerPool pool = builder(1).open()) {
            assertThat(pool.submit("interrupt", NONE).await()).isEmpty();
            assertThat(pool.submit("look", NONE).await()).isEmpty();
        }
    }

    @Test
    void timeout_whoseActionTakesLong_delaysNoOther() throws Exception {
        CountDownLatch acting = new CountDownLatch(1);
        try (WorkerPool pool = builder(2).timeout(Duration.ofMillis(5)).open()) {
            PoolFuture<byte[]> first = pool.submit("wait", NONE).onDone(_ -> hold(acting));
            acting.await();
            PoolFuture<byte[]> second = pool.submit("wait", NONE);
            assertThatThrownBy(() -> second.await(Duration.ofSeconds(30)))
                    .hasMessageContaining("ran for longer than");
            assertThat(first.status()).isEqualTo(Status.FAILED);
            go.countDown();
        }
    }

    private void hold(CountDownLatch begun) {
        begun.countDown();
        Crew.until(() -> go.getCount() == 0);
    }

    @Test
    void awaitedTask_isThereBeforeWhatIsDoneAtItsEnd() throws Exception {
        CountDownLatch acting = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        WorkerTasks waits =
                new WorkerTasks()
                        .register(
                                "end",
                                bytes -> {
                                    end.await();
                                    return bytes;
                                });
        try (WorkerPool pool = WorkerPool.builder(waits).workers(1).open()) {
            PoolFuture<byte[]> task = pool.submit("end", NONE).onDone(_ -> hold(acting));
            Actor<byte[]> waiting = Actor.start(task::await).waits();
            end.countDown();
            acting.await();
            assertThat(waiting.join()).isEmpty();
            go.countDown();
        }
    }

    @Test
    void taskThatWasCancelledJustBeforeItsBegin_changesNothingInItsWorker() throws Exception {
        WorkerCore core = new WorkerCore("queued", 1, 1);
        core.open();
        CountDownLatch over = new CountDownLatch(1);
        WorkerJob cancelled = new WorkerJob(core, "cancelled", () -> NONE, Long.MAX_VALUE, false);
        Callable<byte[]> body =
                () -> {
                    assertThat(cancelled.cancel()).isTrue();
                    cancelled.run(Objects.requireNonNull(core.current()));
                    over.countDown();
                    go.await();
                    return NONE;
                };
        WorkerJob job = new WorkerJob(core, "outer", body, Long.MAX_VALUE, false);
        core.hand(List.of(job));
        over.await();
        assertThat(core.status())
                .containsExactly(new WorkerStatus("queued-worker-1", "outer", 0, 0));
        go.countDown();
        core.shutdown();
        assertThat(core.awaitTermination(Long.MAX_VALUE)).isTrue();
        assertThat(core.status()).containsExactly(new WorkerStatus("queued-worker-1", null, 1, 0));
    }

    @Test
    void timeout_afterATimeWithoutTasks_isStillKept_andTheClockEndsWithThePool() throws Exception {
        WorkerPool pool = builder(1).timeout(Duration.ofMillis(5)).open();
        for (int i = 0; i < 3; i++) {
            PoolFuture<byte[]> task = pool.submit("wait", NONE);
            assertThatThrownBy(task::await).isInstanceOf(TimedOutException.class);
            Crew.until(() -> !pool.status().getFirst().isBusy());
            Thread clock = thread("queued-clock");
            Crew.until(() -> Crew.waits(clock));
        }
        Thread clock = thread("queued-clock");
        pool.close();
        clock.join();
    }

    private static Thread thread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
