package dev.polyloom.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.TaskTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads at one task at once: whatever they do, it completes at most once and ends once. */
@Timeout(60)
class ScopeTaskStressTest {
    private static final int ROUNDS = 3_000;

    /** Counts the steps of one task. */
    private static final class Counted implements TaskObserver {
        final AtomicInteger completed = new AtomicInteger();
        final AtomicInteger ended = new AtomicInteger();
        final AtomicInteger ran = new AtomicInteger();
        final AtomicInteger claims = new AtomicInteger();
        final AtomicInteger withdrawals = new AtomicInteger();

        @Override
        public void completed(ScopeTask<?> task) {
            completed.incrementAndGet();
        }

        @Override
        public void ended(ScopeTask<?> task) {
            ended.incrementAndGet();
        }

        @Override
        public void ran(long waitedNanos, long ranNanos) {}

        @Override
        public void abandoned(ScopeTask<?> task, boolean mayInterrupt) {}

        @Override
        public Future<?> startTimeout(ScopeTask<?> task) {
            return new CompletableFuture<>();
        }

        @Override
        public boolean redirect(ScopeTask<?> task) {
            return false;
        }
    }

    /** A task and those who count its steps. */
    private record Subject(ScopeTask<String> task, Counted counted) {
        static Subject plain() {
            Counted counted = new Counted();
            return new Subject(
                    new ScopeTask<>(
                            () -> "ran " + counted.ran.incrementAndGet(), null, true, counted),
                    counted);
        }

        static Subject timed() {
            Counted counted = new Counted();
            return new Subject(
                    new ScopeTask<>(
                            () -> "ran " + counted.ran.incrementAndGet(),
                            Duration.ofDays(1),
                            true,
                            counted),
                    counted);
        }

        static Subject async() {
            Counted counted = new Counted();
            return new Subject(
                    ScopeTask.async(
                            () -> {
                                counted.ran.incrementAndGet();
                                return CompletableFuture.completedFuture("stage");
                            },
                            null,
                            counted),
                    counted);
        }

        /** What a worker in another process does: claims, and completes if it got the task. */
        void runElsewhere() {
            if (task.claim()) {
                counted.claims.incrementAndGet();
                counted.ran.incrementAndGet();
                task.complete("elsewhere");
            }
        }

        /** What a pool does whose worker died before it started the task. */
        void giveBackThenRun() {
            if (task.claim()) {
                task.unclaim();
            }
            runElsewhere();
        }

        void failElsewhere() {
            if (task.claim()) {
                counted.ran.incrementAndGet();
                task.fail(new IllegalStateException("worker died"));
            }
        }

        void withdraw() {
            if (task.withdraw()) {
                counted.withdrawals.incrementAndGet();
            }
        }

        void cancel() {
            task.cancel(false);
        }
    }

