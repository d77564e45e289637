package dev.polyloom.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@code ScheduledThreadPoolExecutor} promises, the JDK's and ours. */
@Timeout(60)
@Isolated("sets the mode")
@ParameterizedClass
@EnumSource
class ScheduledThreadPoolExecutorContractTest {
    private static final RejectedExecutionHandler IGNORES = (task, executor) -> {};

    private final Origin origin;

    ScheduledThreadPoolExecutorContractTest(Origin origin) {
        this.origin = origin;
    }

    @Test
    @SuppressWarnings("NullAway") // what must be refused
    void constructors_refuseWhatTheyCannotUse() {
        ThreadFactory factory = Thread::new;
        assertThatIllegalArgumentException().isThrownBy(() -> origin.scheduler(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> origin.scheduler(-1, factory));
        assertThatIllegalArgumentException().isThrownBy(() -> origin.scheduler(-1, IGNORES));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> origin.scheduler(-1, factory, IGNORES));
        assertThatNullPointerException()
                .isThrownBy(() -> origin.scheduler(1, (ThreadFactory) null));
        assertThatNullPointerException()
                .isThrownBy(() -> origin.scheduler(1, (RejectedExecutionHandler) null));
        assertThatNullPointerException().isThrownBy(() -> origin.scheduler(1, null, IGNORES));
        assertThatNullPointerException().isThrownBy(() -> origin.scheduler(1, factory, null));
    }

    @Test
    void getters_sayWhatWasGiven() {
        ThreadFactory factory = Thread::new;
        try (ScheduledThreadPoolExecutor pool = origin.scheduler(3, factory, IGNORES)) {
            assertThat(pool.getCorePoolSize()).isEqualTo(3);
            assertThat(pool.getThreadFactory()).isSameAs(factory);
            assertThat((Object) pool.getRejectedExecutionHandler()).isSameAs(IGNORES);
            assertThat(pool.getMaximumPoolSize()).isEqualTo(Integer.MAX_VALUE);
            assertThat(pool.getRemoveOnCancelPolicy()).isFalse();
            assertThat(pool.getExecuteExistingDelayedTasksAfterShutdownPolicy()).isTrue();
            assertThat(pool.getContinueExistingPeriodicTasksAfterShutdownPolicy()).isFalse();
        }
        try (ScheduledThreadPoolExecutor pool = origin.scheduler(1)) {
            assertThat((Object) pool.getRejectedExecutionHandler())
                    .isInstanceOf(ThreadPoolExecutor.AbortPolicy.class);
        }
    }

    @Test
    void delayedTasks_runOnceAndGiveTheirResult() throws Exception {
        try (ScheduledThreadPoolExecutor pool = origin.scheduler(1)) {
            ScheduledFuture<String> task = pool.schedule(() -> "done", 1, TimeUnit.MILLISECONDS);
            assertThat(task.get()).isEqualTo("done");
            assertThat(task.getDelay(TimeUnit.NANOSECONDS)).isLessThanOrEqualTo(0);
            assertThat(pool.schedule(() -> {}, -5, TimeUnit.DAYS).get()).isNull();
            assertThat(pool.submit(() -> {}, "given").get()).isEqualTo("given");
            ScheduledFuture<?> late = pool.schedule(() -> {}, 1, TimeUnit.DAYS);
            assertThat(pool.getQueue()).containsExactly((Runnable) late);
            assertThat(late.cancel(false)).isTrue();
            assertThat(pool.getQueue()).hasSize(1);
            pool.purge();
            assertThat(pool.getQueue()).isEmpty();
            pool.setRemoveOnCancelPolicy(true);
            assertThat(pool.schedule(() -> {}, 1, TimeUnit.DAYS).cancel(true)).isTrue();
            assertThat(pool.getQueue()).isEmpty();
        }
    }

    @Test
    void repeatedTasks_endWhenTheyFailOrAreCancelled() throws Exception {
        try (ScheduledThreadPoolExecutor pool = origin.scheduler(1)) {
            IllegalStateException failure = new IllegalStateException("third");
            AtomicInteger count = new AtomicInteger();
            Runnable body =
                    () -> {
                        if (count.incrementAndGet() == 3) {
                            throw failure;
                        }
                    };
            ScheduledFuture<?> rate = pool.scheduleAtFixedRate(body, 0, 1, TimeUnit.MILLISECONDS);
            assertThatThrownBy(rate::get).isInstanceOf(ExecutionException.class).hasCause(failure);
            assertThat(count).hasValue(3);
            CountDownLatch twice = new CountDownLatch(2);
            ScheduledFuture<?> delay =
                    pool.scheduleWithFixedDelay(twice::countDown, 0, 1, TimeUnit.MILLISECONDS);
            twice.await();
            delay.cancel(true);
            assertThatThrownBy(delay::get).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what must be refused
    void arguments_areChecked() {
        try (ScheduledThreadPoolExecutor pool = origin.scheduler(1)) {
            TimeUnit unit = TimeUnit.SECONDS;
            assertThatNullPointerException()
                    .isThrownBy(() -> pool.schedule((Runnable) null, 1, unit));
            assertThatNullPointerException()
                    .isThrownBy(() -> pool.schedule((Callable<String>) null, 1, unit));
            assertThatNullPointerException().isThrownBy(() -> pool.schedule(() -> {}, 1, null));
            assertThatNullPointerException()
                    .isThrownBy(() -> pool.scheduleAtFixedRate(null, 1, 1, unit));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pool.scheduleAtFixedRate(() -> {}, 1, 0, unit));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pool.scheduleWithFixedDelay(() -> {}, 1, 0, unit));
        }
    }

    @Test
    void shutdown_keepsOrDropsDelayedTasksAsItIsTold() throws Exception {
        for (boolean keep : new boolean[] {true, false}) {
            ScheduledThreadPoolExecutor pool = origin.scheduler(1);
            pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(keep);
            long delay = keep ? 100 : TimeUnit.DAYS.toMillis(1);
            ScheduledFuture<String> delayed =
                    pool.schedule(() -> "ran", delay, TimeUnit.MILLISECONDS);
            ScheduledFuture<?> periodic = pool.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.DAYS);
            pool.shutdown();
            assertThat(periodic.isCancelled()).isTrue();
            assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(delayed.isCancelled()).isEqualTo(!keep);
            assertThatThrownBy(() -> pool.schedule(() -> {}, 1, TimeUnit.DAYS))
                    .isInstanceOf(RejectedExecutionException.class)
                    .hasMessageContaining("ThreadPoolExecutor@");
        }
        ScheduledThreadPoolExecutor pool = origin.scheduler(1);
        ScheduledFuture<?> never = pool.schedule(() -> {}, 1, TimeUnit.DAYS);
        assertThat(pool.shutdownNow()).containsExactly((Runnable) never);
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void rejectedTask_goesToTheHandler() {
        AtomicReference<Object> told = new AtomicReference<>();
        ScheduledThreadPoolExecutor pool =
                origin.scheduler(1, (RejectedExecutionHandler) (task, by) -> told.set(by));
        pool.shutdown();
        pool.execute(() -> {});
        assertThat(told.get()).isSameAs(pool);
    }
}
