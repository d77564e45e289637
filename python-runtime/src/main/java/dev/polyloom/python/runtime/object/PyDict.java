package dev.polyloom.python.runtime.object;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A dict, in the order of insertion. Each single operation on it is atomic.
 *
 * <p>Entries lie in arrays in their order; an index of open addressing leads to them. Within one
 * {@code Table} the key of an entry never changes, so a reader that finds its key needs no lock;
 * only one that finds nothing looks again under it. A table that is full is replaced, without the
 * entries that were deleted.
 */
public class PyDict extends PyObject {
    private static final int FIRST_ROOM = 8;

    private volatile Table table = new Table(FIRST_ROOM);
    private int live;

    private static final class Table {
        final int[] index;
        final long[] hashes;
        final @Nullable Object[] keys;
        final @Nullable Object[] values;
        int used;
        int first;
        int last;

        Table(int room) {
            index = new int[room * 2];
            hashes = new long[room];
            keys = new Object[room];
            values = new Object[room];
        }

        int find(Object key, long hash) {
            int mask = index.length - 1;
            for (int i = spread(hash) & mask; ; i = (i + 1) & mask) {
                int at = index[i] - 1;
                if (at < 0) {
                    return -1;
                }
                Object known = keys[at];
                if (hashes[at] == hash && known != null && Compare.same(known, key)) {
                    return at;
                }
            }
        }

        void add(Object key, long hash, Object value) {
            int mask = index.length - 1;
            int i = spread(hash) & mask;
            while (index[i] != 0) {
                i = (i + 1) & mask;
            }
            hashes[used] = hash;
            keys[used] = key;
            values[used] = value;
            used++;
            last = used;
            index[i] = used;
        }

        /** Forgets an entry; {@code first} and {@code last} stay at the ends of those that live. */
        void clear(int at) {
            values[at] = null;
            keys[at] = null;
            while (first < last && keys[first] == null) {
                first++;
            }
            while (last > first && keys[last - 1] == null) {
                last--;
            }
            if (first == last) {
                first = used;
                last = used;
            }
        }

        private static int spread(long hash) {
            int folded = Long.hashCode(hash * 0x9E3779B97F4A7C15L);
            return folded ^ (folded >>> 15);
        }
    }

    /** Makes a dict without entries. */
    public PyDict() {
        this(Types.DICT);
    }

    /** Makes an empty one of a type that rests on that of dicts. */
    public PyDict(PyType type) {
        super(type);
    }

    /** Returns a dict of keys and values in turn. */
    public static PyDict of(Object... pairs) {
        PyDict dict = new PyDict();
        for (int i = 0; i < pairs.length; i += 2) {
            dict.put(pairs[i], pairs[i + 1]);
        }
        return dict;
    }

    /** Returns the number of entries. */
    public int size() {
        if (!Sharing.isShared()) {
            return live;
        }
        synchronized (this) {
            return live;
        }
    }

    /** Returns the value of a key, or null. */
    public @Nullable Object get(Object key) {
        long hash = Hash.of(key);
        Table now = table;
        int at = now.find(key, hash);
        if (at >= 0) {
            Object value = now.values[at];
            if (value != null) {
                return value;
            }
        }
        if (!Sharing.isShared()) {
            return null;
        }
        synchronized (this) {
            at = table.find(key, hash);
            return at < 0 ? null : table.values[at];
        }
    }

    /** Sets the value of a key, and returns the one before, or null. */
    public @Nullable Object put(Object key, Object value) {
        long hash = Hash.of(key);
        if (!Sharing.isShared()) {
            return put(key, hash, value);
        }
        synchronized (this) {
            return put(key, hash, value);
        }
    }

    /** Applies an operator to the value of a key if that is a number, and tells whether it is. */
    boolean update(Object key, Binary operator, Object right) {
        long hash = Hash.of(key);
        if (!Sharing.isShared()) {
            return update(key, hash, operator, right);
        }
        synchronized (this) {
            return update(key, hash, operator, right);
        }
    }

    private boolean update(Object key, long hash, Binary operator, Object right) {
        Table now = table;
        int at = now.find(key, hash);
        Object old = at < 0 ? null : now.values[at];
        if (old == null || !Updates.isNumber(old)) {
            return false;
        }
        now.values[at] = Updates.augmented(operator, old, right);
        return true;
    }

    private @Nullable Object put(Object key, long hash, Object value) {
        Table now = table;
        int at = now.find(key, hash);
        if (at >= 0) {
            Object before = now.values[at];
            now.values[at] = value;
            return before;
        }
        insert(key, hash, value);
        return null;
    }

    private void insert(Object key, long hash, Object value) {
        if (table.used == table.keys.length) {
            int room = FIRST_ROOM;
            while (room < live * 2 + 2) {
                room *= 2;
            }
            table = copy(room);
        }
        table.add(key, hash, value);
        live++;
    }

    private Table copy(int room) {
        Table next = new Table(room);
        for (int i = 0; i < table.used; i++) {
            Object key = table.keys[i];
            Object value = table.values[i];
            if (key != null && value != null) {
                next.add(key, table.hashes[i], value);
            }
        }
        return next;
    }

    /** Sets the value of a key that has none, and returns the value that it has then. */
    public Object putIfAbsent(Object key, Object value) {
        long hash = Hash.of(key);
        synchronized (this) {
            int at = table.find(key, hash);
            Object known = at < 0 ? null : table.values[at];
            if (known != null) {
                return known;
            }
            insert(key, hash, value);
            return value;
        }
    }

