package dev.polyloom.supervisor.tree;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Durations as nanoseconds; those that are too long become the longest. */
public final class Nanos {
    private Nanos() {}

    static long of(Duration duration) {
        return TimeUnit.NANOSECONDS.convert(duration);
    }

    /** Returns the time that is a duration after another; the end of time if it lies beyond. */
    public static long after(long time, Duration duration) {
        long sum = time + of(duration);
        return sum < time && !duration.isNegative() ? Long.MAX_VALUE : sum;
    }
}
