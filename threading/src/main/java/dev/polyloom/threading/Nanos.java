package dev.polyloom.threading;

import java.time.Duration;

/** Durations as the nanoseconds that waiting takes. */
final class Nanos {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final Duration MOST = Duration.ofNanos(Long.MAX_VALUE);

    private Nanos() {}

    /** Returns the nanoseconds of a duration; some 292 years if there are more. */
    static long of(Duration time) {
        return time.compareTo(MOST) >= 0 ? Long.MAX_VALUE : time.toNanos();
    }

    /** Returns the milliseconds that nanoseconds take, rounded up so that no wait is too short. */
    static long toMillis(long nanos) {
        return Math.ceilDiv(nanos, NANOS_PER_MILLI);
    }
}
