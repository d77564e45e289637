package dev.polyloom;

import dev.polyloom.spi.Outcomes;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive items of a parallel map that are through, with what became of each.
 *
 * @param items the items
 * @param outcomes as many outcomes, or more, of which the first are theirs
 */
record ParallelResults<T extends @Nullable Object, R extends @Nullable Object>(
        ParallelItems<T> items, Outcomes<R> outcomes) {

    ParallelResults {
        if (items.size() > outcomes.size()) {
            throw new IllegalArgumentException(
                    "%d outcomes for %s".formatted(outcomes.size(), items));
        }
    }

    int size() {
        return items.size();
    }

    boolean anyFailed() {
        return outcomes.anyFailed();
    }

    ParallelItem<T, R> get(int at) {
        return new ParallelItem<>(items, outcomes, at);
    }
}
