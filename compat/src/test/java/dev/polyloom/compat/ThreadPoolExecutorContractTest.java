package dev.polyloom.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@code ThreadPoolExecutor} promises, the JDK's and ours. */
@Timeout(60)
@Isolated("sets the mode")
@ParameterizedClass
@EnumSource
class ThreadPoolExecutorContractTest {
    private static final RejectedExecutionHandler IGNORES = (task, executor) -> {};

    private final Origin origin;
    private final CountDownLatch release = new CountDownLatch(1);

    ThreadPoolExecutorContractTest(Origin origin) {
        this.origin = origin;
    }

    private static BlockingQueue<Runnable> queue() {
        return new LinkedBlockingQueue<>();
    }

    /** Lets tasks run to their end, and waits for it. */
    private void end(ThreadPoolExecutor pool) throws InterruptedException {
        release.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private void waits() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void constructors_refuseSizesThatMakeNoSense() {
        int[][] wrong = {{-1, 1, 0}, {1, 0, 0}, {1, -1, 0}, {2, 1, 0}, {1, 2, -1}};
        ThreadFactory factory = Thread::new;
        for (int[] sizes : wrong) {
            int core = sizes[0];
            int most = sizes[1];
            int keep = sizes[2];
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> origin.pool(core, most, keep, queue()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> origin.pool(core, most, keep, queue(), factory));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> origin.pool(core, most, keep, queue(), IGNORES));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> origin.pool(core, most, keep, queue(), factory, IGNORES));
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what must be refused
    void constructors_refuseNulls() {
        ThreadFactory factory = Thread::new;
        assertThatNullPointerException().isThrownBy(() -> origin.pool(1, 2, 0, null));
        assertThatNullPointerException().isThrownBy(() -> origin.pool(1, 2, 0, null, factory));
        assertThatNullPointerException().isThrownBy(() -> origin.pool(1, 2, 0, null, IGNORES));
        assertThatNullPointerException()
                .isThrownBy(() -> origin.pool(1, 2, 0, null, factory, IGNORES));
        assertThatNullPointerException()
                .isThrownBy(() -> origin.pool(1, 2, 0, queue(), (ThreadFactory) null));
        assertThatNullPointerException()
                .isThrownBy(() -> origin.pool(1, 2, 0, queue(), (RejectedExecutionHandler) null));
        assertThatNullPointerException()
                .isThrownBy(() -> origin.pool(1, 2, 0, queue(), null, IGNORES));
        assertThatNullPointerException()
                .isThrownBy(() -> origin.pool(1, 2, 0, queue(), factory, null));
    }

    @Test
    void gettersAndSetters_sayWhatWasSet() throws Exception {
        BlockingQueue<Runnable> queue = queue();
        ThreadFactory factory = Thread::new;
        ThreadPoolExecutor pool = origin.pool(2, 3, 5, queue, factory, IGNORES);
        assertThat(pool.getCorePoolSize()).isEqualTo(2);
        assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
        assertThat(pool.getKeepAliveTime(TimeUnit.MILLISECONDS)).isEqualTo(5_000);
        assertThat(pool.getQueue()).isSameAs(queue);
        assertThat(pool.getThreadFactory()).isSameAs(factory);
        assertThat((Object) pool.getRejectedExecutionHandler()).isSameAs(IGNORES);
        assertThat(pool.allowsCoreThreadTimeOut()).isFalse();
        RejectedExecutionHandler other = new ThreadPoolExecutor.DiscardPolicy();
        ThreadFactory others = Thread.ofVirtual().factory();
        pool.setRejectedExecutionHandler(other);
        pool.setThreadFactory(others);
        pool.setCorePoolSize(1);
        pool.setMaximumPoolSize(1);
        pool.setKeepAliveTime(9, TimeUnit.SECONDS);
        pool.allowCoreThreadTimeOut(true);
        assertThat((Object) pool.getRejectedExecutionHandler()).isSameAs(other);
        assertThat(pool.getThreadFactory()).isSameAs(others);
        assertThat(pool.submit(() -> Thread.currentThread().isVirtual()).get()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> pool.setCorePoolSize(2));
        assertThatIllegalArgumentException().isThrownBy(() -> pool.setCorePoolSize(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> pool.setMaximumPoolSize(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pool.setKeepAliveTime(0, TimeUnit.SECONDS));
        end(pool);
    }

    @Test
    @SuppressWarnings("NullAway") // what must be refused
    void settersAndTasks_mayNotBeNull() throws Exception {
        ThreadPoolExecutor pool = origin.pool(1, 1, 0, queue());
        assertThatNullPointerException().isThrownBy(() -> pool.setThreadFactory(null));
        assertThatNullPointerException().isThrownBy(() -> pool.setRejectedExecutionHandler(null));
        assertThatNullPointerException().isThrownBy(() -> pool.execute(null));
        assertThatNullPointerException().isThrownBy(() -> pool.submit((Runnable) null));
        assertThatNullPointerException().isThrownBy(() -> pool.submit((Callable<String>) null));
        assertThatNullPointerException().isThrownBy(() -> pool.invokeAll(null));
        assertThatNullPointerException().isThrownBy(() -> pool.invokeAny(null));
        assertThatIllegalArgumentException().isThrownBy(() -> pool.invokeAny(List.of()));
        assertThatNullPointerException()
                .isThrownBy(() -> pool.invokeAll(List.of(() -> 1), 1, null));
        assertThat(pool.invokeAll(List.of())).isEmpty();
        end(pool);
    }

    @Test
    void defaults_areAnAbortPolicyAndThreadsOfTheDefaultKind() throws Exception {
        ThreadPoolExecutor pool = origin.pool(1, 1, 0, queue());
        assertThat((Object) pool.getRejectedExecutionHandler())
                .isInstanceOf(ThreadPoolExecutor.AbortPolicy.class);
        Thread caller = Thread.currentThread();
        Thread worker = pool.submit(Thread::currentThread).get();
        assertThat(worker.isDaemon()).isFalse();
        assertThat(worker.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
        assertThat(worker.getThreadGroup()).isSameAs(caller.getThreadGroup());
        assertThat(worker.getName()).matches("\\w+-\\d+-thread-1");
        end(pool);
    }

    @Test
    void saturatedPool_asksItsHandler() throws Exception {
        ThreadPoolExecutor pool = origin.pool(1, 1, 0, new ArrayBlockingQueue<>(1));
        pool.execute(this::waits);
        FutureTask<String> first = new FutureTask<>(() -> "first");
        pool.execute(first);
        assertThatThrownBy(() -> pool.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageMatching("(?s)Task .* rejected from .*ThreadPoolExecutor@.*")
                .hasMessageContaining("Running, pool size = 1, active threads = 1")
                .hasMessageContaining("queued tasks = 1, completed tasks = 0]");
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
        AtomicReference<Thread> runner = new AtomicReference<>();
        pool.execute(() -> runner.set(Thread.currentThread()));
        assertThat(runner).hasValue(Thread.currentThread());
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        pool.execute(() -> runner.set(new Thread()));
        assertThat(pool.getQueue()).containsExactly(first);
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardOldestPolicy());
        FutureTask<String> second = new FutureTask<>(() -> "second");
        pool.execute(second);
        assertThat(pool.getQueue()).containsExactly(second);
        AtomicReference<Object> told = new AtomicReference<>();
        pool.setRejectedExecutionHandler((task, executor) -> told.set(executor));
        pool.execute(() -> {});
        assertThat(told.get()).isSameAs(pool);
        end(pool);
        assertThat(second.get()).isEqualTo("second");
        assertThat(runner).hasValue(Thread.currentThread());
    }

    @Test
    void poolThatIsShutDown_rejectsWhateverIsSubmitted() throws Exception {
        ThreadPoolExecutor pool = origin.pool(1, 1, 0, queue());
        assertThat(pool.isShutdown()).isFalse();
        end(pool);
        assertThat(pool.isShutdown()).isTrue();
        assertThat(pool.isTerminated()).isTrue();
        assertThat(pool.isTerminating()).isFalse();
        assertThatThrownBy(() -> pool.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("[Terminated, pool size = 0, active threads = 0");
        assertThatThrownBy(() -> pool.submit(() -> 1))
                .isInstanceOf(RejectedExecutionException.class);
        AtomicBoolean ran = new AtomicBoolean();
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
        pool.execute(() -> ran.set(true));
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardOldestPolicy());
        pool.execute(() -> ran.set(true));
        assertThat(ran).isFalse();
        assertThat(pool.getQueue()).isEmpty();
    }

    @Test
    void shutdownNow_givesBackWhatWaits_andInterruptsWhatRuns() throws Exception {
        ThreadPoolExecutor pool = origin.pool(1, 1, 0, queue());
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        pool.execute(() -> {
            begun.countDown();
            waits();
            if (Thread.interrupted()) {
                interrupted.countDown();
            }
        });
        begun.await();
        Runnable plain = () -> {};
        pool.execute(plain);
        Future<?> submitted = pool.submit(() -> {});
        assertThat(pool.shutdownNow()).containsExactly(plain, (Runnable) submitted);
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(submitted.isDone()).isFalse();
    }

    @Test
    void counts_followThreadsAndTasks() throws Exception {
        ThreadPoolExecutor pool = origin.pool(2, 3, 60, new ArrayBlockingQueue<>(1));
        assertThat(pool.getPoolSize()).isZero();
        assertThat(pool.prestartCoreThread()).isTrue();
        assertThat(pool.prestartAllCoreThreads()).isEqualTo(1);
        assertThat(pool.prestartCoreThread()).isFalse();
        for (int running = 1; running <= 2; running++) {
            int now = running;
            pool.execute(this::waits);
            await().until(() -> pool.getActiveCount() == now);
        }
        pool.execute(this::waits);
        assertThat(pool.getQueue()).hasSize(1);
        pool.execute(this::waits);
        await().until(() -> pool.getActiveCount() == 3);
        assertThat(pool.getPoolSize()).isEqualTo(3);
        assertThat(pool.getTaskCount()).isEqualTo(4);
        assertThat(pool.getCompletedTaskCount()).isZero();
        end(pool);
        assertThat(pool.getLargestPoolSize()).isEqualTo(3);
        assertThat(pool.getCompletedTaskCount()).isEqualTo(4);
        assertThat(pool.getPoolSize()).isZero();
    }

    @Test
    void tasksThatWait_canBeRemovedAndPurged() throws Exception {
        ThreadPoolExecutor pool = origin.pool(1, 1, 0, queue());
        pool.execute(this::waits);
        Runnable task = () -> {};
        pool.execute(task);
        assertThat(pool.remove(task)).isTrue();
        assertThat(pool.remove(task)).isFalse();
        Future<?> cancelled = pool.submit(task);
        assertThat(cancelled.cancel(false)).isTrue();
        assertThatThrownBy(cancelled::get).isInstanceOf(CancellationException.class);
        pool.purge();
        assertThat(pool.getQueue()).isEmpty();
        end(pool);
    }

    @Test
    void failures_reachWhoAsksForTheResult() throws Exception {
        ThreadPoolExecutor pool = origin.pool(1, 1, 0, queue());
        IllegalStateException failure = new IllegalStateException("expected");
        Callable<String> fails =
                () -> {
                    throw failure;
                };
        assertThatThrownBy(() -> pool.submit(fails).get())
                .isInstanceOf(ExecutionException.class)
                .hasCause(failure);
        assertThat(pool.invokeAny(List.of(fails, () -> "fine"))).isEqualTo("fine");
        assertThatThrownBy(() -> pool.invokeAny(List.of(fails)))
                .isInstanceOf(ExecutionException.class)
                .hasCause(failure);
        List<Future<String>> all = pool.invokeAll(List.of(fails, () -> "fine"));
        assertThat(all.get(0).exceptionNow()).isSameAs(failure);
        assertThat(all.get(1).resultNow()).isEqualTo("fine");
        Callable<String> slow =
                () -> {
                    release.await();
                    return "late";
                };
        assertThatThrownBy(() -> pool.invokeAny(List.of(slow), 1, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        assertThat(pool.invokeAll(List.of(slow, slow), 1, TimeUnit.MILLISECONDS))
                .allMatch(Future::isCancelled);
        end(pool);
    }

    @Test
    void caller_canBeInterruptedWhileItWaits() throws Exception {
        ThreadPoolExecutor pool = origin.pool(1, 1, 0, queue());
        Future<?> task = pool.submit(this::waits);
        Thread.currentThread().interrupt();
        assertThatThrownBy(task::get).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(pool.awaitTermination(1, TimeUnit.MILLISECONDS)).isFalse();
        end(pool);
    }

    @Test
    void threadsThatNoFactoryMakes_areDoneWithout() throws Exception {
        AtomicBoolean refuse = new AtomicBoolean(true);
        ThreadPoolExecutor pool =
                origin.pool(1, 1, 0, queue(), body -> refuse.get() ? null : new Thread(body));
        pool.execute(() -> {});
        assertThat(pool.getPoolSize()).isZero();
        refuse.set(false);
        Future<Integer> next = pool.submit(() -> 1);
        assertThat(next.get()).isEqualTo(1);
        end(pool);
        assertThat(pool.getCompletedTaskCount()).isEqualTo(2);
        ThreadPoolExecutor started =
                origin.pool(1, 1, 0, new SynchronousQueue<>(), Thread::startVirtualThread);
        assertThatThrownBy(() -> started.execute(() -> {}))
                .isInstanceOf(IllegalThreadStateException.class);
        started.shutdownNow();
    }

    @Test
    void coreThreads_mayTimeOut() throws Exception {
        ThreadPoolExecutor pool = origin.pool(1, 1, 60, queue());
        pool.submit(() -> {}).get();
        pool.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
        pool.allowCoreThreadTimeOut(true);
        await().until(() -> pool.getPoolSize() == 0);
        assertThat(pool.submit(() -> 1).get()).isEqualTo(1);
        end(pool);
    }
}
