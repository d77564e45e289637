package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polyloom.threading.PoolFuture.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts every task once, whatever happens to it and to its pool. */
@Timeout(60)
class ThreadPoolStressTest {
    private static final int ROUNDS = 6;
    private static final int SUBMITTERS = 3;
    private static final int TASKS = 150;

    enum Limit {
        NONE,
        BLOCK,
        REJECT,
        CALLER_RUNS,
        DROP_OLDEST
    }

    @ParameterizedTest
    @EnumSource
    void tasks_areCountedOnce_whateverHappens(Limit limit) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            new Round(limit, round).run();
        }
    }

    private static final class Round {
        private final Limit limit;
        private final Random random;
        private final ThreadPool pool;
        private final AtomicIntegerArray begun = new AtomicIntegerArray(SUBMITTERS * TASKS);
        private final AtomicIntegerArray ended = new AtomicIntegerArray(SUBMITTERS * TASKS);
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger heard = new AtomicInteger();
        private final AtomicInteger strays = new AtomicInteger();

        Round(Limit limit, int seed) {
            this.limit = limit;
            random = new Random(seed);
            ThreadPoolBuilder builder = ThreadPool.builder().workers(1 + seed % 4);
            pool =
                    (limit == Limit.NONE
                                    ? builder
                                    : builder.maxPending(5, FullPolicy.valueOf(limit.name())))
                            .open();
        }

        void run() throws Exception {
            List<ThreadHandle<List<PoolFuture<Integer>>>> submitters = new ArrayList<>();
            for (int i = 0; i < SUBMITTERS; i++) {
                int first = i * TASKS;
                long seed = random.nextLong();
                submitters.add(Threads.spawn(() -> submit(first, new Random(seed))));
            }
            if (random.nextBoolean()) {
                submitters.getFirst().interrupt();
            }
            boolean early = random.nextInt(3) == 0;
            int notRun = early ? stop() : 0;
            List<PoolFuture<Integer>> tasks = new ArrayList<>();
            for (ThreadHandle<List<PoolFuture<Integer>>> each : submitters) {
                tasks.addAll(each.join());
            }
            notRun += early || random.nextBoolean() ? stop() : 0;
            pool.close();
            await().until(() -> tasks.stream().allMatch(PoolFuture::isDone));
            check(tasks, notRun);
        }

        private int stop() throws InterruptedException {
            return pool.shutdown(Duration.ofNanos(random.nextInt(2_000_000))).size();
        }

        private List<PoolFuture<Integer>> submit(int first, Random own) {
            List<PoolFuture<Integer>> tasks = new ArrayList<>();
            for (int i = first; i < first + TASKS; i++) {
                try {
                    tasks.add(pool.submit(body(i, own.nextInt(20))));
                    PoolFuture<?> _ = tasks.getLast().onDone(_ -> heard.incrementAndGet());
                } catch (PoolException e) {
                    refused.incrementAndGet();
                    boolean _ = Thread.interrupted();
                    continue;
                }
                if (own.nextInt(4) == 0) {
                    boolean _ = tasks.get(own.nextInt(tasks.size())).cancel();
                }
                if (own.nextInt(10) == 0) {
                    awaitShortly(tasks.get(own.nextInt(tasks.size())), own.nextInt(100_000));
                }
            }
            return tasks;
        }

        private static void awaitShortly(PoolFuture<Integer> task, int nanos) {
            try {
                int _ = task.await(Duration.ofNanos(nanos));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException _) {
                // told apart in the end
            }
        }

        private Callable<Integer> body(int number, int kind) {
            return () -> {
                begun.incrementAndGet(number);
                if (Thread.currentThread().isInterrupted() && limit != Limit.CALLER_RUNS) {
                    strays.incrementAndGet();
                }
                try {
                    return switch (kind) {
                        case 0 -> throw new StackOverflowError();
                        case 1 -> throw new IllegalStateException();
                        case 2 -> {
                            Threads.sleep(Duration.ofMillis(1));
                            yield number;
                        }
                        default -> number;
                    };
                } finally {
                    ended.incrementAndGet(number);
                }
            };
        }

        private void check(List<PoolFuture<Integer>> tasks, int notRun) {
            Map<Status, Long> counts = new EnumMap<>(Status.class);
            tasks.forEach(each -> counts.merge(each.status(), 1L, Long::sum));
            int ran = 0;
            for (int i = 0; i < begun.length(); i++) {
                assertThat(begun.get(i)).isLessThanOrEqualTo(1).isEqualTo(ended.get(i));
                ran += begun.get(i);
            }
            for (PoolFuture<Integer> each : tasks) {
                if (each.status() == Status.SUCCEEDED) {
                    assertThat(begun.get(each.resultNow())).isEqualTo(1);
                }
            }
            PoolStatus status = pool.status();
            assertThat(tasks.size() + refused.get()).isEqualTo(SUBMITTERS * TASKS);
            assertThat(heard.get()).isEqualTo(tasks.size());
            assertThat(status.completed()).isEqualTo(tasks.size());
            assertThat(status.succeeded()).isEqualTo(counts.getOrDefault(Status.SUCCEEDED, 0L));
            assertThat(status.cancelled()).isEqualTo(counts.getOrDefault(Status.CANCELLED, 0L));
            assertThat(status.failed() + status.dropped())
                    .isEqualTo(counts.getOrDefault(Status.FAILED, 0L));
            assertThat(ran + notRun).isLessThanOrEqualTo(tasks.size());
            assertThat(status.running()).isZero();
            assertThat(status.pending()).isZero();
            // an interrupt may come between the begin of a task and its first look
            assertThat(strays.get()).isLessThanOrEqualTo((int) status.cancelled());
        }
    }
}
