package dev.polyloom.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkQueueTest {
    private final WorkQueue queue = new WorkQueue();

    /** A task with a number. */
    private record Numbered(int number) implements Runnable {

        @Override
        public void run() {}
    }

    @Test
    void newQueue_isEmpty() {
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.size()).isZero();
        assertThat(queue.peek()).isNull();
        assertThat(queue.poll()).isNull();
        assertThat(queue.iterator().hasNext()).isFalse();
    }

    @Test
    void tasks_leaveInTheOrderInWhichTheyCame() throws InterruptedException {
        addNumbers(100);
        assertThat(queue.size()).isEqualTo(100);
        assertThat(queue.peek()).isEqualTo(new Numbered(0));
        for (int i = 0; i < 100; i += 2) {
            assertThat(queue.take()).isEqualTo(new Numbered(i));
            assertThat(queue.poll(1, TimeUnit.NANOSECONDS)).isEqualTo(new Numbered(i + 1));
        }
        assertThat(queue.size()).isZero();
    }

    private void addNumbers(int count) {
        for (int i = 0; i < count; i++) {
            queue.put(new Numbered(i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void removedTask_isNotSeenAnyMore(int number) {
        addNumbers(5);
        assertThat(queue.remove(new Numbered(number))).isTrue();
        assertThat(queue.remove(new Numbered(number))).isFalse();
        assertThat(queue).hasSize(4).doesNotContain(new Numbered(number));
        List<Runnable> rest = new ArrayList<>();
        assertThat(queue.drainTo(rest, 3)).isEqualTo(3);
        assertThat(queue.drainTo(rest)).isEqualTo(1);
        assertThat(rest)
                .hasSize(4)
                .doesNotContain(new Numbered(number))
                .isSortedAccordingTo(Comparator.comparingInt(task -> ((Numbered) task).number()));
        assertThat(queue.size()).isZero();
    }

    @Test
    void queueOfRemovedTasks_isEmpty() {
        addNumbers(3);
        for (int i = 0; i < 3; i++) {
            queue.remove(new Numbered(i));
        }
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.poll()).isNull();
    }

    @Test
    void pollWithTimeout_givesUp() throws InterruptedException {
        long start = System.nanoTime();
        assertThat(queue.poll(3, TimeUnit.MILLISECONDS)).isNull();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(3_000_000);
        assertThat(queue.poll(0, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void interruptedWorker_stopsWaiting() throws InterruptedException {
        AtomicReference<Throwable> seen = new AtomicReference<>();
        Thread worker =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                queue.take();
                            } catch (InterruptedException e) {
                                seen.set(e);
                            }
                        });
        await().until(() -> worker.getState() == Thread.State.TIMED_WAITING);
        worker.interrupt();
        worker.join();
        assertThat(seen.get()).isInstanceOf(InterruptedException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(queue::take).isInstanceOf(InterruptedException.class);
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without checks may do
    void nullTask_isRefused() {
        assertThatThrownBy(() -> queue.offer(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void allSleepers_areWokenWhenEachTaskWaitsForTheOthers() throws Exception {
        int workers = 8;
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(Thread::new)) {
            for (int round = 0; round < 2_000; round++) {
                List<Future<?>> taken = new ArrayList<>();
                CyclicBarrier together = new CyclicBarrier(workers);
                for (int i = 0; i < workers; i++) {
                    taken.add(executor.submit(this::runNext));
                }
                for (int i = 0; i < workers; i++) {
                    queue.offer(new FutureTask<>(() -> together.await(30, TimeUnit.SECONDS)));
                }
                for (Future<?> each : taken) {
                    each.get(30, TimeUnit.SECONDS);
                }
            }
        }
    }

    private @Nullable Void runNext() throws InterruptedException {
        queue.take().run();
        return null;
    }

    /**
     * Each task is offered at about the moment when the worker, done with the last, falls asleep.
     */
    @Test
    void taskOfferedAsTheWorkerFallsAsleep_isTaken() throws Exception {
        int rounds = 100_000;
        AtomicInteger taken = new AtomicInteger();
        Thread worker = Thread.ofPlatform().start(() -> takeNumbers(rounds, taken));
        for (int i = 0; i < rounds; i++) {
            for (int look = i % 120; look > 0; look--) {
                Thread.onSpinWait();
            }
            queue.offer(new Numbered(i));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (taken.get() <= i) {
                assertThat(System.nanoTime() - deadline).isNegative();
                Thread.onSpinWait();
            }
        }
        worker.join();
    }

    private void takeNumbers(int count, AtomicInteger taken) {
        try {
            for (int i = 0; i < count; i++) {
                assertThat(queue.take()).isEqualTo(new Numbered(i));
                taken.incrementAndGet();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Workers come, sleep, time out and are interrupted; offers come in bursts and singly. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2", "2, 2", "1, 8", "4, 1", "4, 4"})
    void everyTask_isTakenExactlyOnceWhileAnyWorkerWaits(int offerers, int workers)
            throws Exception {
        int each = 60_000;
        AtomicIntegerArray taken = new AtomicIntegerArray(offerers * each);
        CountDownLatch all = new CountDownLatch(offerers * each);
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> takers = new ArrayList<>();
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(Thread::new)) {
            for (int i = 0; i < workers; i++) {
                takers.add(Thread.ofPlatform().start(() -> takeAll(taken, all, over)));
            }
            for (int i = 0; i < offerers; i++) {
                int from = i * each;
                executor.execute(() -> offerAll(from, from + each));
            }
            Future<?> disturbance = executor.submit(() -> disturb(takers, over));
            assertThat(all.await(50, TimeUnit.SECONDS)).isTrue();
            over.set(true);
            disturbance.get();
        }
        takers.forEach(Thread::interrupt);
        for (int i = 0; i < taken.length(); i++) {
            assertThat(taken.get(i)).isEqualTo(1);
        }
        assertThat(queue).isEmpty();
    }

    private void offerAll(int from, int to) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = from; i < to; i++) {
            queue.offer(new Numbered(i));
            if (random.nextInt(200) == 0) {
                // so that the workers have taken all and sleep
                LockSupport.parkNanos(random.nextInt(200_000));
            }
        }
    }

    private void takeAll(AtomicIntegerArray taken, CountDownLatch all, AtomicBoolean over) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (!over.get()) {
            try {
                Callable<Runnable> way =
                        random.nextInt(4) == 0
                                ? () -> queue.poll(random.nextInt(100_000), TimeUnit.NANOSECONDS)
                                : queue::take;
                if (way.call() instanceof Numbered task) {
                    taken.incrementAndGet(task.number());
                    all.countDown();
                }
            } catch (InterruptedException e) {
                // looks whether it is over
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void disturb(List<Thread> takers, AtomicBoolean over) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (!over.get()) {
            takers.get(random.nextInt(takers.size())).interrupt();
            LockSupport.parkNanos(random.nextInt(500_000));
        }
    }

    @Test
    void removals_competeWithTakers() throws Exception {
        int count = 100_000;
        AtomicIntegerArray gone = new AtomicIntegerArray(count);
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(Thread::new)) {
            Future<?> offers = executor.submit(() -> addNumbers(count));
            Callable<Void> taker =
                    () -> {
                        for (int left = count; left > 0; left--) {
                            if (queue.poll(1, TimeUnit.MILLISECONDS) instanceof Numbered task) {
                                gone.incrementAndGet(task.number());
                            }
                        }
                        return null;
                    };
            Future<?> takes = executor.submit(taker);
            Future<?> removes =
                    executor.submit(() -> {
                        for (Runnable head = queue.peek();
                                head != null || !offers.isDone();
                                head = queue.peek()) {
                            if (head instanceof Numbered task && queue.remove(task)) {
                                gone.incrementAndGet(task.number());
                            }
                        }
                    });
            offers.get();
            removes.get();
            takes.cancel(true);
        }
        for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
            gone.incrementAndGet(((Numbered) task).number());
        }
        for (int i = 0; i < count; i++) {
            assertThat(gone.get(i)).isEqualTo(1);
        }
    }
}
