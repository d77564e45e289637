package dev.polyloom;

import dev.polyloom.spi.Outcome;
import dev.polyloom.spi.Outcomes;
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
    private @Nullable Outcomes<R> outcomes;
    private int at;

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

    /** Takes down what became of it, which is one of some outcomes. */
    void end(Outcomes<R> with, int index) {
        outcomes = with;
        at = index;
    }

    boolean isThrough() {
        return outcomes != null;
    }

    private Outcomes<R> outcomes() {
        return Objects.requireNonNull(outcomes, "outcome of an item that is not through");
    }

    boolean failed() {
        return outcomes().anyFailed() && outcomes().failure(at) != null;
    }

    /** Returns the result; null only where the function returned it, or the item failed. */
    @SuppressWarnings("NullAway")
    R value() {
        return outcomes().value(at);
    }

    /** Returns the failure, which then names this item among its suppressed exceptions. */
    Throwable failure() {
        Throwable failure = Objects.requireNonNull(outcomes().failure(at), "failure");
        failure.addSuppressed(
                new ItemFailedException(index, ItemText.of(item), outcomes().worker()));
        return failure;
    }

    ItemResult<T, R> result() {
        Outcome<R> ended = outcomes().get(at);
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
