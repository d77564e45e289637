package dev.polyloom.benchmarks;

import dev.polyloom.threading.Mutex;
import dev.polyloom.threading.PoolFuture;
import dev.polyloom.threading.ThreadPool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;

/** What the contenders of the suite {@code channels} do besides sending messages. */
interface Tasks {
    /** So many tasks are submitted before the first is awaited. */
    int BATCH = 5_000;

    /** Submits so many empty tasks, awaits each and returns the sum of their results. */
    default long submitAndGet(Callable<Integer> empty, int count) throws Exception {
        throw new UnsupportedOperationException("has no pool");
    }

    /** Applies {@code item -> item + 1} to each item, on all processors. */
    default List<Integer> map(List<Integer> items) throws Exception {
        throw new UnsupportedOperationException("has no map");
    }

    /** Counts up so often, each time under a lock that nobody else wants; returns the count. */
    default long lock(long times) throws Exception {
        throw new UnsupportedOperationException("has no lock");
    }

    /** Returns what a contender does. */
    static Tasks of(String contender) {
        int workers = Runtime.getRuntime().availableProcessors();
        return switch (contender) {
            case "polyloom" -> new Ours(workers);
            case "ForkJoinPool" -> new Executed(new ForkJoinPool(workers));
            case "fixed pool" -> new Executed(Executors.newFixedThreadPool(workers));
            case "parallelStream" -> new Streamed();
            case "ReentrantLock" -> new Locked();
            default -> new Tasks() {};
        };
    }

    /** Our pool and our mutex. */
    final class Ours implements Tasks {
        private final ThreadPool pool;
        private final Mutex<long[]> mutex = new Mutex<>(new long[1]);

        Ours(int workers) {
            pool = ThreadPool.builder().workers(workers).open();
        }

        @Override
        public long submitAndGet(Callable<Integer> empty, int count) throws Exception {
            List<PoolFuture<Integer>> futures = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                futures.add(pool.submit(empty));
            }
            long sum = 0;
            for (PoolFuture<Integer> future : futures) {
                sum += future.await();
            }
            return sum;
        }

        @Override
        public List<Integer> map(List<Integer> items) throws Exception {
            return pool.map(items, item -> item + 1);
        }

        @Override
        public long lock(long times) throws Exception {
            mutex.withLock(count -> count[0] = 0);
            for (long i = 0; i < times; i++) {
                mutex.withLock(count -> count[0]++);
            }
            return mutex.withLock(count -> count[0]);
        }
    }

    /** A pool of the JDK. */
    record Executed(ExecutorService executor) implements Tasks {
        @Override
        public long submitAndGet(Callable<Integer> empty, int count) throws Exception {
            List<Future<Integer>> futures = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                futures.add(executor.submit(empty));
            }
            long sum = 0;
            for (Future<Integer> future : futures) {
                sum += future.get();
            }
            return sum;
        }
    }

    /** A parallel stream on the JDK's common pool. */
    record Streamed() implements Tasks {
        @Override
        public List<Integer> map(List<Integer> items) {
            return items.parallelStream().map(item -> item + 1).toList();
        }
    }

    /** The JDK's lock. */
    final class Locked implements Tasks {
        private final ReentrantLock lock = new ReentrantLock();
        private long count;

        @Override
        public long lock(long times) {
            count = 0;
            for (long i = 0; i < times; i++) {
                lock.lock();
                try {
                    count++;
                } finally {
                    lock.unlock();
                }
            }
            return count;
        }
    }
}