    @SafeVarargs
    private static void race(
            Callable<Subject> making, Consumer<Subject> check, Consumer<Subject>... actions)
            throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(actions.length)) {
            CyclicBarrier start = new CyclicBarrier(actions.length);
            for (int round = 0; round < ROUNDS; round++) {
                Subject subject = making.call();
                List<Future<?>> running = new ArrayList<>();
                for (Consumer<Subject> action : actions) {
                    running.add(
                            threads.submit(() -> {
                                start.await();
                                action.accept(subject);
                                return null;
                            }));
                }
                for (Future<?> future : running) {
                    future.get(30, TimeUnit.SECONDS);
                }
                check.accept(subject);
            }
        }
    }

    private static void endedOnce(Subject subject) {
        Counted counted = subject.counted;
        assertThat(counted.ended).as("ends").hasValue(1);
        assertThat(counted.ran.get()).as("runs").isBetween(0, 1);
        boolean done = subject.task.isDone();
        assertThat(counted.completed).as("completions").hasValue(done ? 1 : 0);
        if (!done) {
            assertThat(counted.withdrawals).as("withdrawals of an open task").hasValue(1);
            assertThat(counted.ran).as("runs of a withdrawn task").hasValue(0);
        }
        assertThat(subject.task.claim()).as("claim after the end").isFalse();
    }

    @Test
    void runs_cancelsAndWithdrawals_atOnce_endItOnce() throws Exception {
        race(
                Subject::plain,
                ScopeTaskStressTest::endedOnce,
                subject -> subject.task.run(),
                Subject::cancel,
                Subject::withdraw);
        race(
                Subject::timed,
                ScopeTaskStressTest::endedOnce,
                subject -> subject.task.run(),
                subject -> subject.task.run(),
                Subject::cancel);
    }

    @Test
    void workersElsewhere_cancelsAndWithdrawals_atOnce_endItOnce() throws Exception {
        race(
                Subject::plain,
                ScopeTaskStressTest::endedOnce,
                Subject::runElsewhere,
                Subject::failElsewhere,
                Subject::cancel,
                Subject::withdraw);
        race(
                Subject::plain,
                ScopeTaskStressTest::endedOnce,
                Subject::giveBackThenRun,
                Subject::cancel,
                Subject::cancel);
    }

    @Test
    void givingBack_whileOthersClaimAndWithdraw_endsItOnce() throws Exception {
        race(
                Subject::plain,
                subject -> {
                    subject.withdraw();
                    endedOnce(subject);
                },
                Subject::giveBackThenRun,
                Subject::giveBackThenRun,
                Subject::cancel);
    }

    @Test
    void asyncTasks_cancelled_endOnce() throws Exception {
        race(
                Subject::async,
                ScopeTaskStressTest::endedOnce,
                subject -> subject.task.run(),
                Subject::cancel,
                Subject::cancel);
    }

    @Test
    void timeOuts_andCompletions_atOnce_endItOnce() throws Exception {
        race(
                Subject::timed,
                ScopeTaskStressTest::endedOnce,
                subject -> subject.task.run(),
                subject -> subject.task.timeOut("stress"));
    }

    @Test
    void failing_aTaskThatWaits_completesAndEndsIt() {
        Subject subject = Subject.plain();
        subject.task.fail(new IllegalStateException("cannot travel"));
        endedOnce(subject);
        subject.task.run();
        assertThat(subject.counted.ran).hasValue(0);
        assertThat(subject.task.exceptionNow()).hasMessage("cannot travel");
    }

    @Test
    void resultOfACancelledTask_isDroppedAndEndsIt() {
        Subject subject = Subject.plain();
        assertThat(subject.task.claim()).isTrue();
        subject.cancel();
        assertThat(subject.counted.ended).hasValue(0);
        assertThat(subject.counted.completed).hasValue(1);
        subject.task.complete("late");
        endedOnce(subject);
        assertThat(subject.task.state()).isEqualTo(Future.State.CANCELLED);
    }

    @Test
    void timeOut_ofARunningTask_failsItAndInterruptsItsThread() throws Exception {
        Counted counted = new Counted();
        java.util.concurrent.CountDownLatch started = new java.util.concurrent.CountDownLatch(1);
        ScopeTask<String> task =
                new ScopeTask<>(
                        () -> {
                            started.countDown();
                            new java.util.concurrent.CountDownLatch(1).await();
                            return "never";
                        },
                        Duration.ofMillis(5),
                        false,
                        counted);
        Thread runner = Thread.ofPlatform().start(task);
        started.await();
        task.timeOut("told by the test");
        runner.join();
        assertThatThrownBy(task::get).hasCauseInstanceOf(TaskTimeoutException.class);
        assertThat(counted.ended).hasValue(1);
    }

    @Test
    void completionAction_addedWhileItCompletes_runsOnce() throws Exception {
        AtomicInteger actions = new AtomicInteger();
        AtomicInteger rounds = new AtomicInteger();
        race(
                Subject::plain,
                subject -> assertThat(actions).hasValue(rounds.incrementAndGet()),
                subject -> subject.task.run(),
                subject -> subject.task.onCompletion(actions::incrementAndGet));
    }
}
