package dev.polyloom.benchmarks;

import dev.polyloom.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * A load of tasks that compute and tasks that wait, in waves: the tasks of a wave are submitted at
 * once, in an order that is the same for all, and awaited before the next.
 *
 * @param name what it is called
 * @param waves how many tasks of either sort are in each
 */
record AutoLoad(String name, List<Wave> waves) {
    static final long COMPUTING_NANOS = 5_000_000;
    static final long WAITING_MILLIS = 10;
    private static final int CALIBRATIONS = 20;
    private static final long FIRST_STEPS = 1_000_000;

    /** So many tasks that compute, and so many that wait. */
    record Wave(int computing, int waiting) {}

    /** How long a load took, and the 99th percentile of its waiting tasks, in milliseconds. */
    record Result(double makespan, double waitingP99) {}

    /** The six loads that the bar names. */
    static List<AutoLoad> all(int scale) {
        return List.of(
                new AutoLoad("all CPU", List.of(new Wave(20 * scale, 0))),
                new AutoLoad("all blocking", Collections.nCopies(10, new Wave(0, 2 * scale))),
                new AutoLoad("80/20 mixed", List.of(new Wave(32 * scale, 8 * scale))),
                new AutoLoad("20/80 mixed", List.of(new Wave(8 * scale, 32 * scale))),
                new AutoLoad("bursts", Collections.nCopies(4, new Wave(5 * scale, 5 * scale))),
                new AutoLoad("slow change", slowChange(4 * scale)));
    }

    private static List<Wave> slowChange(int tasks) {
        return IntStream.rangeClosed(0, 9)
                .mapToObj(wave -> new Wave(tasks * wave / 9, tasks - tasks * wave / 9))
                .toList();
    }

    boolean isMixed() {
        return name.endsWith("mixed");
    }

    /** Returns how many steps of {@link #compute} take as long as a computing task shall. */
    static long calibrate() {
        long steps = FIRST_STEPS;
        for (int i = 0; i < CALIBRATIONS; i++) {
            long begin = System.nanoTime();
            if (compute(steps) == 0) {
                throw new IllegalStateException("computed nothing");
            }
            long taken = Math.max(1, System.nanoTime() - begin);
            steps = Math.max(1_000, Math.round((double) steps * COMPUTING_NANOS / taken));
        }
        return steps;
    }

    /** Computes for so many steps; never gives 0. */
    static long compute(long steps) {
        long x = 1;
        for (long i = 0; i < steps; i++) {
            x = x * 6364136223846793005L + 1442695040888963407L;
        }
        return x | 1;
    }

    /** Runs the load and closes the scope, which is part of the makespan. */
    Result runAndClose(Scope scope, long steps) throws InterruptedException, ExecutionException {
        ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
        Random random = new Random(17);
        long begin = System.nanoTime();
        try (scope) {
            for (Wave wave : waves) {
                run(scope, wave, random, steps, latencies);
            }
        }
        double makespan = (System.nanoTime() - begin) / 1e6;
        return new Result(makespan, p99(latencies));
    }

    private static void run(
            Scope scope,
            Wave wave,
            Random random,
            long steps,
            ConcurrentLinkedQueue<Long> latencies)
            throws InterruptedException, ExecutionException {
        List<Boolean> order = new ArrayList<>();
        order.addAll(Collections.nCopies(wave.computing, true));
        order.addAll(Collections.nCopies(wave.waiting, false));
        Collections.shuffle(order, random);
        List<Future<Long>> futures = new ArrayList<>();
        for (boolean computes : order) {
            long submitted = System.nanoTime();
            futures.add(
                    computes
                            ? scope.submit(() -> compute(steps))
                            : scope.submit(() -> waits(submitted, latencies)));
        }
        for (Future<Long> future : futures) {
            if (future.get() == 0) {
                throw new IllegalStateException("a wrong result");
            }
        }
    }

    @SuppressWarnings("ThreadSleep") // stands for a call that blocks
    private static long waits(long submitted, ConcurrentLinkedQueue<Long> latencies)
            throws InterruptedException {
        Thread.sleep(WAITING_MILLIS);
        latencies.add(System.nanoTime() - submitted);
        return 1;
    }

    private static double p99(ConcurrentLinkedQueue<Long> latencies) {
        long[] sorted = latencies.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) * 99 / 100] / 1e6;
    }
}
