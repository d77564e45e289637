package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;

/** The methods of {@code array.array}. */
final class NumberArrayType {
    private NumberArrayType() {}

    private static NumberArray of(Object self) {
        return (NumberArray) self;
    }

    private static Object done(Runnable action) {
        action.run();
        return None.NONE;
    }

    static void fill(PyType type) {
        type.getter("typecode", self -> String.valueOf(of(self).code()));
        type.getter("itemsize", self -> (long) of(self).itemSize());
        type.method("append", 1, 1, a -> done(() -> of(a[0]).append(a[1])));
        type.method("extend", 1, 1, a -> done(() -> of(a[0]).extend(a[1])));
        type.method("fromlist", 1, 1, a -> done(() -> of(a[0]).extend(a[1])));
        type.method("tolist", 0, 0, a -> PyList.of(of(a[0]).values().snapshot()));
        type.method("tobytes", 0, 0, a -> new PyBytes(of(a[0]).bytes()));
        type.method("__bytes__", 0, 0, a -> new PyBytes(of(a[0]).bytes()));
        type.method("frombytes", 1, 1, a -> done(() -> of(a[0]).read(((PyBytes) a[1]).data())));
        type.method("pop", 0, 1, NumberArrayType::pop);
        type.method(
                "insert",
                2,
                2,
                a ->
                        done(() ->
                                of(a[0]).values()
                                        .insert(Numbers.index(a[1]), of(a[0]).checked(a[2]))));
        type.method("remove", 1, 1, NumberArrayType::remove);
        type.method("reverse", 0, 0, a -> done(of(a[0]).values()::reverse));
        type.method("count", 1, 1, a -> Calls.method(of(a[0]).values(), "count", a[1]));
        type.method("index", 1, 1, NumberArrayType::index);
        type.method("__copy__", 0, 0, a -> of(a[0]).like(of(a[0]).values()));
        type.method("__deepcopy__", 1, 1, a -> of(a[0]).like(of(a[0]).values()));
        special(type);
    }

    private static void special(PyType type) {
        type.method("__len__", 0, 0, a -> (long) of(a[0]).values().size());
        type.method("__iter__", 0, 0, a -> Iteration.of(of(a[0]).values()));
        type.method("__getitem__", 1, 1, a -> of(a[0]).get(a[1]));
        type.method("__setitem__", 2, 2, a -> of(a[0]).set(a[1], a[2]));
        type.method("__delitem__", 1, 1, a -> done(() -> Items.delete(of(a[0]).values(), a[1])));
        type.method("__contains__", 1, 1, a -> Items.contains(of(a[0]).values(), a[1]));
        type.method("__repr__", 0, 0, a -> of(a[0]).repr());
        type.method("__add__", 1, 1, a -> of(a[0]).plus(a[1]));
        type.method("__mul__", 1, 1, a -> of(a[0]).like((PyList) Ops.mul(of(a[0]).values(), a[1])));
        type.method(
                "__rmul__", 1, 1, a -> of(a[0]).like((PyList) Ops.mul(of(a[0]).values(), a[1])));
        type.method(
                "__iadd__",
                1,
                1,
                a -> {
                    if (!(a[1] instanceof NumberArray)) {
                        throw Errors.type(
                                "can only extend with array (not \"%s\")"
                                        .formatted(Types.of(a[1]).name()));
                    }
                    of(a[0]).extend(a[1]);
                    return a[0];
                });
        type.method(
                "__eq__",
                1,
                1,
                a ->
                        a[1] instanceof NumberArray other
                                ? (Object) Compare.eq(of(a[0]).values(), other.values())
                                : Types.NOT_IMPLEMENTED);
        type.method("__lt__", 1, 1, a -> of(a[0]).compare(a[1], Compare.Order.LT));
        type.method("__le__", 1, 1, a -> of(a[0]).compare(a[1], Compare.Order.LE));
        type.method("__gt__", 1, 1, a -> of(a[0]).compare(a[1], Compare.Order.GT));
        type.method("__ge__", 1, 1, a -> of(a[0]).compare(a[1], Compare.Order.GE));
        type.dict().put("__hash__", None.NONE);
    }

    private static Object pop(Object[] a) {
        PyList values = of(a[0]).values();
        if (values.size() == 0) {
            throw Errors.index("pop from empty array");
        }
        return values.pop(a.length > 1 ? Numbers.index(a[1]) : -1);
    }

    private static Object remove(Object[] a) {
        PyList values = of(a[0]).values();
        if (!Items.contains(values, a[1])) {
            throw Errors.value("array.remove(x): x not in array");
        }
        return Calls.method(values, "remove", a[1]);
    }

    private static Object index(Object[] a) {
        PyList values = of(a[0]).values();
        if (!Items.contains(values, a[1])) {
            throw Errors.value("array.index(x): x not in array");
        }
        return Calls.method(values, "index", a[1]);
    }
}
