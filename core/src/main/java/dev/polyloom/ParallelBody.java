package dev.polyloom;

import dev.polyloom.spi.Outcomes;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** What a parallel map does with items: hands them to a scope as one task. */
interface ParallelBody<T extends @Nullable Object, R extends @Nullable Object> {
    /**
     * Submits items as one task, whose result has an outcome for each of the first items, at least
     * for one.
     */
    Future<Outcomes<R>> submit(Scope scope, ParallelItems<T> items, long budgetNanos);

    /** Tells whether a worker is free again while the outcome of an item is open. */
    boolean isAsync();
}
