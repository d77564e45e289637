package dev.polyloom.threading;

import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A shared collection that gives the least item first; of equal ones, the one that was put first.
 * Safe for use by several threads.
 *
 * @param <T> the type of the items, which are never null
 */
public final class SharedPriorityQueue<T> extends SharedCollection<T> {
    /**
     * Makes a priority queue without a bound or name.
     *
     * @param order the order of the items; called with a lock held, and must not fail
     */
    public SharedPriorityQueue(Comparator<? super T> order) {
        this(null, UNBOUNDED, new Heap<>(order));
    }

    /**
     * Makes a priority queue without a name.
     *
     * @param capacity how many items there is room for; {@link Integer#MAX_VALUE} for no bound
     * @param order the order of the items; called with a lock held, and must not fail
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public SharedPriorityQueue(int capacity, Comparator<? super T> order) {
        this(null, capacity, new Heap<>(order));
    }

    /**
     * Makes a priority queue.
     *
     * @param capacity how many items there is room for; {@link Integer#MAX_VALUE} for no bound
     * @param order the order of the items; called with a lock held, and must not fail
     * @param name what messages call it; not null
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public SharedPriorityQueue(int capacity, Comparator<? super T> order, String name) {
        this(Objects.requireNonNull(name, "name"), capacity, new Heap<>(order));
    }

    private SharedPriorityQueue(@Nullable String name, int capacity, Heap<T> heap) {
        super("priority queue", name, capacity, heap::add, heap::poll, heap::peek);
    }

    /** Items in their order, and equal ones in the order of coming. */
    private static final class Heap<T> {
        private final PriorityQueue<Entry<T>> entries;
        private long added;

        Heap(Comparator<? super T> order) {
            Comparator<Entry<T>> byItem =
                    Comparator.comparing(Entry::item, Objects.requireNonNull(order, "order"));
            entries = new PriorityQueue<>(byItem.thenComparingLong(Entry::number));
        }

        void add(T item) {
            entries.add(new Entry<>(item, added++));
        }

        @Nullable T poll() {
            Entry<T> first = entries.poll();
            return first == null ? null : first.item;
        }

        @Nullable T peek() {
            Entry<T> first = entries.peek();
            return first == null ? null : first.item;
        }
    }

    private record Entry<T>(T item, long number) {}
}
