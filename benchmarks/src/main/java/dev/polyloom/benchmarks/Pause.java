package dev.polyloom.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A time in which the calling thread does nothing, and nothing ends it sooner. */
final class Pause {
    private Pause() {}

    static void of(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
