package dev.polyloom;

import dev.polyloom.spi.Outcome;
import dev.polyloom.spi.Outcomes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An item of a parallel map that is through; a short-lived view.
 *
 * @param all the items it is one of
 * @param outcomes what became of them
 * @param at which it is, the first being 0
 */
record ParallelItem<T extends @Nullable Object, R extends @Nullable Object>(
        ParallelItems<T> all, Outcomes<R> outcomes, int at) {

    long index() {
        return all.first() + at;
    }

    T item() {
        return all.get(at);
    }

    boolean failed() {
        return outcomes.anyFailed() && outcomes.failure(at) != null;
    }

    /** Returns the result; null only where the function returned it, or the item failed. */
    @SuppressWarnings("NullAway")
    R value() {
        return outcomes.value(at);
    }

    /** Returns the failure, which then names this item among its suppressed exceptions. */
    Throwable failure() {
        Throwable failure = Objects.requireNonNull(outcomes.failure(at), "failure");
        failure.addSuppressed(
                new ItemFailedException(index(), ItemText.of(item()), outcomes.worker()));
        return failure;
    }

    ItemResult<T, R> result() {
        Outcome<R> ended = outcomes.get(at);
        return new ItemResult<>(
                index(),
                item(),
                ended.value(),
                ended.failure(),
                ended.worker(),
                Instant.EPOCH.plus(ended.startMicros(), ChronoUnit.MICROS),
                Duration.ofNanos(ended.nanos()));
    }
}
