package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a class of the program gets by resting on {@code Sequence} or {@code MutableSequence}. */
final class SequenceMethods {
    private SequenceMethods() {}

    static void fill(PyType type) {
        type.method("__iter__", 0, 0, a -> iterator(a[0]));
        type.method("__reversed__", 0, 0, a -> reversed(a[0]));
        type.method("__contains__", 1, 1, a -> find(a[0], a[1], 0, Long.MAX_VALUE) >= 0);
        type.method("index", 1, 3, SequenceMethods::index);
        type.method(
                "count",
                1,
                1,
                a ->
                        Iteration.toList(a[0]).stream()
                                .filter(each -> Compare.same(each, a[1]))
                                .count());
    }

    static void fillMutable(PyType type) {
        type.method("append", 1, 1, a -> Calls.method(a[0], "insert", Items.length(a[0]), a[1]));
        type.method("extend", 1, 1, a -> extend(a[0], a[1]));
        type.method("clear", 0, 0, a -> clear(a[0]));
        type.method("reverse", 0, 0, a -> reverse(a[0]));
        type.method("pop", 0, 1, a -> pop(a[0], a.length > 1 ? a[1] : -1L));
        type.method("remove", 1, 1, SequenceMethods::remove);
        type.method(
                "__iadd__",
                1,
                1,
                a -> {
                    extend(a[0], a[1]);
                    return a[0];
                });
    }

    private static PyIterator iterator(Object sequence) {
        return new PyIterator("generator") {
            private long at;

            @Override
            public @Nullable Object next() {
                try {
                    return Items.get(sequence, at++);
                } catch (PyException e) {
                    if (e.is(Exceptions.INDEX_ERROR)) {
                        return null;
                    }
                    throw e;
                }
            }
        };
    }

    private static PyIterator reversed(Object sequence) {
        return new PyIterator("generator") {
            private long at = Items.length(sequence);

            @Override
            public @Nullable Object next() {
                return at > 0 ? Items.get(sequence, --at) : null;
            }
        };
    }

    private static long find(Object sequence, Object value, long from, long to) {
        PyIterator iterator = Iteration.of(sequence);
        long at = 0;
        for (Object each = iterator.next(); each != null && at < to; each = iterator.next()) {
            if (at >= from && Compare.same(each, value)) {
                return at;
            }
            at++;
        }
        return -1;
    }

    private static Object index(Object[] a) {
        long from = a.length > 2 ? bound(a[0], a[2]) : 0;
        long to = a.length > 3 ? bound(a[0], a[3]) : Long.MAX_VALUE;
        long at = find(a[0], a[1], from, to);
        if (at < 0) {
            throw Errors.of(Exceptions.VALUE_ERROR);
        }
        return at;
    }

    private static long bound(Object sequence, Object index) {
        long at = Numbers.index(index);
        return at < 0 ? Math.max(0, at + Items.length(sequence)) : at;
    }

    private static Object extend(Object sequence, Object values) {
        List<Object> all = Iteration.toList(values);
        all.forEach(each -> Calls.method(sequence, "append", each));
        return None.NONE;
    }

    private static Object clear(Object sequence) {
        while (Items.length(sequence) > 0) {
            Calls.method(sequence, "pop");
        }
        return None.NONE;
    }

    private static Object reverse(Object sequence) {
        PyList all = PyList.from(sequence);
        int size = all.size();
        for (int i = 0; i < size; i++) {
            Items.set(sequence, (long) i, all.get(size - 1L - i));
        }
        return None.NONE;
    }

    private static Object pop(Object sequence, Object index) {
        Object value = Items.get(sequence, index);
        Items.delete(sequence, index);
        return value;
    }

    private static Object remove(Object[] a) {
        Items.delete(a[0], Calls.method(a[0], "index", a[1]));
        return None.NONE;
    }
}
