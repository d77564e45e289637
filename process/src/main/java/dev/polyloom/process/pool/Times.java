package dev.polyloom.process.pool;

import java.time.Duration;

/** Durations as nanoseconds that can be added to a clock without overflow. */
final class Times {
    /** As good as for ever. */
    static final long FAR = Long.MAX_VALUE / 4;

    private Times() {}

    static long nanos(Duration duration) {
        return duration.compareTo(Duration.ofNanos(FAR)) >= 0 ? FAR : duration.toNanos();
    }

    /** Returns a duration as people write it. */
    static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
