package dev.polyloom.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Flavor;
import dev.polyloom.ReasonCode;
import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.ScopeTask;
import dev.polyloom.spi.TaskObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/**
 * A pool whose tasks are moved to and fro all the time, cancelled and shut down at any stage: every
 * task runs once, or is cancelled, given back or refused.
 */
@Timeout(60)
class AdaptivePoolStressTest {
    private static final int TASKS = 400;
    private static final int ROUNDS = 25;

    /** Counts the steps of one task. */
    private static final class Counted implements TaskObserver {
        final AtomicInteger ran = new AtomicInteger();
        final AtomicInteger completed = new AtomicInteger();
        boolean refused;
        @Nullable ScopeTask<?> task;

        @Override
        public void completed(ScopeTask<?> done) {
            completed.incrementAndGet();
        }

        @Override
        public void ended(ScopeTask<?> done) {}

        @Override
        public void ran(long waitedNanos, long ranNanos) {}

        @Override
        public void abandoned(ScopeTask<?> done, boolean mayInterrupt) {}

        @Override
        public Future<?> startTimeout(ScopeTask<?> done) {
            return new CompletableFuture<>();
        }

        @Override
        public boolean redirect(ScopeTask<?> done) {
            return false;
        }
    }

    private final AtomicBoolean moving = new AtomicBoolean(true);

    @SuppressWarnings("ThreadPriorityCheck") // gives its carrier away in the middle
    private static Callable<Integer> body(int sort, Counted counted) {
        return switch (sort) {
            case 0 -> counted.ran::incrementAndGet;
            case 1 ->
                    () -> {
                        Thread.yield();
                        return counted.ran.incrementAndGet();
                    };
            default ->
                    () -> {
                        int ran = counted.ran.incrementAndGet();
                        TimeUnit.MICROSECONDS.sleep(50);
                        return ran;
                    };
        };
    }

    private static AdaptivePool pool(Random random) {
        boolean bounded = random.nextBoolean();
        return new AdaptivePool(
                new AdaptivePool.Setting(
                        "stress",
                        bounded ? 1 + random.nextInt(4) : Integer.MAX_VALUE,
                        bounded,
                        1 + random.nextInt(2),
                        random.nextBoolean(),
                        (tasks, verdict, threads) -> {}));
    }

    /** Moves each kind to and fro until told to stop. */
    private Thread mover(AdaptivePool pool, List<Counted> sorts) {
        return Thread.ofPlatform()
                .start(() -> {
                    for (int i = 0; moving.get(); i++) {
                        ScopeTask<?> one = task(sorts.get(i % sorts.size()));
                        Flavor to = i % 2 == 0 ? Flavor.THREADS : Flavor.VIRTUAL;
                        pool.move(
                                pool.kinds.of(one),
                                new Placement.Verdict(to, ReasonCode.HOLDS_THREADS, "at random"));
                        Thread.onSpinWait();
                    }
                });
    }

    private static ScopeTask<?> task(Counted counted) {
        ScopeTask<?> task = counted.task;
        if (task == null) {
            throw new IllegalStateException("no task was made");
        }
        return task;
    }

    private static Counted counted(int sort) {
        Counted counted = new Counted();
        counted.task = new ScopeTask<>(body(sort, counted), null, false, counted);
        return counted;
    }

    private static List<Counted> submit(AdaptivePool pool, Random random, int stage) {
        List<Counted> all = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            Counted counted = counted(random.nextInt(3));
            all.add(counted);
            try {
                pool.execute(task(counted));
            } catch (RejectedExecutionException e) {
                counted.refused = true;
            }
            if (i == stage) {
                pool.shutdown();
            }
            if (random.nextInt(10) == 0) {
                task(all.get(random.nextInt(all.size()))).cancel(random.nextBoolean());
            }
        }
        return all;
    }

    @RepeatedTest(ROUNDS)
    void tasks_thatAreMovedCancelledAndShutDown_areCountedOnce(RepetitionInfo round)
            throws InterruptedException {
        Random random = new Random(round.getCurrentRepetition());
        AdaptivePool pool = pool(random);
        List<Counted> sorts = List.of(counted(0), counted(1), counted(2));
        Thread mover = mover(pool, sorts);
        try {
            int stage = random.nextInt(2 * TASKS);
            List<Counted> all = submit(pool, random, stage);
            List<ScopeTask<?>> back = List.of();
            if (random.nextBoolean()) {
                back = pool.shutdownNow();
            } else {
                pool.shutdown();
            }
            assertThat(pool.awaitTermination(40, TimeUnit.SECONDS)).isTrue();
            assertThat(pool.isTerminated()).isTrue();
            for (Counted counted : all) {
                check(counted, back.contains(task(counted)));
            }
            check(pool.snapshot(), all, back);
        } finally {
            moving.set(false);
            mover.join();
        }
    }

    private static void check(Counted counted, boolean givenBack) {
        Future.State state = task(counted).state();
        if (state == Future.State.RUNNING) {
            assertThat(counted.refused ^ givenBack).as("refused or given back").isTrue();
            assertThat(counted.ran).hasValue(0);
            assertThat(counted.completed).hasValue(0);
        } else {
            assertThat(counted.completed).hasValue(1);
            assertThat(counted.ran.get()).isLessThanOrEqualTo(1);
            assertThat(state == Future.State.SUCCESS && counted.ran.get() == 0).isFalse();
        }
    }

    private static void check(PoolSnapshot end, List<Counted> all, List<ScopeTask<?>> back) {
        long accepted = all.stream().filter(counted -> !counted.refused).count();
        assertThat(end.active()).isZero();
        assertThat(end.queued()).isZero();
        // what was cancelled may still have been dropped from a queue rather than run through
        assertThat(end.completed()).isLessThanOrEqualTo(accepted - back.size());
    }
}
