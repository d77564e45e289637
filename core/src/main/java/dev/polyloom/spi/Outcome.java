package dev.polyloom.spi;

import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a chunk, where it ran, and when.
 *
 * @param <R> the type of the result
 * @param value the result, null if it failed
 * @param failure what it threw, or null
 * @param worker name of the thread or worker that ran it
 * @param startMicros when it started, in microseconds since the epoch
 * @param nanos how long it ran, in nanoseconds
 */
public record Outcome<R extends @Nullable Object>(
        @Nullable R value,
        @Nullable Throwable failure,
        String worker,
        long startMicros,
        long nanos) {}
