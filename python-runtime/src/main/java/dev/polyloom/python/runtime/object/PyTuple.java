package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.text.Slice;
import java.util.Arrays;
import java.util.List;

/** A tuple. */
public final class PyTuple extends PyObject {
    /** The tuple without elements. */
    public static final PyTuple EMPTY = new PyTuple(Types.TUPLE);

    private final Object[] items;

    private PyTuple(PyType type, Object... items) {
        super(type);
        this.items = items;
    }

    /** Returns a tuple of values. */
    public static PyTuple of(Object... items) {
        return items.length == 0 ? EMPTY : new PyTuple(Types.TUPLE, items);
    }

    /** Returns a tuple of a type that rests on that of tuples. */
    public static PyTuple of(PyType type, Object... items) {
        return new PyTuple(type, items);
    }

    /** Returns a tuple of all that can be iterated over. */
    public static PyTuple from(Object values) {
        if (values instanceof PyTuple tuple && tuple.type() == Types.TUPLE) {
            return tuple;
        }
        return of(Iteration.toList(values).toArray());
    }

    /** Returns the number of elements. */
    public int size() {
        return items.length;
    }

    /** Returns an element. */
    public Object get(int index) {
        return items[index];
    }

    /** Returns the elements; they cannot be changed. */
    public List<Object> asList() {
        return java.util.Collections.unmodifiableList(Arrays.asList(items));
    }

    /** Returns the elements as they are kept; they must not be changed. */
    public Object[] array() {
        return items;
    }

    /** Returns an element by an index that may count from the end. */
    Object item(long index) {
        long at = index < 0 ? index + items.length : index;
        if (at < 0 || at >= items.length) {
            throw Errors.index("tuple index out of range");
        }
        return items[(int) at];
    }

    /** Returns the elements between two indexes. */
    public PyTuple slice(int from, int to) {
        return of(Arrays.copyOfRange(items, from, to));
    }

    PyTuple slice(PySlice slice) {
        return of(pick(items, items.length, slice.over(items.length)));
    }

    static Object[] pick(Object[] items, int size, Slice slice) {
        Object[] picked = new Object[slice.count()];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = items[slice.index(i)];
        }
        return picked;
    }

    PyTuple plus(PyTuple other) {
        Object[] all = Arrays.copyOf(items, items.length + other.items.length);
        System.arraycopy(other.items, 0, all, items.length, other.items.length);
        return of(all);
    }

    /** Returns the elements so many times over. */
    public PyTuple times(long count) {
        return of(repeat(items, items.length, count));
    }

    static Object[] repeat(Object[] items, int size, long count) {
        long length = Math.max(0, count) * size;
        if (length > Integer.MAX_VALUE - 8) {
            throw Errors.of(Exceptions.MEMORY_ERROR);
        }
        Object[] all = new Object[(int) length];
        if (size == 1) {
            Arrays.fill(all, items[0]);
            return all;
        }
        for (int at = 0; at < all.length; at += size) {
            System.arraycopy(items, 0, all, at, size);
        }
        return all;
    }
}
