package dev.polyloom;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The items that are through and wait to be handed out: in the order of the input, for which later
 * ones wait until those before them are through, or in the order in which they came. For one
 * thread.
 */
final class ParallelLine<T extends @Nullable Object, R extends @Nullable Object> {
    private final boolean ordered;
    private final Queue<ParallelResults<T, R>> waiting;
    private @Nullable ParallelResults<T, R> head;
    private int at;
    private long handedOut;

    ParallelLine(boolean ordered) {
        this.ordered = ordered;
        waiting =
                ordered
                        ? new PriorityQueue<>(
                                Comparator.comparingLong(results -> results.items().first()))
                        : new ArrayDeque<>();
    }

    void add(ParallelResults<T, R> results) {
        waiting.add(results);
    }

    /** Returns how many items were handed out. */
    long handedOut() {
        return handedOut;
    }

    /** Hands out an item, or null if none may go yet. */
    @Nullable ParallelItem<T, R> poll() {
        ParallelResults<T, R> results = head == null ? nextResults() : head;
        if (results == null) {
            return null;
        }
        ParallelItem<T, R> item = results.get(at++);
        head = at < results.size() ? results : null;
        handedOut++;
        return item;
    }

    /** Hands out results that were not begun with, whole, or null if none may go yet. */
    @Nullable ParallelResults<T, R> pollAll() {
        ParallelResults<T, R> results = nextResults();
        if (results != null) {
            handedOut += results.size();
        }
        return results;
    }

    private @Nullable ParallelResults<T, R> nextResults() {
        ParallelResults<T, R> first = waiting.peek();
        if (first == null || (ordered && first.items().first() != handedOut)) {
            return null;
        }
        at = 0;
        return waiting.poll();
    }

    void clear() {
        waiting.clear();
        head = null;
    }
}
