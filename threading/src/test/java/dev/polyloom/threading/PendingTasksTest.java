package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.threading.backend.Platform;
import dev.polyloom.threading.backend.PoolCore;
import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What tasks leave behind that did not get through the queue. */
@Timeout(60)
class PendingTasksTest {
    private final CountDownLatch go = new CountDownLatch(1);

    private Object await() throws InterruptedException {
        go.await();
        return "";
    }

    @Test
    void tasksThatWereDropped_leaveNoTicketsToTheWorkers() throws Exception {
        PoolCore core = Platform.backend().openPool("small", 1, _ -> {});
        PendingTasks pending = new PendingTasks(core, 2, FullPolicy.DROP_OLDEST);
        assertThat(pending.admit(core.newTask(this::await), 0)).isTrue();
        Crew.until(() -> pending.size() == 0);
        for (int i = 0; i < 10; i++) {
            assertThat(pending.admit(core.newTask(this::await), 0)).isTrue();
        }
        assertThat(pending.size()).isEqualTo(2);
        assertThat(core.queued()).isEqualTo(2);
        go.countDown();
        core.shutdown();
        assertThat(core.awaitTermination(Long.MAX_VALUE)).isTrue();
    }

    @Test
    void threadThatRanATaskItself_isNotKept() throws Exception {
        try (ThreadPool pool =
                ThreadPool.builder().workers(1).maxPending(1, FullPolicy.CALLER_RUNS).open()) {
            PoolFuture<?> running = pool.submit(this::await);
            Crew.until(() -> pool.status().pending() == 0);
            PoolFuture<?> waiting = pool.submit(this::await);
            WeakReference<Thread> caller = runInAnotherThread(pool);
            Crew.until(() -> {
                System.gc();
                return caller.get() == null;
            });
            assertThat(pool.status().succeeded()).isEqualTo(1);
            go.countDown();
            assertThat(running.await()).isEqualTo("");
            assertThat(waiting.await()).isEqualTo("");
        }
    }

    private static WeakReference<Thread> runInAnotherThread(ThreadPool pool)
            throws InterruptedException {
        Thread caller =
                Thread.ofPlatform().start(() -> assertThat(pool.submit(() -> 1).isDone()).isTrue());
        caller.join();
        return new WeakReference<>(caller);
    }
}
