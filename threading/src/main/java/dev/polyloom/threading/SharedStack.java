package dev.polyloom.threading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A shared collection that gives the item first that was put last. Safe for use by several threads.
 *
 * @param <T> the type of the items, which are never null
 */
public final class SharedStack<T> extends SharedCollection<T> {
    /** Makes a stack without a bound or name. */
    public SharedStack() {
        this(null, UNBOUNDED, new ArrayDeque<>());
    }

    /**
     * Makes a stack without a name.
     *
     * @param capacity how many items there is room for; {@link Integer#MAX_VALUE} for no bound
     * @throws IllegalArgumentException if that is not positive
     */
    public SharedStack(int capacity) {
        this(null, capacity, new ArrayDeque<>());
    }

    /**
     * Makes a stack.
     *
     * @param capacity how many items there is room for; {@link Integer#MAX_VALUE} for no bound
     * @param name what messages call it; not null
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public SharedStack(int capacity, String name) {
        this(Objects.requireNonNull(name, "name"), capacity, new ArrayDeque<>());
    }

    private SharedStack(@Nullable String name, int capacity, Deque<T> items) {
        super("stack", name, capacity, items::addFirst, items::pollFirst, items::peekFirst);
    }
}
