package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set or frozenset. Each single operation on it is atomic.
 *
 * <p>Elements are found, and iterated over, in the order that CPython's table gives them: probing
 * of ten neighbours, then a jump that takes in higher bits of the hash; growth by four while small.
 * Programs print sets of small numbers and rely on that order without knowing.
 */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class PySet extends PyObject {
    private static final int LEAST = 8;
    private static final int NEIGHBOURS = 9;
    private static final int SHIFT = 5;
    private static final int LARGE = 50_000;
    private static final Object GONE = new Object();

    private @Nullable Object[] keys = new Object[LEAST];
    private long[] hashes = new long[LEAST];
    private int filled;
    private int live;

    /** Makes an empty set. */
    public PySet() {
        this(Types.SET);
    }

    PySet(PyType type) {
        super(type);
    }

    /** Returns a set of values. */
    public static PySet of(Object... values) {
        PySet set = new PySet();
        for (Object value : values) {
            set.add(value);
        }
        return set;
    }

    /** Returns a set of all that can be iterated over. */
    public static PySet from(Object values) {
        PySet set = new PySet();
        set.addAll(values);
        return set;
    }

    /** Tells whether it cannot be changed. */
    boolean isFrozen() {
        return type().isSubtypeOf(Types.FROZENSET);
    }

    /** Returns the number of elements. */
    public synchronized int size() {
        return live;
    }

    private int find(Object key, long hash) {
        int mask = keys.length - 1;
        long perturb = hash;
        int i = (int) (hash & mask);
        while (true) {
            int probes = i + NEIGHBOURS <= mask ? NEIGHBOURS : 0;
            for (int at = i; at <= i + probes; at++) {
                Object known = keys[at];
                if (known == null) {
                    return -1 - at;
                }
                if (known != GONE && hashes[at] == hash && Compare.same(known, key)) {
                    return at;
                }
            }
            perturb >>>= SHIFT;
            i = (int) ((i * 5L + 1 + perturb) & mask);
        }
    }

    /** Adds an element, and tells whether it is new. */
    public boolean add(Object key) {
        long hash = Hash.of(key);
        synchronized (this) {
            return put(key, hash);
        }
    }

    private boolean put(Object key, long hash) {
        int at = find(key, hash);
        if (at >= 0) {
            return false;
        }
        int free = -1 - at;
        keys[free] = key;
        hashes[free] = hash;
        filled++;
        live++;
        if (filled * 5L >= (keys.length - 1) * 3L) {
            resize(live > LARGE ? live * 2 : live * 4);
        }
        return true;
    }

    private void resize(int least) {
        int room = LEAST;
        while (room <= least) {
            room <<= 1;
        }
        @Nullable Object[] oldKeys = keys;
        long[] oldHashes = hashes;
        keys = new Object[room];
        hashes = new long[room];
        filled = live;
        for (int i = 0; i < oldKeys.length; i++) {
            Object key = oldKeys[i];
            if (key != null && key != GONE) {
                int free = freeFor(oldHashes[i]);
                keys[free] = key;
                hashes[free] = oldHashes[i];
            }
        }
    }

    private int freeFor(long hash) {
        int mask = keys.length - 1;
        long perturb = hash;
        int i = (int) (hash & mask);
        while (true) {
            int probes = i + NEIGHBOURS <= mask ? NEIGHBOURS : 0;
            for (int at = i; at <= i + probes; at++) {
                if (keys[at] == null) {
                    return at;
                }
            }
            perturb >>>= SHIFT;
            i = (int) ((i * 5L + 1 + perturb) & mask);
        }
    }

    /** Adds all that can be iterated over. */
    public void addAll(Object values) {
        if (values instanceof PySet other) {
            synchronized (this) {
                merge(other);
            }
            return;
        }
        Iteration.of(values).forEachRemaining(this::add);
    }

    private void merge(PySet other) {
        if ((filled + other.live) * 5L >= (keys.length - 1) * 3L) {
            resize((live + other.live) * 2);
        }
        for (int i = 0; i < other.keys.length; i++) {
            Object key = other.keys[i];
            if (key != null && key != GONE) {
                put(key, other.hashes[i]);
            }
        }
    }

    /** Tells whether a value is an element. */
    public boolean contains(Object value) {
        Object key = value instanceof PySet set && !set.isFrozen() ? set.frozen() : value;
        long hash = Hash.of(key);
        synchronized (this) {
            return find(key, hash) >= 0;
        }
    }

    /** Removes an element, and tells whether it was there. */
    public boolean remove(Object value) {
        long hash = Hash.of(value);
        synchronized (this) {
            int at = find(value, hash);
            if (at >= 0) {
                keys[at] = GONE;
                live--;
            }
            return at >= 0;
        }
    }

    /** Removes and returns an element, or null if there is none. */
    synchronized @Nullable Object pop() {
        for (int i = 0; i < keys.length; i++) {
            Object key = keys[i];
            if (key != null && key != GONE) {
                keys[i] = GONE;
                live--;
                return key;
            }
        }
        return null;
    }

    /** Removes all elements. */
    public synchronized void clear() {
        keys = new Object[LEAST];
        hashes = new long[LEAST];
        filled = 0;
        live = 0;
    }

    /** Returns the elements of now. */
    public synchronized Object[] snapshot() {
        List<Object> all = new ArrayList<>(live);
        for (Object key : keys) {
            if (key != null && key != GONE) {
                all.add(key);
            }
        }
        return all.toArray();
    }

    /** Returns an iterator that notices when elements come or go. */
    PyIterator iterator() {
        Object[] all = snapshot();
        return new PyIterator("set_iterator") {
            private int at;

            @Override
            public @Nullable Object next() {
                if (at < all.length && size() != all.length) {
                    throw Errors.runtime("Set changed size during iteration");
                }
                return at < all.length ? all[at++] : null;
            }
        };
    }

    /** Returns a set of the same elements that cannot be changed. */
    PySet frozen() {
        PySet copy = new PySet(Types.FROZENSET);
        copy.addAll(this);
        return copy;
    }

    /** Returns a set of the same elements and kind. */
    PySet copy() {
        PySet copy = like();
        copy.addAll(this);
        return copy;
    }

    private PySet like() {
        return new PySet(isFrozen() ? Types.FROZENSET : Types.SET);
    }

    PySet union(Object other) {
        PySet result = copy();
        result.addAll(other);
        return result;
    }

    PySet intersection(Object other) {
        PySet result = like();
        PySet fewer = other instanceof PySet set ? set : null;
        if (fewer != null && fewer.size() > size()) {
            fewer = this;
        }
        PySet more = fewer == this ? (PySet) other : this;
        Object source = fewer == null ? other : fewer;
        Iteration.toList(source).stream().filter(more::contains).forEach(result::add);
        return result;
    }

    PySet difference(Object other) {
        PySet without = other instanceof PySet set ? set : from(other);
        PySet result = like();
        for (Object key : snapshot()) {
            if (!without.contains(key)) {
                result.add(key);
            }
        }
        return result;
    }

    PySet symmetricDifference(Object other) {
        PySet result = from(other);
        PySet made = like();
        made.addAll(result);
        for (Object key : snapshot()) {
            if (!made.remove(key)) {
                made.add(key);
            }
        }
        return made;
    }

    boolean isSubset(PySet other) {
        if (size() > other.size()) {
            return false;
        }
        for (Object key : snapshot()) {
            if (!other.contains(key)) {
                return false;
            }
        }
        return true;
    }

    boolean disjoint(Object other) {
        return Iteration.toList(other).stream().noneMatch(this::contains);
    }

    /** Takes over the elements of another. */
    void assign(PySet other) {
        Object[] all = other.snapshot();
        synchronized (this) {
            clear();
            for (Object key : all) {
                put(key, Hash.of(key));
            }
        }
    }
}
