package dev.polyloom;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive items of a parallel map. Never changes; slices share their array, so that a map of
 * very many items has no object for each.
 */
final class ParallelItems<T extends @Nullable Object> {
    private final long first;
    private final @Nullable Object[] items;
    private final int from;
    private final int to;
    private final int retries;

    /** Makes items, of which the first has the given index; the array is not copied. */
    ParallelItems(long first, @Nullable Object... items) {
        this(first, items, 0, items.length, 0);
    }

    private ParallelItems(long first, @Nullable Object[] items, int from, int to, int retries) {
        this.first = first;
        this.items = items;
        this.from = from;
        this.to = to;
        this.retries = retries;
    }

    /** Returns the index of the first item. */
    long first() {
        return first;
    }

    int size() {
        return to - from;
    }

    /** Returns an item, the first being 0; null only where the input has a null. */
    @SuppressWarnings({"unchecked", "NullAway"})
    T get(int at) {
        return (T) items[from + Objects.checkIndex(at, size())];
    }

    /** Writes the items into an array, from an index on. */
    void copyInto(@Nullable Object[] target, int start) {
        System.arraycopy(items, from, target, start, size());
    }

    /** Returns the items from one place to before another. */
    ParallelItems<T> slice(int begin, int end) {
        Objects.checkFromToIndex(begin, end, size());
        return new ParallelItems<>(first + begin, items, from + begin, from + end, retries);
    }

    /** Returns all items in slices of at most so many. */
    List<ParallelItems<T>> slices(int most) {
        List<ParallelItems<T>> slices = new ArrayList<>();
        for (int begin = 0; begin < size(); begin += most) {
            slices.add(slice(begin, Math.min(size(), begin + most)));
        }
        return slices;
    }

    boolean mayRetry(int allowed) {
        return retries < allowed;
    }

    /** Returns the same items, run once more often. */
    ParallelItems<T> retried() {
        return new ParallelItems<>(first, items, from, to, retries + 1);
    }

    /** Returns the items in words, such as {@code the items at index 17 to 31}. */
    @Override
    public String toString() {
        return size() == 1
                ? "the item at index %d".formatted(first)
                : "the items at index %d to %d".formatted(first, first + size() - 1);
    }
}
