package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;
import org.jspecify.annotations.Nullable;

/** What a class of the program gets by resting on {@code Mapping} or {@code MutableMapping}. */
final class MappingMethods {
    private MappingMethods() {}

    static void fill(PyType type) {
        type.method("__contains__", 1, 1, a -> find(a[0], a[1]) != null);
        type.method("get", "key, default=None", MappingMethods::get);
        type.method("keys", 0, 0, a -> Calls.call(AbstractCollections.KEYS_VIEW, a[0]));
        type.method("items", 0, 0, a -> Calls.call(AbstractCollections.ITEMS_VIEW, a[0]));
        type.method("values", 0, 0, a -> Calls.call(AbstractCollections.VALUES_VIEW, a[0]));
        type.method("__eq__", 1, 1, MappingMethods::equal);
        type.dict().put("__hash__", None.NONE);
    }

    static void fillMutable(PyType type) {
        type.method("pop", 1, 2, MappingMethods::pop);
        type.method("popitem", 0, 0, a -> popItem(a[0]));
        type.method("clear", 0, 0, a -> clear(a[0]));
        type.method(
                "update",
                "other=None, /, **kwds",
                a ->
                        Dicts.updateByItems(
                                a[0],
                                a[1] == None.NONE ? PyTuple.EMPTY : PyTuple.of(a[1]),
                                (PyDict) a[2]));
        type.method("setdefault", "key, default=None", MappingMethods::setDefault);
    }

    private static @Nullable Object find(Object mapping, Object key) {
        try {
            return Items.get(mapping, key);
        } catch (PyException e) {
            if (e.is(Exceptions.KEY_ERROR)) {
                return null;
            }
            throw e;
        }
    }

    private static Object get(Object[] a) {
        Object found = find(a[0], a[1]);
        return found == null ? a[2] : found;
    }

    private static PyDict plain(Object mapping) {
        PyDict dict = new PyDict();
        Iteration.of(mapping).forEachRemaining(key -> dict.put(key, Items.get(mapping, key)));
        return dict;
    }

    private static Object equal(Object[] a) {
        return Types.isInstance(a[1], AbstractCollections.MAPPING)
                ? (Object) Compare.eq(plain(a[0]), plain(a[1]))
                : Types.NOT_IMPLEMENTED;
    }

    private static Object pop(Object[] a) {
        Object found = find(a[0], a[1]);
        if (found == null) {
            if (a.length > 2) {
                return a[2];
            }
            throw Errors.key(a[1]);
        }
        Items.delete(a[0], a[1]);
        return found;
    }

    private static Object popItem(Object mapping) {
        PyIterator keys = Iteration.of(mapping);
        Object key = keys.next();
        if (key == null) {
            throw Errors.of(Exceptions.KEY_ERROR);
        }
        Object value = Items.get(mapping, key);
        Items.delete(mapping, key);
        return PyTuple.of(key, value);
    }

    private static Object clear(Object mapping) {
        while (Items.length(mapping) > 0) {
            Calls.method(mapping, "popitem");
        }
        return None.NONE;
    }

    private static Object setDefault(Object[] a) {
        Object found = find(a[0], a[1]);
        if (found == null) {
            Items.set(a[0], a[1], a[2]);
            return a[2];
        }
        return found;
    }
}
