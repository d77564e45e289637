package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.text.Slice;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list. Each single operation on it is atomic. */
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
        if (!Sharing.isShared()) {
            return size;
        }
        synchronized (this) {
            return size;
        }
    }

    /** Returns the elements of now. */
    public synchronized Object[] snapshot() {
        return Arrays.copyOf(items, size);
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

    private void add(Object value) {
        if (size == items.length) {
            ensure(size + 1);
        }
        items[size++] = value;
    }

    private void ensure(int room) {
        if (room > items.length) {
            items =
                    Arrays.copyOf(
                            items, Math.max(room, Math.max(FIRST_ROOM, items.length * 3 / 2)));
        }
    }

    /** Adds the elements of something that can be iterated over. */
    public void extend(Object values) {
        if (values instanceof PyIterator || !(values instanceof PyObject)) {
            Iteration.of(values).forEachRemaining(this::append);
            return;
        }
        Object[] more = Iteration.toList(values).toArray();
        synchronized (this) {
            ensure(size + more.length);
            System.arraycopy(more, 0, items, size, more.length);
            size += more.length;
        }
    }

    /** Returns an element, or null behind the last. */
    @Nullable Object getOrNull(int index) {
        if (!Sharing.isShared()) {
            return index < size ? items[index] : null;
        }
        synchronized (this) {
            return index < size ? items[index] : null;
        }
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
        if (!Sharing.isShared()) {
            return items[at(index, "list index")];
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
            items[at(index, "list assignment index")] = value;
        }
    }

    /** Removes an element by an index that may count from the end. */
    public synchronized void delete(long index) {
        remove(at(index, "list assignment index"));
    }

    private Object remove(int at) {
        Object removed = items[at];
        System.arraycopy(items, at + 1, items, at, size - at - 1);
        items[--size] = dev.polyloom.python.runtime.None.NONE;
        return removed;
    }

    /** Removes and returns an element. */
    public synchronized Object pop(long index) {
        if (size == 0) {
            throw Errors.index("pop from empty list");
        }
        return remove(at(index, "pop index"));
    }

    /** Puts an element before another. */
    public synchronized void insert(long index, Object value) {
        long from = index < 0 ? Math.max(0, index + size) : Math.min(index, size);
        int at = (int) from;
        ensure(size + 1);
        System.arraycopy(items, at, items, at + 1, size - at);
        items[at] = value;
        size++;
    }

    /** Removes all elements. */
    public synchronized void clear() {
        items = new Object[FIRST_ROOM];
        size = 0;
    }

    /** Reverses the order. */
    public synchronized void reverse() {
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            Object kept = items[i];
            items[i] = items[j];
            items[j] = kept;
        }
    }

    /** Replaces all elements. */
    synchronized void replace(Object[] values) {
        items = values;
        size = values.length;
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
            for (int i = 0; i < more.length; i++) {
                items[slice.index(i)] = more[i];
            }
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
