package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.platform.Platform;
import dev.polyloom.python.runtime.text.Slice;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list. Each single operation on it is atomic.
 *
 * <p>Operations that change it take its lock, once there are threads to share it with. Reads take
 * none: slots without an element are null, elements are put behind a fence, and those that move go
 * to a new array. So what a reader finds in a slot was at that place while it looked; one that
 * finds nothing looks again under the lock.
 */
public final class PyList extends PyObject {
    private static final int FIRST_ROOM = 8;

    private Object[] items;
    private int size;

    /** Makes a list without elements. */
    public PyList() {
        this(Types.LIST);
    }

    PyList(PyType type) {
        super(type);
        items = new Object[FIRST_ROOM];
    }

    private PyList(Object[] items) {
        super(Types.LIST);
        this.items = items;
        this.size = items.length;
    }

    /** Returns a list of values; the array becomes part of it. */
    public static PyList of(Object... items) {
        return new PyList(items);
    }

    /** Returns a list of the elements of another. */
    public static PyList copyOf(List<?> values) {
        return new PyList(values.toArray());
    }

    /** Returns a list of all that can be iterated over. */
    public static PyList from(Object values) {
        return new PyList(Iteration.toList(values).toArray());
    }

    /** Returns the number of elements. */
    public int size() {
        int count = size;
        Platform.acquireFence();
        return count;
    }

    /** Returns the elements of now. */
    public synchronized Object[] snapshot() {
        return Arrays.copyOf(items, size);
    }

    /** Tells whether there is no room for more, as in a list that was written out. */
    boolean isFull() {
        return size == items.length;
    }

    /** Adds an element at the end. */
    public void append(Object value) {
        if (!Sharing.isShared()) {
            add(value);
            return;
        }
        synchronized (this) {
            add(value);
        }
    }

    /** Adds an element at the end of a list that no other thread knows yet. */
    public void add(Object value) {
        if (size == items.length) {
            place(Arrays.copyOf(items, room(1)), size);
        }
        Platform.releaseFence();
        items[size++] = value;
    }

    /** Returns the length of an array for so many more elements. */
    private int room(int more) {
        int wanted = size + more;
        return wanted <= items.length
                ? items.length
                : Math.max(wanted, Math.max(FIRST_ROOM, items.length * 3 / 2));
    }

    private void place(Object[] all, int count) {
        Platform.releaseFence();
        items = all;
        size = count;
    }

    /** Adds the elements of something that can be iterated over. */
    public void extend(Object values) {
        if (values instanceof PyIterator || !(values instanceof PyObject)) {
            Iteration.of(values).forEachRemaining(this::append);
            return;
        }
        Object[] more = Iteration.toList(values).toArray();
        synchronized (this) {
            int room = room(more.length);
            Object[] all = room > items.length ? Arrays.copyOf(items, room) : items;
            Platform.releaseFence();
            System.arraycopy(more, 0, all, size, more.length);
            place(all, size + more.length);
        }
    }

    /** Returns an element, or null behind the last. */
    @Nullable Object getOrNull(int index) {
        Object found = peek(index);
        if (found != null) {
            return found;
        }
        synchronized (this) {
            return index < size ? items[index] : null;
        }
    }

    private @Nullable Object peek(long index) {
        Object[] all = items;
        Object found = index >= 0 && index < all.length ? all[(int) index] : null;
        Platform.acquireFence();
        return found;
    }