    /** Removes a key, and returns its value, or null. */
    public @Nullable Object remove(Object key) {
        long hash = Hash.of(key);
        synchronized (this) {
            int at = table.find(key, hash);
            return at < 0 ? null : removeAt(at);
        }
    }

    private @Nullable Object removeAt(int at) {
        Object value = table.values[at];
        table.clear(at);
        live--;
        return value;
    }

    /** Removes the last entry and returns its key and value, or null if there is none. */
    public synchronized @Nullable PyTuple removeLast() {
        return removeEnd(table.last - 1);
    }

    /** Removes the first entry and returns its key and value, or null if there is none. */
    public synchronized @Nullable PyTuple removeFirst() {
        return removeEnd(table.first);
    }

    private @Nullable PyTuple removeEnd(int at) {
        Object key = live == 0 ? null : table.keys[at];
        Object value = key == null ? null : removeAt(at);
        return key == null || value == null ? null : PyTuple.of(key, value);
    }

    /** Removes all entries. */
    public synchronized void clear() {
        table = new Table(FIRST_ROOM);
        live = 0;
    }

    /** Returns the keys of now. */
    public synchronized Object[] keys() {
        Object[] keys = new Object[live];
        int at = 0;
        for (int i = 0; i < table.used; i++) {
            Object key = table.keys[i];
            if (key != null) {
                keys[at++] = key;
            }
        }
        return keys;
    }

    /** Calls something for each entry of now, in order. */
    public void forEach(BiConsumer<Object, Object> action) {
        Table now;
        int end;
        synchronized (this) {
            now = table;
            end = now.used;
        }
        for (int i = now.first; i < end; i++) {
            Object key = now.keys[i];
            Object value = now.values[i];
            if (key != null && value != null) {
                action.accept(key, value);
            }
        }
    }

    /** Adds the entries of another. */
    public void putAll(PyDict other) {
        other.forEach(this::put);
    }

    /** Adds entries from a mapping, or from something with pairs. */
    public void update(Object other) {
        if (other instanceof PyDict dict) {
            putAll(dict);
        } else if (Types.of(other).lookup("keys") != null) {
            Iteration.of(Calls.method(other, "keys"))
                    .forEachRemaining(key -> put(key, Items.get(other, key)));
        } else {
            int[] count = {0};
            Iteration.of(other).forEachRemaining(pair -> pair(pair, count[0]++));
        }
    }

    private void pair(Object pair, int index) {
        if (!Iteration.isIterable(pair)) {
            throw Errors.type(
                    "cannot convert dictionary update sequence element #%d to a sequence"
                            .formatted(index));
        }
        PyTuple both = PyTuple.from(pair);
        if (both.size() != 2) {
            throw Errors.value(
                    "dictionary update sequence element #%d has length %d; 2 is required"
                            .formatted(index, both.size()));
        }
        put(both.get(0), both.get(1));
    }

    /** Returns a dict with the same entries. */
    public PyDict copy() {
        PyDict copy = new PyDict();
        copy.putAll(this);
        return copy;
    }

    /** Adds an entry and returns this. */
    public PyDict with(Object key, Object value) {
        put(key, value);
        return this;
    }

    /** Adds the entries of a mapping and returns this. */
    public PyDict withAll(Object mapping) {
        if (!(mapping instanceof PyDict) && Types.of(mapping).lookup("keys") == null) {
            throw Errors.type("'%s' object is not a mapping".formatted(Types.of(mapping).name()));
        }
        update(mapping);
        return this;
    }

    /** What iterates over it. */
    enum Part {
        KEYS,
        VALUES,
        ITEMS
    }

    /** Returns an iterator that notices when keys come or go. */
    PyIterator iterator(Part part) {
        int expected = size();
        String kind =
                switch (part) {
                    case KEYS -> "dict_keyiterator";
                    case VALUES -> "dict_valueiterator";
                    case ITEMS -> "dict_itemiterator";
                };
        return new PyIterator(kind) {
            private int at;
            private int given;

            @Override
            public @Nullable Object next() {
                if (expected != live) {
                    throw Errors.runtime("dictionary changed size during iteration");
                }
                Table now = table;
                at = Math.max(at, now.first);
                while (at < now.used) {
                    Object key = now.keys[at];
                    Object value = now.values[at++];
                    if (key != null && value != null) {
                        if (given++ == expected) {
                            throw Errors.runtime("dictionary keys changed during iteration");
                        }
                        return switch (part) {
                            case KEYS -> key;
                            case VALUES -> value;
                            case ITEMS -> PyTuple.of(key, value);
                        };
                    }
                }
                return null;
            }
        };
    }

    /** Returns the keys from the last to the first. */
    PyIterator reversed() {
        Object[] keys = keys();
        java.util.Collections.reverse(Arrays.asList(keys));
        return Iteration.over(keys);
    }

    /** Moves a key to an end, and tells whether it was there. */
    public synchronized boolean move(Object key, boolean last) {
        Object value = remove(key);
        if (value == null) {
            return false;
        }
        if (last) {
            put(key, value);
            return true;
        }
        PyDict rest = copy();
        clear();
        put(key, value);
        putAll(rest);
        return true;
    }
}
