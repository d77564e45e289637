package dev.polyloom;

import dev.polyloom.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An item under way through a parallel map; used by its coordinating thread only. */
final class ParallelItem<T extends @Nullable Object, R extends @Nullable Object> {
    private final long index;
    private final T item;
    private int retries;
    private @Nullable Outcome<R> outcome;

    ParallelItem(long index, T item) {
        this.index = index;
        this.item = item;
    }

    long index() {
        return index;
    }

    T item() {
        return item;
    }

    boolean mayRetry(int allowed) {
        return retries < allowed;
    }

    void retried() {
        retries++;
    }

    void end(Outcome<R> with) {
        outcome = with;
    }

    boolean isThrough() {
        return outcome != null;
    }

    private Outcome<R> outcome() {
        return Objects.requireNonNull(outcome, "outcome of an item that is not through");
    }

    boolean failed() {
        return outcome().failure() != null;
    }

    /** Returns the result; null only where the function returned it, or the item failed. */
    @SuppressWarnings("NullAway")
    R value() {
        return outcome().value();
    }

    /** Returns the failure, which then names this item among its suppressed exceptions. */
    Throwable failure() {
        Throwable failure = Objects.requireNonNull(outcome().failure(), "failure");
        failure.addSuppressed(
                new ItemFailedException(index, ItemText.of(item), outcome().worker()));
        return failure;
    }

    ItemResult<T, R> result() {
        Outcome<R> ended = outcome();
        return new ItemResult<>(
                index,
                item,
                ended.value(),
                ended.failure(),
                ended.worker(),
                Instant.EPOCH.plus(ended.startMicros(), ChronoUnit.MICROS),
                Duration.ofNanos(ended.nanos()));
    }
}