    private int at(long index, String what) {
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw Errors.index(what + " out of range");
        }
        return (int) at;
    }

    /** Returns an element by an index that may count from the end. */
    public Object get(long index) {
        Object found = peek(index);
        if (found != null) {
            return found;
        }
        synchronized (this) {
            return items[at(index, "list index")];
        }
    }

    /** Sets an element by an index that may count from the end. */
    public void set(long index, Object value) {
        if (!Sharing.isShared()) {
            items[at(index, "list assignment index")] = value;
            return;
        }
        synchronized (this) {
            int at = at(index, "list assignment index");
            Platform.releaseFence();
            items[at] = value;
        }
    }

    /** Applies an operator to an element if that is a number, and tells whether it is. */
    boolean update(long index, Binary operator, Object right) {
        if (!Sharing.isShared()) {
            return updated(index, operator, right);
        }
        synchronized (this) {
            return updated(index, operator, right);
        }
    }

    private boolean updated(long index, Binary operator, Object right) {
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size || !Updates.isNumber(items[(int) at])) {
            return false;
        }
        Object made = Updates.augmented(operator, items[(int) at], right);
        Platform.releaseFence();
        items[(int) at] = made;
        return true;
    }

    /** Removes an element by an index that may count from the end. */
    public synchronized void delete(long index) {
        remove(at(index, "list assignment index"));
    }

    private Object remove(int at) {
        Object removed = items[at];
        if (at == size - 1) {
            vacate(items, --size);
        } else {
            Object[] rest = movable();
            System.arraycopy(rest, at + 1, rest, at, size - at - 1);
            vacate(rest, size - 1);
            place(rest, size - 1);
        }
        return removed;
    }

    @SuppressWarnings("NullAway") // null is no element
    private static void vacate(Object[] all, int at) {
        all[at] = null;
    }

    /** Returns the elements in an array in which they may be moved. */
    private Object[] movable() {
        return Sharing.isShared() ? items.clone() : items;
    }

    /** Removes and returns an element. */
    public Object pop(long index) {
        if (!Sharing.isShared()) {
            return take(index);
        }
        synchronized (this) {
            return take(index);
        }
    }

    private Object take(long index) {
        if (size == 0) {
            throw Errors.index("pop from empty list");
        }
        return remove(at(index, "pop index"));
    }

    /** Puts an element before another. */
    public synchronized void insert(long index, Object value) {
        long from = index < 0 ? Math.max(0, index + size) : Math.min(index, size);
        int at = (int) from;
        Object[] all = room(1) > items.length ? Arrays.copyOf(items, room(1)) : movable();
        System.arraycopy(all, at, all, at + 1, size - at);
        all[at] = value;
        place(all, size + 1);
    }

    /** Removes all elements. */
    public synchronized void clear() {
        place(new Object[FIRST_ROOM], 0);
    }

    /** Reverses the order. */
    public synchronized void reverse() {
        Object[] all = movable();
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            Object kept = all[i];
            all[i] = all[j];
            all[j] = kept;
        }
        place(all, size);
    }

    /** Replaces all elements. */
    synchronized void replace(Object[] values) {
        place(values, values.length);
    }

    synchronized PyList slice(PySlice slice) {
        return new PyList(PyTuple.pick(items, size, slice.over(size)));
    }

    void setSlice(PySlice bounds, Object values) {
        Object[] more = Iteration.toList(values).toArray();
        synchronized (this) {
            Slice slice = bounds.over(size);
            if (slice.step() == 1) {
                int to = Math.max(slice.start(), slice.stop());
                Object[] all = new Object[size - (to - slice.start()) + more.length];
                System.arraycopy(items, 0, all, 0, slice.start());
                System.arraycopy(more, 0, all, slice.start(), more.length);
                System.arraycopy(items, to, all, slice.start() + more.length, size - to);
                replace(all);
                return;
            }
            if (more.length != slice.count()) {
                throw Errors.value(
                        "attempt to assign sequence of size %d to extended slice of size %d"
                                .formatted(more.length, slice.count()));
            }
            Object[] all = movable();
            for (int i = 0; i < more.length; i++) {
                all[slice.index(i)] = more[i];
            }
            place(all, size);
        }
    }

    synchronized void deleteSlice(PySlice bounds) {
        Slice slice = bounds.over(size);
        boolean[] gone = new boolean[size];
        for (int i = 0; i < slice.count(); i++) {
            gone[slice.index(i)] = true;
        }
        Object[] rest = new Object[size - slice.count()];
        int at = 0;
        for (int i = 0; i < size; i++) {
            if (!gone[i]) {
                rest[at++] = items[i];
            }
        }
        replace(rest);
    }

    PyList plus(PyList other) {
        Object[] first = snapshot();
        Object[] second = other.snapshot();
        Object[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return new PyList(all);
    }

    PyList times(long count) {
        Object[] all = snapshot();
        return new PyList(PyTuple.repeat(all, all.length, count));
    }

    /** Returns the index of the first element that equals a value, or -1. */
    int indexOf(Object value, int from, int to) {
        Object[] all = snapshot();
        for (int i = from; i < Math.min(to, all.length); i++) {
            if (Compare.same(all[i], value)) {
                return i;
            }
        }
        return -1;
    }
}
