package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.ClassMethod;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;

/** What a class of the program gets by resting on {@code Set} or {@code MutableSet}. */
final class SetMethods {
    private SetMethods() {}

    static void fill(PyType type) {
        type.method("__le__", 1, 1, a -> isSet(a[1]) ? isWithin(a[0], a[1]) : no());
        type.method("__ge__", 1, 1, a -> isSet(a[1]) ? isWithin(a[1], a[0]) : no());
        type.method(
                "__lt__",
                1,
                1,
                a -> isSet(a[1]) ? isSmaller(a[0], a[1]) && isWithin(a[0], a[1]) : no());
        type.method(
                "__gt__",
                1,
                1,
                a -> isSet(a[1]) ? isSmaller(a[1], a[0]) && isWithin(a[1], a[0]) : no());
        type.method(
                "__eq__",
                1,
                1,
                a ->
                        isSet(a[1])
                                ? Items.length(a[0]) == Items.length(a[1]) && isWithin(a[0], a[1])
                                : no());
        type.method("isdisjoint", 1, 1, a -> common(a[0], a[1]).isEmpty());
        type.dict()
                .put(
                        "_from_iterable",
                        new ClassMethod(
                                Builtin.function(
                                        "_from_iterable", 2, 2, a -> Calls.call(a[0], a[1]))));
        type.method("__and__", 1, 1, a -> made(a[0], common(a[0], a[1])));
        type.method("__rand__", 1, 1, a -> made(a[0], common(a[0], a[1])));
        type.method("__or__", 1, 1, a -> made(a[0], both(a[0], a[1])));
        type.method("__ror__", 1, 1, a -> made(a[0], both(a[0], a[1])));
        type.method("__sub__", 1, 1, a -> made(a[0], without(a[0], a[1])));
        type.method("__rsub__", 1, 1, a -> made(a[0], without(a[1], a[0])));
        type.method("__xor__", 1, 1, a -> made(a[0], either(a[0], a[1])));
        type.method("__rxor__", 1, 1, a -> made(a[0], either(a[0], a[1])));
        type.dict().put("__hash__", None.NONE);
    }

    static void fillMutable(PyType type) {
        type.method("remove", 1, 1, SetMethods::remove);
        type.method("pop", 0, 0, a -> pop(a[0]));
        type.method("clear", 0, 0, a -> clear(a[0]));
        type.method("__ior__", 1, 1, a -> each(a[0], "add", Iteration.toList(a[1])));
        type.method("__isub__", 1, 1, a -> each(a[0], "discard", Iteration.toList(a[1])));
        type.method("__iand__", 1, 1, a -> each(a[0], "discard", without(a[0], a[1])));
        type.method(
                "__ixor__",
                1,
                1,
                a -> {
                    List<Object> shared = common(a[0], a[1]);
                    each(a[0], "add", without(a[1], a[0]));
                    return each(a[0], "discard", shared);
                });
    }

    private static Object no() {
        return Types.NOT_IMPLEMENTED;
    }

    private static boolean isSet(Object value) {
        return Types.isInstance(value, AbstractCollections.SET);
    }

    private static boolean isSmaller(Object a, Object b) {
        return Items.length(a) < Items.length(b);
    }

    private static boolean isWithin(Object a, Object b) {
        return Iteration.toList(a).stream().allMatch(each -> Items.contains(b, each));
    }

    private static Object made(Object self, List<Object> values) {
        return Calls.call(Attributes.get(self, "_from_iterable"), PyList.copyOf(values));
    }

    private static List<Object> common(Object a, Object b) {
        return Iteration.toList(b).stream().filter(each -> Items.contains(a, each)).toList();
    }

    private static List<Object> without(Object a, Object b) {
        Object known = Types.of(b).lookup("__contains__") == null ? PyList.from(b) : b;
        return Iteration.toList(a).stream().filter(each -> !Items.contains(known, each)).toList();
    }

    private static List<Object> both(Object a, Object b) {
        List<Object> all = new ArrayList<>(Iteration.toList(a));
        all.addAll(Iteration.toList(b));
        return all;
    }

    private static List<Object> either(Object a, Object b) {
        List<Object> all = new ArrayList<>(without(a, b));
        all.addAll(without(b, a));
        return all;
    }

    private static Object each(Object self, String method, List<Object> values) {
        List.copyOf(values).forEach(value -> Calls.method(self, method, value));
        return self;
    }

    private static Object remove(Object[] a) {
        if (!Items.contains(a[0], a[1])) {
            throw Errors.key(a[1]);
        }
        return Calls.method(a[0], "discard", a[1]);
    }

    private static Object pop(Object self) {
        PyIterator values = Iteration.of(self);
        Object first = values.next();
        if (first == null) {
            throw Errors.of(dev.polyloom.python.runtime.object.Exceptions.KEY_ERROR);
        }
        Calls.method(self, "discard", first);
        return first;
    }

    private static Object clear(Object self) {
        while (Items.length(self) > 0) {
            Calls.method(self, "pop");
        }
        return None.NONE;
    }
}
