package dev.polyloom.spi;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a chunk, where it ran, and when. A codec that carries a list of these
 * must encode each on its own, so that one that cannot travel fails alone.
 *
 * @param <R> the type of the result
 * @param value the result, null if it failed
 * @param failure what it threw, or null
 * @param worker name of the thread or worker that ran it
 * @param startMicros when it started, in microseconds since the epoch
 * @param nanos how long it ran, in nanoseconds
 */
public record Outcome<R extends @Nullable Object>(
        @Nullable R value, @Nullable Throwable failure, String worker, long startMicros, long nanos)
        implements Serializable {

    /**
     * Returns this outcome with a failure in place of its value or failure.
     *
     * @param replacement the failure
     * @return a failed outcome of the same worker and times
     */
    public Outcome<R> failed(Throwable replacement) {
        return new Outcome<>(null, replacement, worker, startMicros, nanos);
    }
}
