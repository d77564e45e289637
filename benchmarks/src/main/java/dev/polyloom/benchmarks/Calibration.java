package dev.polyloom.benchmarks;

import java.util.HashMap;
import java.util.Map;

/** Finds how much work takes so long, and keeps it for the next time. */
final class Calibration {
    private static final long FIRST = 2_000;
    private static final int MOST_GROWTH = 16;

    /** So that all numbers of senders and receivers divide it. */
    private static final long STEP = 400;

    private final Map<String, Long> amounts = new HashMap<>();

    /** Does so much work and gives the nanoseconds. */
    @FunctionalInterface
    interface Work {
        long run(long amount) throws Exception;
    }

    /** Does the work for about as long as asked and returns the nanoseconds a piece. */
    double nanosEach(String name, long nanos, Work work) throws Exception {
        long amount = amounts.getOrDefault(name, FIRST);
        long taken = work.run(amount);
        while (taken < nanos / 2) {
            amount = scaled(amount, nanos, taken);
            taken = work.run(amount);
        }
        amounts.put(name, scaled(amount, nanos, taken));
        return (double) taken / amount;
    }

    private static long scaled(long amount, long nanos, long taken) {
        double factor = Math.min(MOST_GROWTH, (double) nanos / Math.max(1, taken));
        return Math.max(1, Math.round(amount * factor / STEP)) * STEP;
    }
}
