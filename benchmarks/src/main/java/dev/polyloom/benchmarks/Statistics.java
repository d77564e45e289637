package dev.polyloom.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/** Sums of many measurements in one figure. */
final class Statistics {
    private Statistics() {}

    /** Returns the median; of an even number, the mean of the two in the middle. */
    static double median(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Returns the value that half of the first {@code count} times do not exceed; sorts them. */
    static double p50(long[] times, int count) {
        Arrays.sort(times, 0, count);
        return times[(count - 1) / 2];
    }

    /** Returns the mean of the first {@code count} times. */
    static double mean(long[] times, int count) {
        return Arrays.stream(times, 0, count).average().orElseThrow();
    }
}
