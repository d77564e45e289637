package dev.polyloom.threading;

import dev.polyloom.threading.backend.CoreCondition;
import dev.polyloom.threading.backend.CoreLock;
import dev.polyloom.threading.backend.Platform;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all shared collections have in common: a lock, a bound, and the waits for room and for
 * items. In which order items are kept is up to who gives the functions that put and take them,
 * which are called with the lock held.
 */
final class Store<T> {
    private final CoreLock lock = Platform.backend().newLock();
    private final CoreCondition room = lock.newCondition();
    private final CoreCondition items = lock.newCondition();
    private final String label;
    private final int capacity;
    private int size;
    private boolean closed;

    Store(String label, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "%s has room for 1 item or more, not %d".formatted(label, capacity));
        }
        this.label = label;
        this.capacity = capacity;
    }

    /** Puts an item; returns false if there is no room in time. */
    boolean put(T item, Consumer<? super T> how, long nanos) throws InterruptedException {
        Objects.requireNonNull(item, "item");
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (size == capacity && !closed) {
                if (left <= 0) {
                    return false;
                }
                left = room.awaitNanos(left);
            }
            insert(item, how);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Puts an item; returns false if there is no room. */
    boolean putNow(T item, Consumer<? super T> how) {
        Objects.requireNonNull(item, "item");
        lock.lock();
        try {
            if (size == capacity && !closed) {
                return false;
            }
            insert(item, how);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void insert(T item, Consumer<? super T> how) {
        if (closed) {
            throw new SendException("%s is closed, and takes no more".formatted(label), null);
        }
        boolean inserted = false;
        try {
            how.accept(item);
            inserted = true;
        } finally {
            // the room that a failure leaves is for another
            (inserted ? items : room).signal();
        }
        size++;
    }

    /** Takes an item; returns null if there is none in time. */
    @Nullable T take(Supplier<@Nullable T> how, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (size == 0 && !closed) {
                if (left <= 0) {
                    return null;
                }
                left = items.awaitNanos(left);
            }
            return remove(how);
        } finally {
            lock.unlock();
        }
    }

    /** Takes an item; returns null if there is none. */
    @Nullable T takeNow(Supplier<@Nullable T> how) {
        lock.lock();
        try {
            return size == 0 && !closed ? null : remove(how);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable T remove(Supplier<@Nullable T> how) {
        if (size == 0) {
            throw new ReceiveException("%s is closed and empty".formatted(label), null);
        }
        T item = how.get();
        size--;
        room.signal();
        return item;
    }

    /** Looks at an item, or at null if there is none. */
    @Nullable T look(Supplier<@Nullable T> how) {
        lock.lock();
        try {
            return how.get();
        } finally {
            lock.unlock();
        }
    }

    /** Moves items elsewhere, each only once it has arrived there; returns how many. */
    int drain(
            Collection<? super T> target,
            int most,
            Supplier<@Nullable T> first,
            Supplier<@Nullable T> how) {
        Objects.requireNonNull(target, "target");
        lock.lock();
        try {
            int moved = 0;
            while (moved < most && size > 0) {
                target.add(Objects.requireNonNull(first.get()));
                T _ = remove(how);
                moved++;
            }
            return moved;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            room.signalAll();
            items.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    int room() {
        return capacity - size();
    }
}
