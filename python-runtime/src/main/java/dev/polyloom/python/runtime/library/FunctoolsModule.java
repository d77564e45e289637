package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Typed;
import dev.polyloom.python.runtime.object.Types;

/** The module {@code functools}. */
final class FunctoolsModule {
    private static final PyTuple ASSIGNED =
            PyTuple.of("__module__", "__name__", "__qualname__", "__doc__", "__annotations__");
    private static final PyTuple UPDATED = PyTuple.of("__dict__");

    private FunctoolsModule() {}

    static Module make() {
        Module module = new Module("functools");
        module.put("partial", Partial.TYPE);
        module.put("partialmethod", Partial.METHOD);
        module.put("cached_property", CachedProperty.TYPE);
        module.put("WRAPPER_ASSIGNMENTS", ASSIGNED);
        module.put("WRAPPER_UPDATES", UPDATED);
        module.function("reduce", 2, 3, FunctoolsModule::reduce);
        module.function("wraps", "wrapped, assigned=None, updated=None", a -> wraps(a[0]));
        module.function(
                "update_wrapper",
                "wrapper, wrapped, assigned=None, updated=None",
                a -> update(a[0], a[1]));
        module.function("cache", 1, 1, a -> new Cache(a[0], -1, false));
        module.function("lru_cache", "maxsize=128, typed=False", FunctoolsModule::lruCache);
        module.function("cmp_to_key", "mycmp", a -> key(a[0]));
        module.function("total_ordering", 1, 1, a -> TotalOrdering.complete((PyType) a[0]));
        module.function("singledispatch", 1, 1, a -> new SingleDispatch(a[0]));
        module.put("singledispatchmethod", SingleDispatch.METHOD);
        return module;
    }

    private static Object reduce(Object[] a) {
        PyIterator values = Iteration.of(a[1]);
        Object total = a.length > 2 ? a[2] : values.next();
        if (total == null) {
            throw Errors.type("reduce() of empty iterable with no initial value");
        }
        for (Object each = values.next(); each != null; each = values.next()) {
            total = Calls.call(a[0], total, each);
        }
        return total;
    }

    private static Object wraps(Object wrapped) {
        return Builtin.function("update_wrapper", 1, 1, a -> update(a[0], wrapped));
    }

    /** Gives a function the names and attributes of the one that it wraps. */
    static Object update(Object wrapper, Object wrapped) {
        for (Object each : ASSIGNED.asList()) {
            String name = (String) each;
            Object value = Attributes.find(wrapped, name);
            if (value != null) {
                set(wrapper, name, value);
            }
        }
        if (wrapped instanceof Typed typed && !(wrapped instanceof PyType)) {
            typed.owned().forEach((name, value) -> set(wrapper, name, value));
        }
        set(wrapper, "__wrapped__", wrapped);
        return wrapper;
    }

    /** Sets an attribute, also one that objects of the library have from their type. */
    private static void set(Object wrapper, String name, Object value) {
        if (wrapper instanceof Function) {
            Attributes.set(wrapper, name, value);
        } else if (wrapper instanceof Typed typed) {
            typed.setOwn(name, value);
        }
    }

    private static Object lruCache(Object[] a) {
        boolean typed = Text.truth(a[1]);
        if (a[0] instanceof PyObject function && !Numbers.isInt(a[0])) {
            return new Cache(function, 128, typed);
        }
        long most = a[0] == None.NONE ? -1 : Math.max(0, Numbers.index(a[0]));
        return Builtin.function("decorating_function", 1, 1, b -> new Cache(b[0], most, typed));
    }

    private static final PyType KEY =
            PyType.library(
                            "KeyWrapper",
                            Types.OBJECT,
                            type -> {
                                order(type, "__lt__", Compare.Order.LT);
                                order(type, "__le__", Compare.Order.LE);
                                order(type, "__gt__", Compare.Order.GT);
                                order(type, "__ge__", Compare.Order.GE);
                                type.method(
                                        "__eq__",
                                        1,
                                        1,
                                        a -> Compare.eq(((Key) a[0]).compare(a[1]), 0L));
                                type.getter("obj", self -> ((Key) self).value);
                                type.dict().put("__hash__", None.NONE);
                            })
                    .module("functools");

    private static void order(PyType type, String name, Compare.Order order) {
        type.method(name, 1, 1, a -> Compare.order(((Key) a[0]).compare(a[1]), 0L, order));
    }

    private static Object key(Object comparison) {
        return Builtin.function("K", 1, 1, a -> new Key(comparison, a[0]));
    }

    /** A value that is ordered by a function of two values. */
    private static final class Key extends PyObject {
        private final Object comparison;
        private final Object value;

        Key(Object comparison, Object value) {
            super(KEY);
            this.comparison = comparison;
            this.value = value;
        }

        Object compare(Object other) {
            if (!(other instanceof Key key)) {
                throw Errors.type("other argument must be K instance");
            }
            return Calls.call(comparison, value, key.value);
        }
    }

    /** Calls an object with gathered arguments. */
    static Object call(Object[] a) {
        PyDict named = (PyDict) a[2];
        Object[] all = join(((PyTuple) a[1]).array(), new Object[0], named);
        return Calls.call(a[0], all, names(named));
    }

    /** Returns the arguments of a call, those with names last. */
    static Object[] join(Object[] first, Object[] second, PyDict named) {
        Object[] all = new Object[first.length + second.length + named.size()];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        int[] at = {first.length + second.length};
        named.forEach((name, value) -> all[at[0]++] = value);
        return all;
    }

    /** Lets objects of a type show the names of the functions that they wrap. */
    static void names(PyType type) {
        for (String name : new String[] {"__module__", "__doc__"}) {
            type.getter(
                    name,
                    self -> {
                        Object own = self instanceof Typed typed ? typed.own(name) : null;
                        return own == null ? None.NONE : own;
                    });
        }
    }

    static String[] names(PyDict named) {
        return java.util.Arrays.stream(named.keys()).toArray(String[]::new);
    }
}
