package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Forkable;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code collections.deque}: values in a ring, which grows and shrinks at both ends. Each single
 * operation is atomic.
 */
final class Deque extends PyObject implements Forkable {
    static final PyType TYPE =
            PyType.library("deque", Types.OBJECT, DequeType::fill)
                    .module("collections")
                    .allocator(Deque::new);
    private static final int FIRST_ROOM = 8;

    private Object[] ring = new Object[FIRST_ROOM];
    private int head;
    private int size;
    private long most = -1;
    private int changes;

    Deque(PyType type) {
        super(type);
    }

    static Deque of(Iterable<?> values, long most) {
        Deque made = new Deque(TYPE);
        made.most = most;
        values.forEach(made::append);
        return made;
    }

    void limit(Object value) {
        if (value == None.NONE) {
            most = -1;
            return;
        }
        if (!Numbers.isInt(value)) {
            throw Errors.type("an integer is required");
        }
        most = Numbers.index(value);
        if (most < 0) {
            throw Errors.value("maxlen must be non-negative");
        }
    }

    long most() {
        return most;
    }

    synchronized int size() {
        return size;
    }

    synchronized Object[] snapshot() {
        Object[] all = new Object[size];
        for (int i = 0; i < size; i++) {
            all[i] = ring[place(i)];
        }
        return all;
    }

    @Override
    public Object fork(Realm.Copier copier) {
        Deque made = new Deque(type());
        copier.note(this, made);
        made.most = most;
        for (Object each : snapshot()) {
            made.append(copier.copy(each));
        }
        return made;
    }

    private int place(int index) {
        return (head + index) & (ring.length - 1);
    }

    private void grow() {
        if (size == ring.length) {
            Object[] all = snapshot();
            ring = new Object[size * 2];
            System.arraycopy(all, 0, ring, 0, size);
            head = 0;
        }
    }

    synchronized void append(Object value) {
        if (most == 0) {
            return;
        }
        if (size == most) {
            removeFirst();
        }
        grow();
        ring[place(size++)] = value;
        changes++;
    }

    synchronized void appendLeft(Object value) {
        if (most == 0) {
            return;
        }
        if (size == most) {
            removeLast();
        }
        grow();
        head = place(-1);
        ring[head] = value;
        size++;
        changes++;
    }

    synchronized Object pop() {
        if (size == 0) {
            throw Errors.index("pop from an empty deque");
        }
        return removeLast();
    }

    synchronized Object popLeft() {
        if (size == 0) {
            throw Errors.index("pop from an empty deque");
        }
        return removeFirst();
    }

    private Object removeFirst() {
        Object value = ring[head];
        ring[head] = None.NONE;
        head = place(1);
        size--;
        changes++;
        return value;
    }

    private Object removeLast() {
        int at = place(--size);
        Object value = ring[at];
        ring[at] = None.NONE;
        changes++;
        return value;
    }

    void extend(Object values) {
        Iteration.toList(values == this ? PyList.of(snapshot()) : values).forEach(this::append);
    }

    void extendLeft(Object values) {
        Iteration.toList(values == this ? PyList.of(snapshot()) : values).forEach(this::appendLeft);
    }

    synchronized void replace(List<?> values) {
        ring = new Object[FIRST_ROOM];
        head = 0;
        size = 0;
        values.forEach(this::append);
        changes++;
    }

    synchronized void rotate(long steps) {
        if (size > 1) {
            Object[] all = snapshot();
            int by = (int) Math.floorMod(steps, (long) size);
            for (int i = 0; i < size; i++) {
                ring[place((i + by) % size)] = all[i];
            }
            changes++;
        }
    }

    private int at(Object key) {
        if (!Numbers.isInt(key) && Types.of(key).lookup("__index__") == null) {
            throw Errors.type(
                    "sequence index must be integer, not '%s'".formatted(Types.of(key).name()));
        }
        long index = Numbers.index(key);
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw Errors.index("deque index out of range");
        }
        return (int) at;
    }

    synchronized Object get(Object key) {
        return ring[place(at(key))];
    }

    synchronized void set(Object key, Object value) {
        ring[place(at(key))] = value;
    }

    synchronized void delete(Object key) {
        remove(at(key));
    }

    private void remove(int index) {
        List<Object> all = new java.util.ArrayList<>(List.of(snapshot()));
        all.remove(index);
        replace(all);
    }

    synchronized void insert(long index, Object value) {
        if (size == most) {
            throw Errors.index("deque already at its maximum size");
        }
        long at = index < 0 ? Math.max(0, index + size) : Math.min(index, size);
        List<Object> all = new java.util.ArrayList<>(List.of(snapshot()));
        all.add((int) at, value);
        replace(all);
    }

    synchronized void removeValue(Object value) {
        int at = indexOf(value, 0, size);
        if (at < 0) {
            throw Errors.value(Text.repr(value) + " is not in deque");
        }
        remove(at);
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

    PyTuple tuple() {
        return PyTuple.of(snapshot());
    }

    /** Returns an iterator that notices when values come or go. */
    PyIterator iterator(boolean backwards) {
        int before = changes;
        return new PyIterator("_collections._deque_iterator") {
            private int at;

            @Override
            public @Nullable Object next() {
                synchronized (Deque.this) {
                    if (before != changes) {
                        throw Errors.runtime("deque mutated during iteration");
                    }
                    if (at >= size) {
                        return null;
                    }
                    int index = backwards ? size - 1 - at : at;
                    at++;
                    return ring[place(index)];
                }
            }
        };
    }
}
