package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dicts and sets whose keys or values go when nobody else holds them. */
final class WeakContainers extends PyObject {
    static final PyType VALUES = type("WeakValueDictionary", AbstractCollections.MUTABLE_MAPPING);
    static final PyType KEYS = type("WeakKeyDictionary", AbstractCollections.MUTABLE_MAPPING);
    static final PyType SET = type("WeakSet", AbstractCollections.MUTABLE_SET);

    private final PyDict entries = new PyDict();

    private WeakContainers(PyType type) {
        super(type);
    }

    private static PyType type(String name, PyType base) {
        return PyType.library(
                        name,
                        base,
                        name.equals("WeakSet") ? WeakContainers::fillSet : WeakContainers::fillDict)
                .module("weakref")
                .allocator(WeakContainers::new);
    }

    private static WeakContainers of(Object self) {
        return (WeakContainers) self;
    }

    private boolean isByValue() {
        return type().isSubtypeOf(VALUES);
    }

    private static Object weak(Object object) {
        return WeakReference.to(WeakReference.TYPE, object, None.NONE);
    }

    private void put(Object key, Object value) {
        entries.put(isByValue() ? key : weak(key), isByValue() ? weak(value) : value);
    }

    private @Nullable Object get(Object key) {
        Object found = entries.get(isByValue() ? key : weak(key));
        return found instanceof WeakReference reference && isByValue() ? reference.get() : found;
    }

    /** Returns the entries whose objects are there; the others are removed. */
    private List<PyTuple> live() {
        List<PyTuple> live = new ArrayList<>();
        List<Object> gone = new ArrayList<>();
        entries.forEach((key, value) -> {
            Object plainKey = isByValue() ? key : ((WeakReference) key).get();
            Object plainValue = isByValue() ? ((WeakReference) value).get() : value;
            if (plainKey == null || plainValue == null) {
                gone.add(key);
            } else {
                live.add(PyTuple.of(plainKey, plainValue));
            }
        });
        gone.forEach(entries::remove);
        return live;
    }

    private Object keys() {
        return Iteration.over("generator", live().stream().map(each -> each.get(0)).iterator());
    }

    private static void common(PyType type) {
        type.dict().put("__open__", true);
        type.method("__len__", 0, 0, a -> (long) of(a[0]).live().size());
        type.method("__iter__", 0, 0, a -> of(a[0]).keys());
        type.method("__contains__", 1, 1, a -> of(a[0]).get(a[1]) != null);
        type.method("__repr__", 0, 0, a -> of(a[0]).repr());
    }

    private static void fillDict(PyType type) {
        common(type);
        type.method(
                "__init__",
                "other=None, /, **kwargs",
                a ->
                        Dicts.updateByItems(
                                a[0],
                                a[1] == None.NONE ? PyTuple.EMPTY : PyTuple.of(a[1]),
                                (PyDict) a[2]));
        type.method(
                "__getitem__",
                1,
                1,
                a -> {
                    Object found = of(a[0]).get(a[1]);
                    if (found == null) {
                        throw Errors.key(a[1]);
                    }
                    return found;
                });
        type.method(
                "__setitem__",
                2,
                2,
                a -> {
                    of(a[0]).put(a[1], a[2]);
                    return None.NONE;
                });
        type.method("__delitem__", 1, 1, a -> remove(a));
        type.method("keys", 0, 0, a -> of(a[0]).keys());
        type.method(
                "values",
                0,
                0,
                a ->
                        Iteration.over(
                                "generator",
                                of(a[0]).live().stream().map(each -> each.get(1)).iterator()));
        type.method("items", 0, 0, a -> Iteration.over("generator", of(a[0]).live().iterator()));
    }

    private static Object remove(Object[] a) {
        Object key = of(a[0]).isByValue() ? a[1] : weak(a[1]);
        if (of(a[0]).entries.remove(key) == null) {
            throw Errors.key(a[1]);
        }
        return None.NONE;
    }

    private static void fillSet(PyType type) {
        common(type);
        type.method(
                "__init__",
                "data=None",
                a -> {
                    if (a[1] != None.NONE) {
                        Iteration.of(a[1]).forEachRemaining(each -> of(a[0]).put(each, true));
                    }
                    return None.NONE;
                });
        type.method(
                "add",
                1,
                1,
                a -> {
                    of(a[0]).put(a[1], true);
                    return None.NONE;
                });
        type.method(
                "discard",
                1,
                1,
                a -> {
                    of(a[0]).entries.remove(weak(a[1]));
                    return None.NONE;
                });
        type.method("remove", 1, 1, a -> remove(a));
    }

    private String repr() {
        if (type().isSubtypeOf(SET)) {
            List<String> parts = live().stream().map(each -> Text.repr(each.get(0))).toList();
            return parts.isEmpty() ? "set()" : "{" + String.join(", ", parts) + "}";
        }
        return "<%s at %s>".formatted(Types.of(this).name(), Text.address(this));
    }
}
