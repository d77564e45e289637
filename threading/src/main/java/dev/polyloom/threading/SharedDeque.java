package dev.polyloom.threading;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A shared collection with two ends. Used as any shared collection it is a queue: items are put at
 * the end and taken from the front. Safe for use by several threads.
 *
 * @param <T> the type of the items, which are never null
 */
public final class SharedDeque<T> extends SharedCollection<T> {
    private final Deque<T> items;

    /** Makes a deque without a bound or name. */
    public SharedDeque() {
        this(null, UNBOUNDED, new ArrayDeque<>());
    }

    /**
     * Makes a deque without a name.
     *
     * @param capacity how many items there is room for; {@link Integer#MAX_VALUE} for no bound
     * @throws IllegalArgumentException if that is not positive
     */
    public SharedDeque(int capacity) {
        this(null, capacity, new ArrayDeque<>());
    }

    /**
     * Makes a deque.
     *
     * @param capacity how many items there is room for; {@link Integer#MAX_VALUE} for no bound
     * @param name what messages call it; not null
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public SharedDeque(int capacity, String name) {
        this(Objects.requireNonNull(name, "name"), capacity, new ArrayDeque<>());
    }

    private SharedDeque(@Nullable String name, int capacity, Deque<T> items) {
        super("deque", name, capacity, items::addLast, items::pollFirst, items::peekFirst);
        this.items = items;
    }

    /**
     * Puts an item at the front, however long it takes for there to be room.
     *
     * @param item the item; not null
     * @throws SendException if the deque is closed, or is closed meanwhile
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public void putFirst(T item) throws InterruptedException {
        boolean _ = store.put(item, items::addFirst, FOREVER);
    }

    /**
     * Puts an item at the front if there is room.
     *
     * @param item the item; not null
     * @return whether it was put
     * @throws SendException if the deque is closed
     */
    public boolean offerFirst(T item) {
        return store.putNow(item, items::addFirst);
    }

    /**
     * Puts an item at the front if there is room in time.
     *
     * @param item the item; not null
     * @param most the longest wait; does not wait if not positive
     * @return whether it was put
     * @throws SendException if the deque is closed, or is closed meanwhile
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public boolean offerFirst(T item, Duration most) throws InterruptedException {
        return store.put(item, items::addFirst, Nanos.of(most));
    }

    /**
     * Takes the item at the end, however long it takes for there to be one.
     *
     * @return the item
     * @throws ReceiveException if the deque is closed and empty, or is closed meanwhile
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public T takeLast() throws InterruptedException {
        return Objects.requireNonNull(store.take(items::pollLast, FOREVER));
    }

    /**
     * Takes the item at the end if there is one.
     *
     * @return the item; null if there is none
     * @throws ReceiveException if the deque is closed and empty
     */
    public @Nullable T pollLast() {
        return store.takeNow(items::pollLast);
    }

    /**
     * Takes the item at the end if there is one in time.
     *
     * @param most the longest wait; does not wait if not positive
     * @return the item; null if there is none in time
     * @throws ReceiveException if the deque is closed and empty, or is closed meanwhile
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public @Nullable T pollLast(Duration most) throws InterruptedException {
        return store.take(items::pollLast, Nanos.of(most));
    }

    /**
     * Returns the item at the end, and leaves it.
     *
     * @return the item; null if there is none
     */
    public @Nullable T peekLast() {
        return store.look(items::peekLast);
    }
}
