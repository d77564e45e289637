package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;

/** The methods of lists. */
final class ListType {
    private ListType() {}

    private static PyList of(Object[] a) {
        return (PyList) a[0];
    }

    private static Object done(Runnable action) {
        action.run();
        return None.NONE;
    }

    static void fill(PyType type) {
        type.method("__init__", 0, 1, ListType::init);
        type.method("append", 1, 1, a -> done(() -> of(a).append(a[1])));
        type.method("extend", 1, 1, a -> done(() -> of(a).extend(a[1])));
        type.method("insert", 2, 2, a -> done(() -> of(a).insert(Numbers.index(a[1]), a[2])));
        type.method("pop", 0, 1, a -> of(a).pop(a.length > 1 ? Numbers.index(a[1]) : -1));
        type.method("clear", 0, 0, a -> done(of(a)::clear));
        type.method("copy", 0, 0, a -> PyList.of(of(a).snapshot()));
        type.method("reverse", 0, 0, a -> done(of(a)::reverse));
        type.method("remove", 1, 1, ListType::remove);
        type.method("index", 1, 3, ListType::index);
        type.method("count", 1, 1, ListType::count);
        type.method("sort", "*args, key=None, reverse=False, **others", ListType::sort);
        special(type);
    }

    private static void special(PyType type) {
        type.method("__len__", 0, 0, a -> (long) of(a).size());
        type.method("__iter__", 0, 0, a -> Iteration.of(plain(of(a))));
        type.method("__reversed__", 0, 0, a -> reversed(of(a)));
        type.method("__getitem__", 1, 1, a -> getItem(of(a), a[1]));
        type.method("__setitem__", 2, 2, a -> done(() -> Items.setList(of(a), a[1], a[2])));
        type.method("__delitem__", 1, 1, a -> done(() -> Items.deleteList(of(a), a[1])));
        type.method("__contains__", 1, 1, a -> of(a).indexOf(a[1], 0, Integer.MAX_VALUE) >= 0);
        type.method("__eq__", 1, 1, Compare::equalOrNot);
        type.method("__repr__", 0, 0, a -> Text.builtinRepr(a[0]));
        type.method("__add__", 1, 1, a -> Ops.concatenated(a[0], a[1]));
        type.method(
                "__mul__",
                1,
                1,
                a ->
                        Types.of(a[1]).lookup("__index__") == null
                                ? Types.NOT_IMPLEMENTED
                                : of(a).times(Numbers.index(a[1])));
        type.method(
                "__iadd__",
                1,
                1,
                a -> {
                    of(a).extend(a[1]);
                    return a[0];
                });
        type.dict().put("__hash__", None.NONE);
    }

    private static Object init(Object[] a) {
        return done(() ->
                of(a).replace(a.length > 1 ? Iteration.toList(a[1]).toArray() : new Object[0]));
    }

    /** Returns a list that iterates by position over one of a class of the program. */
    private static Object plain(PyList list) {
        return list.type() == Types.LIST ? list : PyList.of(list.snapshot());
    }

    static Object reversed(PyList list) {
        Object[] all = list.snapshot();
        java.util.Collections.reverse(java.util.Arrays.asList(all));
        return Iteration.over("list_reverseiterator", java.util.Arrays.asList(all).iterator());
    }

    private static Object getItem(PyList list, Object key) {
        return key instanceof PySlice slice
                ? list.slice(slice)
                : list.get(Items.place("list", key));
    }

    private static Object remove(Object[] a) {
        synchronized (a[0]) {
            int at = of(a).indexOf(a[1], 0, Integer.MAX_VALUE);
            if (at < 0) {
                throw Errors.value("list.remove(x): x not in list");
            }
            of(a).delete(at);
        }
        return None.NONE;
    }

    private static Object index(Object[] a) {
        int size = of(a).size();
        int from = a.length > 2 ? bound(a[2], size) : 0;
        int to = a.length > 3 ? bound(a[3], size) : Integer.MAX_VALUE;
        int at = of(a).indexOf(a[1], from, to);
        if (at < 0) {
            throw Errors.value(Text.repr(a[1]) + " is not in list");
        }
        return (long) at;
    }

    /** Returns where a search begins or ends. */
    static int bound(Object index, int size) {
        if (!Numbers.isInt(index) && Types.of(index).lookup("__index__") == null) {
            throw Errors.type("slice indices must be integers or have an __index__ method");
        }
        return bound(Numbers.index(index), size);
    }

    static int bound(long index, int size) {
        long at = index < 0 ? Math.max(0, index + size) : index;
        return (int) Math.min(at, size);
    }

    private static Object count(Object[] a) {
        long count = 0;
        for (Object each : of(a).snapshot()) {
            count += Compare.same(each, a[1]) ? 1 : 0;
        }
        return count;
    }

    private static Object sort(Object[] a) {
        if (((PyTuple) a[3]).size() > 0) {
            throw Errors.type("sort() takes no positional arguments");
        }
        IterationFunctions.refuseOthers("sort", a[4]);
        of(a).replace(Sorting.sorted(of(a).snapshot(), a[1], Text.truth(a[2])));
        return None.NONE;
    }
}
