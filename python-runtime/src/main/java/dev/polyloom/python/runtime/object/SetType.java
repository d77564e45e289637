package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.function.BinaryOperator;

/** The methods of sets. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class SetType {
    private SetType() {}

    private static PySet of(Object[] a) {
        return (PySet) a[0];
    }

    static Object makeFrozen(PyType type, Object[] args, String[] names) {
        Signature.refuseMore("frozenset", 1, args.length);
        PySet made = new PySet(type);
        if (args.length > 0) {
            made.addAll(args[0]);
        }
        return made;
    }

    static void fillSet(PyType type) {
        fill(type);
        type.method(
                "__init__",
                0,
                1,
                a -> {
                    of(a).clear();
                    if (a.length > 1) {
                        of(a).addAll(a[1]);
                    }
                    return None.NONE;
                });
        fillElements(type);
        type.method(
                "clear",
                0,
                0,
                a -> {
                    of(a).clear();
                    return None.NONE;
                });
        type.method(
                "update",
                0,
                -1,
                a -> {
                    for (int i = 1; i < a.length; i++) {
                        of(a).addAll(a[i]);
                    }
                    return None.NONE;
                });
        change(type, "intersection_update", (s, o) -> ((PySet) s).intersection(o));
        change(type, "difference_update", (s, o) -> ((PySet) s).difference(o));
        change(type, "symmetric_difference_update", (s, o) -> ((PySet) s).symmetricDifference(o));
        type.dict().put("__hash__", None.NONE);
    }

    private static void fillElements(PyType type) {
        type.method(
                "add",
                1,
                1,
                a -> {
                    of(a).add(a[1]);
                    return None.NONE;
                });
        type.method(
                "discard",
                1,
                1,
                a -> {
                    of(a).remove(a[1]);
                    return None.NONE;
                });
        type.method(
                "remove",
                1,
                1,
                a -> {
                    if (!of(a).remove(a[1])) {
                        throw Errors.key(a[1]);
                    }
                    return None.NONE;
                });
        type.method(
                "pop",
                0,
                0,
                a -> {
                    Object taken = of(a).pop();
                    if (taken == null) {
                        throw Errors.key("pop from an empty set");
                    }
                    return taken;
                });
    }

    private static void change(PyType type, String name, BinaryOperator<Object> how) {
        type.method(
                name,
                0,
                -1,
                a -> {
                    of(a).assign(folded(a, how));
                    return None.NONE;
                });
    }

    private static PySet folded(Object[] a, BinaryOperator<Object> how) {
        Object result = of(a);
        for (int i = 1; i < a.length; i++) {
            result = how.apply(result, a[i]);
        }
        return result == a[0] ? of(a).copy() : (PySet) result;
    }

    static void fill(PyType type) {
        type.method("union", 0, -1, a -> folded(a, (s, o) -> ((PySet) s).union(o)));
        type.method("intersection", 0, -1, a -> folded(a, (s, o) -> ((PySet) s).intersection(o)));
        type.method("difference", 0, -1, a -> folded(a, (s, o) -> ((PySet) s).difference(o)));
        type.method("symmetric_difference", 1, 1, a -> of(a).symmetricDifference(a[1]));
        type.method("issubset", 1, 1, a -> of(a).isSubset(set(a[1])));
        type.method("issuperset", 1, 1, a -> set(a[1]).isSubset(of(a)));
        type.method("isdisjoint", 1, 1, a -> of(a).disjoint(a[1]));
        type.method("copy", 0, 0, a -> of(a).copy());
        type.method("__len__", 0, 0, a -> (long) of(a).size());
        type.method("__iter__", 0, 0, a -> of(a).iterator());
        type.method("__contains__", 1, 1, a -> of(a).contains(a[1]));
        type.method("__eq__", 1, 1, Compare::equalOrNot);
        type.method("__repr__", 0, 0, a -> Text.builtinRepr(a[0]));
        type.method("__hash__", 0, 0, a -> Hash.of(of(a).frozen()));
    }

    private static PySet set(Object value) {
        return value instanceof PySet set ? set : PySet.from(value);
    }
}
