package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;

/** The methods of tuples. */
final class TupleType {
    private TupleType() {}

    private static PyTuple of(Object[] a) {
        return (PyTuple) a[0];
    }

    static Object make(PyType type, Object[] args, String[] names) {
        Signature.refuseMore("tuple", 1, args.length);
        PyTuple plain = args.length == 0 ? PyTuple.EMPTY : PyTuple.from(args[0]);
        return type == Types.TUPLE ? plain : PyTuple.of(type, plain.array());
    }

    static Object makeSlice(PyType type, Object[] a, String[] names) {
        return switch (a.length) {
            case 1 -> new PySlice(None.NONE, a[0], None.NONE);
            case 2 -> new PySlice(a[0], a[1], None.NONE);
            case 3 -> new PySlice(a[0], a[1], a[2]);
            default ->
                    throw Errors.type(
                            "slice expected at %s, got %d"
                                    .formatted(
                                            a.length == 0 ? "least 1 argument" : "most 3 arguments",
                                            a.length));
        };
    }

    static void fill(PyType type) {
        type.method("__len__", 0, 0, a -> (long) of(a).size());
        type.method("__iter__", 0, 0, a -> Iteration.over(of(a).array()));
        type.method("__getitem__", 1, 1, a -> Items.ofTuple(of(a), a[1]));
        type.method("__contains__", 1, 1, a -> indexOf(a) >= 0);
        type.method("__eq__", 1, 1, Compare::equalOrNot);
        type.method("__repr__", 0, 0, a -> Text.builtinRepr(a[0]));
        type.method("__hash__", 0, 0, a -> Hash.of(PyTuple.of(of(a).array())));
        type.method("__add__", 1, 1, a -> Ops.concatenated(a[0], a[1]));
        type.method("count", 1, 1, TupleType::count);
        type.method("index", 1, 3, TupleType::index);
    }

    private static int indexOf(Object[] a) {
        Object[] all = of(a).array();
        int from = a.length > 2 ? ListType.bound(a[2], all.length) : 0;
        int to = a.length > 3 ? ListType.bound(a[3], all.length) : all.length;
        for (int i = from; i < to; i++) {
            if (Compare.same(all[i], a[1])) {
                return i;
            }
        }
        return -1;
    }

    private static Object index(Object[] a) {
        int at = indexOf(a);
        if (at < 0) {
            throw Errors.value("tuple.index(x): x not in tuple");
        }
        return (long) at;
    }

    private static Object count(Object[] a) {
        long count = 0;
        for (Object each : of(a).array()) {
            count += Compare.same(each, a[1]) ? 1 : 0;
        }
        return count;
    }
}
