package dev.polyloom.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/** How tasks are timed, the same for every executor. */
final class Measures {
    private static final int MOST_SAMPLES = 1_000_000;
    private static final int WARMING_SAMPLES = 5;

    private Measures() {}

    /** Something whose time is taken as a whole. */
    @FunctionalInterface
    interface Sample {
        void run() throws Exception;
    }

    /** Submits one task that gives 1. */
    @FunctionalInterface
    interface Submission {
        Future<Integer> submit() throws Exception;
    }

    /** Repeats a sample until the end, at least once; returns p50 and mean in nanoseconds. */
    static String times(long end, Sample sample) throws Exception {
        long[] times = new long[MOST_SAMPLES];
        int count = 0;
        long begin = System.nanoTime();
        do {
            sample.run();
            long now = System.nanoTime();
            times[count++] = now - begin;
            begin = now;
        } while (begin < end && count < MOST_SAMPLES);
        return Statistics.p50(times, count) + " " + Statistics.mean(times, count);
    }

    /** Takes some samples that do not count, then times samples for so long. */
    static String warmTimes(Duration time, Sample sample) throws Exception {
        for (int i = 0; i < WARMING_SAMPLES; i++) {
            sample.run();
        }
        return times(System.nanoTime() + time.toNanos(), sample);
    }

    /** Submits tasks one by one and awaits them in batches; returns how many a second. */
    static double submits(long end, int batch, Submission submission) throws Exception {
        List<Future<Integer>> futures = new ArrayList<>(batch);
        long tasks = 0;
        long sum = 0;
        long begin = System.nanoTime();
        do {
            for (int i = 0; i < batch; i++) {
                futures.add(submission.submit());
            }
            for (Future<Integer> future : futures) {
                sum += future.get();
            }
            futures.clear();
            tasks += batch;
        } while (System.nanoTime() < end);
        return rate(tasks, sum, begin);
    }

    /** Returns how many were done a second since the beginning, if all of them came out right. */
    static double rate(long done, long right, long begin) {
        if (right != done) {
            throw new IllegalStateException(
                    "only %d of %d results are right".formatted(right, done));
        }
        return done * 1e9 / (System.nanoTime() - begin);
    }
}
