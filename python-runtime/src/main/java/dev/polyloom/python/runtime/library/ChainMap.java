package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** {@code collections.ChainMap}: several mappings that are searched one after the other. */
final class ChainMap extends PyObject {
    static final PyType TYPE =
            PyType.library("ChainMap", AbstractCollections.MUTABLE_MAPPING, ChainMap::fill)
                    .module("collections")
                    .allocator(ChainMap::new);

    private PyList maps = PyList.of(new PyDict());

    private ChainMap(PyType type) {
        super(type);
    }

    private static ChainMap of(Object self) {
        return (ChainMap) self;
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method("__init__", "*maps", a -> of(a[0]).init((PyTuple) a[1]));
        type.getter("maps", self -> of(self).maps, (self, v) -> of(self).maps = (PyList) v);
        type.getter("parents", self -> of(self).parents());
        type.method("new_child", "m=None, **kwargs", ChainMap::newChild);
        type.method("__getitem__", 1, 1, a -> of(a[0]).get(a[1]));
        type.method("get", "key, default=None", a -> of(a[0]).has(a[1]) ? get(a) : a[2]);
        type.method("__contains__", 1, 1, a -> of(a[0]).has(a[1]));
        type.method("__len__", 0, 0, a -> (long) of(a[0]).merged().size());
        type.method("__bool__", 0, 0, a -> of(a[0]).merged().size() > 0);
        type.method("__iter__", 0, 0, a -> Iteration.of(of(a[0]).merged()));
        type.method("__repr__", 0, 0, a -> of(a[0]).repr());
        type.method("copy", 0, 0, a -> of(a[0]).twin());
        type.method("__copy__", 0, 0, a -> of(a[0]).twin());
        changes(type);
    }

    private static void changes(PyType type) {
        type.method(
                "__setitem__",
                2,
                2,
                a -> {
                    Items.set(of(a[0]).first(), a[1], a[2]);
                    return None.NONE;
                });
        type.method(
                "__delitem__",
                1,
                1,
                a ->
                        inFirst(
                                () -> {
                                    Items.delete(of(a[0]).first(), a[1]);
                                    return None.NONE;
                                },
                                "Key not found in the first mapping: " + Text.repr(a[1])));
        type.method(
                "pop",
                1,
                2,
                a ->
                        inFirst(
                                () ->
                                        Calls.method(
                                                of(a[0]).first(),
                                                "pop",
                                                java.util.Arrays.copyOfRange(a, 1, a.length)),
                                "Key not found in the first mapping: " + Text.repr(a[1])));
        type.method(
                "popitem",
                0,
                0,
                a ->
                        inFirst(
                                () -> Calls.method(of(a[0]).first(), "popitem"),
                                "No keys found in the first mapping."));
        type.method("clear", 0, 0, a -> Calls.method(of(a[0]).first(), "clear"));
    }

    private static Object get(Object[] a) {
        return Calls.method(a[0], "__getitem__", a[1]);
    }

    private static Object inFirst(java.util.function.Supplier<Object> action, String problem) {
        try {
            return action.get();
        } catch (PyException e) {
            if (e.is(Exceptions.KEY_ERROR)) {
                throw Errors.key(problem);
            }
            throw e;
        }
    }

    private Object init(PyTuple given) {
        maps = given.size() == 0 ? PyList.of(new PyDict()) : PyList.of(given.array().clone());
        return None.NONE;
    }

    private Object first() {
        return maps.get(0);
    }

    private Object[] rest() {
        Object[] all = maps.snapshot();
        return java.util.Arrays.copyOfRange(all, Math.min(1, all.length), all.length);
    }

    private Object parents() {
        return Calls.call(type(), rest());
    }

    private static Object newChild(Object[] a) {
        PyDict named = (PyDict) a[2];
        Object child = a[1];
        if (child == None.NONE) {
            child = named;
        } else if (named.size() > 0) {
            Calls.method(child, "update", named);
        }
        List<Object> all = new ArrayList<>(List.of(child));
        Collections.addAll(all, of(a[0]).maps.snapshot());
        return Calls.call(of(a[0]).type(), all.toArray());
    }

    private Object twin() {
        List<Object> all = new ArrayList<>(List.of(Calls.method(first(), "copy")));
        Collections.addAll(all, rest());
        return Calls.call(type(), all.toArray());
    }

    private boolean has(Object key) {
        for (Object map : maps.snapshot()) {
            if (Items.contains(map, key)) {
                return true;
            }
        }
        return false;
    }

    private Object get(Object key) {
        for (Object map : maps.snapshot()) {
            try {
                return Items.get(map, key);
            } catch (PyException e) {
                if (!e.is(Exceptions.KEY_ERROR)) {
                    throw e;
                }
            }
        }
        Object missing = type().lookup("__missing__");
        if (missing == null) {
            throw Errors.key(key);
        }
        return Calls.call(missing, this, key);
    }

    private PyDict merged() {
        PyDict all = new PyDict();
        Object[] each = maps.snapshot();
        for (int i = each.length - 1; i >= 0; i--) {
            all.update(each[i]);
        }
        return all;
    }

    private String repr() {
        String inside =
                java.util.Arrays.stream(maps.snapshot())
                        .map(Text::repr)
                        .collect(Collectors.joining(", "));
        return "%s(%s)".formatted(type().name(), inside);
    }
}
