package dev.polyloom.supervisor.tree;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Durations as nanoseconds; those that are too long become the longest. */
final class Nanos {
    private Nanos() {}

    static long of(Duration duration) {
        return TimeUnit.NANOSECONDS.convert(duration);
    }
}
