package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import org.jspecify.annotations.Nullable;

/** The methods of dicts. */
final class DictType {
    private DictType() {}

    private static PyDict of(Object[] a) {
        return (PyDict) a[0];
    }

    private static Object done(Runnable action) {
        action.run();
        return None.NONE;
    }

    static void fill(PyType type) {
        type.method("__init__", "*args, **kwargs", a -> update(a, "dict"));
        type.method("update", "*args, **kwargs", a -> update(a, "update"));
        type.method("get", 1, 2, a -> or(of(a).get(a[1]), a.length > 2 ? a[2] : None.NONE));
        type.method(
                "setdefault", 1, 2, a -> of(a).putIfAbsent(a[1], a.length > 2 ? a[2] : None.NONE));
        type.method("pop", 1, 2, DictType::pop);
        type.method("popitem", 0, 0, DictType::popItem);
        type.method("keys", 0, 0, a -> new DictView(of(a), PyDict.Part.KEYS));
        type.method("values", 0, 0, a -> new DictView(of(a), PyDict.Part.VALUES));
        type.method("items", 0, 0, a -> new DictView(of(a), PyDict.Part.ITEMS));
        type.method("clear", 0, 0, a -> done(of(a)::clear));
        type.method("copy", 0, 0, a -> of(a).copy());
        type.dict()
                .put(
                        "fromkeys",
                        new ClassMethod(Builtin.function("fromkeys", 1, -1, DictType::fromKeys)));
        special(type);
    }

    private static void special(PyType type) {
        type.method("__len__", 0, 0, a -> (long) of(a).size());
        type.method("__iter__", 0, 0, a -> of(a).iterator(PyDict.Part.KEYS));
        type.method("__reversed__", 0, 0, a -> of(a).reversed());
        type.method("__getitem__", 1, 1, DictType::getItem);
        type.method("__setitem__", 2, 2, a -> done(() -> of(a).put(a[1], a[2])));
        type.method("__delitem__", 1, 1, DictType::deleteItem);
        type.method("__contains__", 1, 1, a -> of(a).get(a[1]) != null);
        type.method("__eq__", 1, 1, Compare::equalOrNot);
        type.method("__repr__", 0, 0, a -> Text.builtinRepr(a[0]));
        type.dict().put("__hash__", None.NONE);
    }

    private static Object or(@Nullable Object value, Object other) {
        return value == null ? other : value;
    }

    static Object update(Object[] a, String name) {
        PyTuple args = (PyTuple) a[1];
        if (args.size() > 1) {
            throw Errors.type(
                    "%s expected at most 1 argument, got %d".formatted(name, args.size()));
        }
        if (args.size() == 1) {
            Object source = args.get(0);
            if (!(source instanceof PyDict) && !Iteration.isIterable(source)) {
                throw Errors.type("'%s' object is not iterable".formatted(Types.of(source).name()));
            }
            of(a).update(source);
        }
        of(a).putAll((PyDict) a[2]);
        return None.NONE;
    }

    private static Object pop(Object[] a) {
        Object value = of(a).remove(a[1]);
        if (value == null && a.length < 3) {
            throw Errors.key(a[1]);
        }
        return value == null ? a[2] : value;
    }

    private static Object popItem(Object[] a) {
        PyTuple last = of(a).removeLast();
        if (last == null) {
            throw Errors.key("popitem(): dictionary is empty");
        }
        return last;
    }

    private static Object getItem(Object[] a) {
        Object value = of(a).get(a[1]);
        if (value != null) {
            return value;
        }
        Object missing = of(a).type().lookup("__missing__");
        if (missing == null) {
            throw Errors.key(a[1]);
        }
        return Calls.call(missing, a[0], a[1]);
    }

    private static Object deleteItem(Object[] a) {
        if (of(a).remove(a[1]) == null) {
            throw Errors.key(a[1]);
        }
        return None.NONE;
    }

    private static Object fromKeys(Object[] a) {
        if (a.length < 2 || a.length > 3) {
            throw Errors.type(
                    "fromkeys expected at %s, got %d"
                            .formatted(
                                    a.length < 2 ? "least 1 argument" : "most 2 arguments",
                                    a.length - 1));
        }
        Object made = Calls.call(a[0]);
        Object value = a.length > 2 ? a[2] : None.NONE;
        Iteration.of(a[1]).forEachRemaining(key -> Items.set(made, key, value));
        return made;
    }
}
