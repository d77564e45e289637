package dev.polyloom;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a parallel map.
 *
 * @param <T> the type of the item
 * @param <R> the type of its result
 * @param index position of the item in the input, from 0
 * @param item the item
 * @param value its result, null if it failed
 * @param failure why it failed, or null
 * @param worker name of the thread or worker process that ran it, empty if it never ran
 * @param started when it started; if it never ran, when that became known
 * @param ran how long it ran
 */
public record ItemResult<T extends @Nullable Object, R extends @Nullable Object>(
        long index,
        T item,
        @Nullable R value,
        @Nullable Throwable failure,
        String worker,
        Instant started,
        Duration ran) {

    /**
     * Tells whether the item failed.
     *
     * @return whether there is a failure
     */
    public boolean failed() {
        return failure != null;
    }
}
