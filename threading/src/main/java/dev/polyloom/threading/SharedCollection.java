package dev.polyloom.threading;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Items that some threads put and others take, in an order that the kind of collection says; with a
 * bound, or without. Those who wait are woken in the order of coming. After {@link #close()}
 * nothing more can be put, and what is left can be taken. Safe for use by several threads.
 *
 * @param <T> the type of the items, which are never null
 */
public abstract sealed class SharedCollection<T> implements AutoCloseable
        permits SharedQueue, SharedStack, SharedPriorityQueue, SharedDeque {
    /** As the capacity: no bound. */
    static final int UNBOUNDED = Integer.MAX_VALUE;

    static final long FOREVER = Long.MAX_VALUE;

    final Store<T> store;
    private final String label;
    private final Consumer<? super T> put;
    private final Supplier<@Nullable T> take;
    private final Supplier<@Nullable T> first;

    /** Makes a collection of functions that put an item, take one, and look at the next. */
    SharedCollection(
            String kind,
            @Nullable String name,
            int capacity,
            Consumer<? super T> put,
            Supplier<@Nullable T> take,
            Supplier<@Nullable T> first) {
        this.label = Label.of(kind, name, this);
        this.store = new Store<>(label, capacity);
        this.put = put;
        this.take = take;
        this.first = first;
    }

    /**
     * Puts an item, however long it takes for there to be room.
     *
     * @param item the item; not null
     * @throws SendException if the collection is closed, or is closed meanwhile
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public void put(T item) throws InterruptedException {
        boolean _ = store.put(item, put, FOREVER);
    }

    /**
     * Puts an item if there is room.
     *
     * @param item the item; not null
     * @return whether it was put
     * @throws SendException if the collection is closed
     */
    public boolean offer(T item) {
        return store.putNow(item, put);
    }

    /**
     * Puts an item if there is room in time.
     *
     * @param item the item; not null
     * @param most the longest wait; does not wait if not positive
     * @return whether it was put
     * @throws SendException if the collection is closed, or is closed meanwhile
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public boolean offer(T item, Duration most) throws InterruptedException {
        return store.put(item, put, Nanos.of(most));
    }

    /**
     * Takes the next item, however long it takes for there to be one.
     *
     * @return the item
     * @throws ReceiveException if the collection is closed and empty, or is closed meanwhile
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public T take() throws InterruptedException {
        return Objects.requireNonNull(store.take(take, FOREVER));
    }

    /**
     * Takes the next item if there is one.
     *
     * @return the item; null if there is none
     * @throws ReceiveException if the collection is closed and empty
     */
    public @Nullable T poll() {
        return store.takeNow(take);
    }

    /**
     * Takes the next item if there is one in time.
     *
     * @param most the longest wait; does not wait if not positive
     * @return the item; null if there is none in time
     * @throws ReceiveException if the collection is closed and empty, or is closed meanwhile
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public @Nullable T poll(Duration most) throws InterruptedException {
        return store.take(take, Nanos.of(most));
    }

    /**
     * Returns the next item, and leaves it.
     *
     * @return the item; null if there is none
     */
    public @Nullable T peek() {
        return store.look(first);
    }

    /**
     * Moves all items there are to another collection, in the order of taking.
     *
     * @param target where to put them; called with the lock of this collection held. An item that
     *     it refuses stays here
     * @return how many were moved
     */
    public int drainTo(Collection<? super T> target) {
        return store.drain(target, Integer.MAX_VALUE, first, take);
    }

    /**
     * Moves some items to another collection, in the order of taking.
     *
     * @param target where to put them; called with the lock of this collection held. An item that
     *     it refuses stays here
     * @param most how many to move at most; none if not positive
     * @return how many were moved
     */
    public int drainTo(Collection<? super T> target, int most) {
        return store.drain(target, most, first, take);
    }

    /**
     * Returns how many items there are at the moment.
     *
     * @return the number, 0 or more
     */
    public int size() {
        return store.size();
    }

    /**
     * Returns how many items there is room for at the moment.
     *
     * @return the number, 0 or more; {@link Integer#MAX_VALUE} less the size if there is no bound
     */
    public int remainingCapacity() {
        return store.room();
    }

    /**
     * Lets nothing more be put. Those who wait for room, and those who wait for items when there
     * are none, get their errors. Does nothing the second time.
     */
    @Override
    public void close() {
        store.close();
    }

    /**
     * Tells whether the collection is closed.
     *
     * @return true after {@link #close()}, be there items or not
     */
    public boolean isClosed() {
        return store.isClosed();
    }

    @Override
    public String toString() {
        return label;
    }
}
