package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.threading.PoolFuture.Status;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts every task with a name once, whatever happens to it and to its pool. */
@Timeout(60)
class WorkerPoolStressTest {
    private static final int ROUNDS = 12;
    private static final int CLIENTS = 3;
    private static final int TASKS = 100;
    private static final Duration SOON = Duration.ofMillis(2);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void tasks_areCountedOnce_whateverHappens(int workers) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            new Round(workers, round).run();
        }
    }

    private static final class Round {
        private final Random random;
        private final AtomicInteger numbers = new AtomicInteger();
        private final AtomicIntegerArray begun = new AtomicIntegerArray(100 * CLIENTS * TASKS);
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger heard = new AtomicInteger();
        private final Collection<PoolFuture<byte[]>> tasks = new ConcurrentLinkedQueue<>();
        private final CountDownLatch opened = new CountDownLatch(1);
        private final WorkerPool pool;

        Round(int workers, int seed) {
            random = new Random(seed);
            WorkerTasks known =
                    new WorkerTasks()
                            .register("return", this::begin)
                            .register("throw", this::fail)
                            .register("wait", this::waitForEver)
                            .register("nest", this::nest)
                            .register("tell", this::tell);
            WorkerPoolBuilder builder = WorkerPool.builder(known).workers(workers);
            pool = (seed % 2 == 0 ? builder : builder.maxPending(10)).open();
            opened.countDown();
        }

        private byte[] begin(byte[] number) {
            begun.incrementAndGet(ByteBuffer.wrap(number).getInt());
            return number;
        }

        private byte[] fail(byte[] number) {
            throw new IllegalStateException("number %d".formatted(begin(number).length));
        }

        private byte[] waitForEver(byte[] number) throws InterruptedException {
            begin(number);
            new Latch(1).await();
            return number;
        }

        private byte[] nest(byte[] number) throws InterruptedException {
            begin(number);
            opened.await();
            return submit("return", null).await();
        }

        private byte[] tell(byte[] number) throws InterruptedException {
            begin(number);
            opened.await();
            broadcast();
            return number;
        }

        private byte[] number() {
            return ByteBuffer.allocate(Integer.BYTES).putInt(numbers.getAndIncrement()).array();
        }

        private PoolFuture<byte[]> submit(String name, @Nullable Duration most) {
            PoolFuture<byte[]> task =
                    most == null ? pool.submit(name, number()) : pool.submit(name, number(), most);
            return keep(task);
        }

        private PoolFuture<byte[]> keep(PoolFuture<byte[]> task) {
            tasks.add(task);
            return task.onDone(_ -> heard.incrementAndGet());
        }

        /** Hands in one number for all: it may begin once in each worker. */
        private void broadcast() {
            byte[] none = ByteBuffer.allocate(Integer.BYTES).putInt(begun.length() - 1).array();
            pool.broadcast("return", none).forEach(this::keep);
        }

        void run() throws InterruptedException {
            List<ThreadHandle<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                long seed = random.nextLong();
                clients.add(Threads.builder().start(() -> handIn(new Random(seed))));
            }
            if (random.nextBoolean()) {
                boolean _ = pool.shutdown(Duration.ofNanos(random.nextInt(3_000_000)));
            }
            for (ThreadHandle<?> each : clients) {
                each.join();
            }
            boolean ended = pool.shutdown(SOON.multipliedBy(random.nextInt(20)));
            pool.close();
            assertThat(pool.shutdown(Duration.ZERO) || ended).isTrue();
            check();
        }

        private void handIn(Random own) {
            List<PoolFuture<byte[]>> mine = new ArrayList<>();
            for (int i = 0; i < TASKS; i++) {
                try {
                    handIn(own.nextInt(12), mine);
                } catch (PoolException e) {
                    refused.incrementAndGet();
                }
                if (own.nextInt(4) == 0 && !mine.isEmpty()) {
                    boolean _ = mine.get(own.nextInt(mine.size())).cancel();
                }
            }
        }

        private void handIn(int kind, List<PoolFuture<byte[]>> mine) {
            switch (kind) {
                case 0 -> mine.add(submit("throw", null));
                case 1 -> mine.add(submit("wait", SOON));
                case 2, 3 -> mine.add(submit("nest", null));
                case 4 -> broadcast();
                case 5 -> mine.add(submit("tell", null));
                default -> mine.add(submit("return", kind % 2 == 0 ? null : SOON));
            }
        }

        private void check() {
            int ran = 0;
            for (int i = 0; i < begun.length() - 1; i++) {
                assertThat(begun.get(i)).isLessThanOrEqualTo(1);
                ran += begun.get(i);
            }
            ran += begun.get(begun.length() - 1);
            assertThat(tasks).allMatch(PoolFuture::isDone);
            Crew.until(() -> heard.get() == tasks.size());
            long succeeded =
                    tasks.stream().filter(each -> each.status() == Status.SUCCEEDED).count();
            assertThat(pool.status().stream().mapToLong(WorkerStatus::done).sum())
                    .isEqualTo(succeeded);
            assertThat(pool.status().stream().mapToLong(WorkerStatus::failed).sum())
                    .isBetween(ran - succeeded, tasks.size() - succeeded);
            assertThat(pool.status()).noneMatch(WorkerStatus::isBusy);
            assertThat(pool.pending()).isZero();
        }
    }
}
