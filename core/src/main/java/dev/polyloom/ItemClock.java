package dev.polyloom;

import dev.polyloom.spi.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

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

    /** Returns the outcome of an item that started at the given nanosecond and ends now. */
    <R extends @Nullable Object> Outcome<R> outcome(
            @Nullable R value, @Nullable Throwable failure, long start) {
        return new Outcome<>(
                value, failure, worker, micros + (start - nanos) / 1000, System.nanoTime() - start);
    }
}
