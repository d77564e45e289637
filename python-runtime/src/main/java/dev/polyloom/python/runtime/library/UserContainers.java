package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Binary;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PySlice;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;

/** {@code UserDict}, {@code UserList} and {@code UserString}: classes around a plain value. */
final class UserContainers {
    static final PyType DICT =
            type("UserDict", AbstractCollections.MUTABLE_MAPPING, UserContainers::fillDict);
    static final PyType LIST =
            type("UserList", AbstractCollections.MUTABLE_SEQUENCE, UserContainers::fillList);
    static final PyType STRING =
            type("UserString", AbstractCollections.SEQUENCE, UserContainers::fillString);

    private UserContainers() {}

    private static PyType type(
            String name, PyType base, java.util.function.Consumer<PyType> filler) {
        return PyType.library(name, base, filler).module("collections");
    }

    private static Object data(Object self) {
        return Attributes.get(self, "data");
    }

    /** Returns what an object of one of the classes stands for. */
    private static Object plain(Object value) {
        PyType type = Types.of(value);
        return type.isSubtypeOf(LIST) || type.isSubtypeOf(STRING) ? data(value) : value;
    }

    private static Object set(Object self, Object value) {
        Attributes.set(self, "data", value);
        return None.NONE;
    }

    private static Object twin(Object self, Object value) {
        return Calls.call(Types.of(self), value);
    }

    private static void common(PyType type) {
        type.dict().put("__open__", true);
        type.method("__len__", 0, 0, a -> Items.length(data(a[0])));
        type.method("__repr__", 0, 0, a -> Text.repr(data(a[0])));
        type.method("__contains__", 1, 1, a -> Items.contains(data(a[0]), plain(a[1])));
        type.method("copy", 0, 0, a -> twin(a[0], data(a[0])));
        type.method("__copy__", 0, 0, a -> twin(a[0], data(a[0])));
    }

    private static void fillDict(PyType type) {
        common(type);
        type.method(
                "__init__",
                "dict=None, /, **kwargs",
                a -> {
                    set(a[0], new PyDict());
                    PyTuple args = a[1] == None.NONE ? PyTuple.EMPTY : PyTuple.of(a[1]);
                    return Dicts.updateByItems(a[0], args, (PyDict) a[2]);
                });
        type.method("__getitem__", 1, 1, UserContainers::item);
        type.method(
                "__setitem__",
                2,
                2,
                a -> {
                    Items.set(data(a[0]), a[1], a[2]);
                    return None.NONE;
                });
        type.method(
                "__delitem__",
                1,
                1,
                a -> {
                    Items.delete(data(a[0]), a[1]);
                    return None.NONE;
                });
        type.method("__iter__", 0, 0, a -> Iteration.of(data(a[0])));
        type.method(
                "__or__",
                1,
                1,
                a -> twin(a[0], Ops.or(data(a[0]), a[1] instanceof PyDict ? a[1] : data(a[1]))));
    }

    private static Object item(Object[] a) {
        if (Items.contains(data(a[0]), a[1])) {
            return Items.get(data(a[0]), a[1]);
        }
        Object missing = Types.of(a[0]).lookup("__missing__");
        if (missing == null) {
            throw Errors.key(a[1]);
        }
        return Calls.call(missing, a[0], a[1]);
    }

    private static void fillList(PyType type) {
        common(type);
        type.method(
                "__init__",
                "initlist=None",
                a -> set(a[0], a[1] == None.NONE ? new PyList() : PyList.from(plain(a[1]))));
        type.method("__getitem__", 1, 1, UserContainers::part);
        for (String name :
                new String[] {
                    "append",
                    "insert",
                    "pop",
                    "remove",
                    "clear",
                    "reverse",
                    "sort",
                    "count",
                    "index",
                    "__setitem__",
                    "__delitem__"
                }) {
            type.method(name, "*args, **kwargs", a -> forward(a, name));
        }
        type.method("extend", 1, 1, a -> Calls.method(data(a[0]), "extend", plain(a[1])));
        type.method("__add__", 1, 1, a -> twin(a[0], Ops.add(data(a[0]), list(a[1]))));
        type.method("__radd__", 1, 1, a -> twin(a[0], Ops.add(list(a[1]), data(a[0]))));
        type.method("__mul__", 1, 1, a -> twin(a[0], Ops.mul(data(a[0]), a[1])));
        type.method("__rmul__", 1, 1, a -> twin(a[0], Ops.mul(data(a[0]), a[1])));
        type.method(
                "__iadd__",
                1,
                1,
                a -> {
                    set(a[0], Ops.inPlace(Binary.ADD, data(a[0]), list(a[1])));
                    return a[0];
                });
        order(type);
        type.dict().put("__hash__", None.NONE);
    }

    private static Object list(Object value) {
        Object plain = plain(value);
        return plain instanceof PyList ? plain : PyList.from(plain);
    }

    private static Object part(Object[] a) {
        Object found = Items.get(data(a[0]), a[1]);
        return a[1] instanceof PySlice ? twin(a[0], found) : found;
    }

    private static Object forward(Object[] a, String name) {
        Calls.ArgumentList all = Calls.arguments();
        ((PyTuple) a[1]).asList().forEach(each -> all.add(plain(each)));
        return all.addNamed(a[2]).call(Attributes.get(data(a[0]), name));
    }

    private static void order(PyType type) {
        type.method("__eq__", 1, 1, a -> Compare.eq(data(a[0]), plain(a[1])));
        order(type, "__lt__", Compare.Order.LT);
        order(type, "__le__", Compare.Order.LE);
        order(type, "__gt__", Compare.Order.GT);
        order(type, "__ge__", Compare.Order.GE);
    }

    private static void order(PyType type, String name, Compare.Order order) {
        type.method(name, 1, 1, a -> Compare.order(data(a[0]), plain(a[1]), order));
    }

    private static void fillString(PyType type) {
        common(type);
        type.method("__init__", "seq", a -> set(a[0], Text.str(a[1])));
        type.method("__str__", 0, 0, a -> Text.str(data(a[0])));
        type.method("__getitem__", 1, 1, a -> twin(a[0], Items.get(data(a[0]), a[1])));
        type.method("__hash__", 0, 0, a -> Calls.method(data(a[0]), "__hash__"));
        type.method("__int__", 0, 0, a -> Calls.call(Types.INT, data(a[0])));
        type.method("__float__", 0, 0, a -> Calls.call(Types.FLOAT, data(a[0])));
        type.method("__add__", 1, 1, a -> twin(a[0], Ops.add(data(a[0]), Text.str(a[1]))));
        type.method("__radd__", 1, 1, a -> twin(a[0], Ops.add(Text.str(a[1]), data(a[0]))));
        type.method("__mul__", 1, 1, a -> twin(a[0], Ops.mul(data(a[0]), a[1])));
        type.method("__rmul__", 1, 1, a -> twin(a[0], Ops.mul(data(a[0]), a[1])));
        type.method("__mod__", 1, 1, a -> twin(a[0], Ops.mod(data(a[0]), a[1])));
        Types.STR.dict().keySet().stream()
                .filter(name -> !name.startsWith("_") && !name.equals("maketrans"))
                .forEach(name ->
                        type.method(name, "*args, **kwargs", a -> wrap(a[0], forward(a, name))));
        order(type);
    }

    private static Object wrap(Object self, Object result) {
        return result instanceof String ? twin(self, result) : result;
    }
}
