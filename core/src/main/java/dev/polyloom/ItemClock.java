package dev.polyloom;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Notes where and when items run: the worker, and a moment on both clocks, so that later moments
 * need only the cheaper one.
 *
 * @param worker name of the thread that made this clock
 * @param micros when it was made, in microseconds since the epoch
 * @param nanos when it was made, on the clock of {@link System#nanoTime()}
 */
record ItemClock(String worker, long micros, long nanos) {
    static ItemClock start() {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        return new ItemClock(
                name.isEmpty() ? "virtual-thread-" + thread.threadId() : name,
                nowMicros(),
                System.nanoTime());
    }

    static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** Returns the nanoseconds since this was made. */
    long elapsed() {
        return System.nanoTime() - nanos;
    }
}
