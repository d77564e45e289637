package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;

/** {@code collections.OrderedDict}: a dict whose equality and whose ends know of the order. */
final class OrderedDict extends PyDict {
    static final PyType TYPE =
            PyType.library("OrderedDict", Types.DICT, OrderedDict::fill)
                    .module("collections")
                    .allocator(OrderedDict::new);

    OrderedDict(PyType type) {
        super(type);
    }

    private static OrderedDict of(Object self) {
        return (OrderedDict) self;
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method("move_to_end", "key, last=True", OrderedDict::moveToEnd);
        type.method("popitem", "last=True", OrderedDict::popItem);
        type.method("copy", 0, 0, a -> Dicts.twin(of(a[0])));
        type.method("__copy__", 0, 0, a -> Dicts.twin(of(a[0])));
        type.method("__eq__", 1, 1, a -> of(a[0]).isEqual(a[1]));
        type.method("__repr__", 0, 0, a -> of(a[0]).repr());
        type.method("__or__", 1, 1, a -> a[1] instanceof PyDict d ? or(of(a[0]), d) : no());
        type.method("__ror__", 1, 1, a -> a[1] instanceof PyDict d ? ror(of(a[0]), d) : no());
        type.method(
                "__ior__",
                1,
                1,
                a -> {
                    of(a[0]).update(a[1]);
                    return a[0];
                });
    }

    private static Object no() {
        return Types.NOT_IMPLEMENTED;
    }

    private static Object or(OrderedDict first, PyDict second) {
        PyDict both = (PyDict) Dicts.twin(first);
        both.putAll(second);
        return both;
    }

    private static Object ror(OrderedDict second, PyDict first) {
        PyDict both = (PyDict) Calls.call(second.type(), first);
        both.putAll(second);
        return both;
    }

    private static Object moveToEnd(Object[] a) {
        if (!of(a[0]).move(a[1], Text.truth(a[2]))) {
            throw Errors.key(a[1]);
        }
        return None.NONE;
    }

    private static Object popItem(Object[] a) {
        PyTuple item = Text.truth(a[1]) ? of(a[0]).removeLast() : of(a[0]).removeFirst();
        if (item == null) {
            throw Errors.key("dictionary is empty");
        }
        return item;
    }

    private Object isEqual(Object other) {
        if (!(other instanceof PyDict dict)) {
            return Types.NOT_IMPLEMENTED;
        }
        boolean sameOrder =
                !(other instanceof OrderedDict)
                        || Compare.eq(PyTuple.of(keys()), PyTuple.of(dict.keys()));
        return sameOrder && Compare.eq(copy(), dict.copy());
    }

    private String repr() {
        String name = type().name();
        return Text.guarded(
                this,
                "...",
                () -> {
                    PyList items = PyList.from(Calls.method(this, "items"));
                    return name + (items.size() == 0 ? "()" : "(" + Text.repr(items) + ")");
                });
    }
}
