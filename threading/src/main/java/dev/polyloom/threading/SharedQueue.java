package dev.polyloom.threading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A shared collection that gives its items in the order in which they were put. Safe for use by
 * several threads.
 *
 * @param <T> the type of the items, which are never null
 */
public final class SharedQueue<T> extends SharedCollection<T> {
    /** Makes a queue without a bound or name. */
    public SharedQueue() {
        this(null, UNBOUNDED, new ArrayDeque<>());
    }

    /**
     * Makes a queue without a name.
     *
     * @param capacity how many items there is room for; {@link Integer#MAX_VALUE} for no bound
     * @throws IllegalArgumentException if that is not positive
     */
    public SharedQueue(int capacity) {
        this(null, capacity, new ArrayDeque<>());
    }

    /**
     * Makes a queue.
     *
     * @param capacity how many items there is room for; {@link Integer#MAX_VALUE} for no bound
     * @param name what messages call it; not null
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public SharedQueue(int capacity, String name) {
        this(Objects.requireNonNull(name, "name"), capacity, new ArrayDeque<>());
    }

    private SharedQueue(@Nullable String name, int capacity, Deque<T> items) {
        super("queue", name, capacity, items::addLast, items::pollFirst, items::peekFirst);
    }
}
