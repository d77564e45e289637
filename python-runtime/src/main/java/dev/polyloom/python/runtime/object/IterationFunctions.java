package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The built-in functions that iterate. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class IterationFunctions {
    private static final Object NOTHING = new Object();

    private IterationFunctions() {}

    static void addTo(Map<String, Object> all) {
        Builtins.add(all, "iter", 1, 2, IterationFunctions::iter);
        Builtins.add(all, "next", 1, 2, IterationFunctions::next);
        type(all, "enumerate", "iterable, start=0", (t, a) -> enumerate(t, a[0], a[1]));
        type(
                all,
                "zip",
                "*iterables, strict=False",
                (t, a) -> zip(t, (PyTuple) a[1], Text.truth(a[0])));
        type(all, "map", "*args", (t, a) -> map(t, ((PyTuple) a[0]).array()));
        type(all, "filter", "*args", (t, a) -> filter(t, exactly(2, "filter", a)));
        type(all, "reversed", "*args", (t, a) -> reversed(t, exactly(1, "reversed", a)[0]));
        Builtins.add(all, "sorted", "*args, key=None, reverse=False, **others", a -> sorted(a));
        Builtins.add(all, "sum", "iterable, /, start=0", a -> sum(a[0], a[1]));
        Builtins.add(all, "any", 1, 1, a -> any(a[0], true));
        Builtins.add(all, "all", 1, 1, a -> !any(a[0], false));
        for (String name : new String[] {"min", "max"}) {
            Signature signature = Signature.of("*args, key=None, default=", NOTHING);
            all.put(name, Builtin.function(name, signature, a -> extreme(a, name)));
        }
    }

    /** Makes an iterator of a type from the values of its parameters. */
    private interface Body {
        Object make(PyType type, Object[] a);
    }

    private static void type(Map<String, Object> all, String name, String parameters, Body body) {
        Signature signature = Signature.of(parameters);
        PyType type = PyIterator.typeOf(name);
        type.maker((made, args, names) -> body.make(made, signature.bind(name, args, names)));
        all.put(name, type);
    }

    private static Object iter(Object[] a) {
        if (a.length == 1) {
            PyType type = Types.of(a[0]);
            Object method = type.isNative() ? null : type.lookup("__iter__");
            return method instanceof Function
                    ? Iteration.checked(Calls.special(method, a[0]))
                    : Iteration.of(a[0]);
        }
        if (!ObjectFunctions.isCallable(a[0])) {
            throw Errors.type("iter(v, w): v must be callable");
        }
        return new PyIterator("callable_iterator") {
            private boolean done;

            @Override
            public @Nullable Object next() {
                if (done) {
                    return null;
                }
                Object value = orEnd(() -> Calls.call(a[0]));
                done = value == null || Compare.same(value, a[1]);
                return done ? null : value;
            }
        };
    }

    /** An iterator that ends with the value with which one that it takes from has ended. */
    private abstract static class Passing extends PyIterator {
        private Object result = None.NONE;

        Passing(PyType type, String name) {
            super(type, name);
        }

        @Override
        public Object result() {
            return result;
        }

        /** Returns the next value of another iterator, or null and keeps with what that ended. */
        final @Nullable Object next(PyIterator from) {
            Object value = from.next();
            if (value == null) {
                result = from.result();
            }
            return value;
        }

        /** Returns what a call gives, or null where it ends the iteration by its exception. */
        final @Nullable Object call(Object function, Object... args) {
            try {
                return Calls.call(function, args);
            } catch (PyException e) {
                if (!e.is(Exceptions.STOP_ITERATION)) {
                    throw e;
                }
                result = e.arguments().size() > 0 ? e.arguments().get(0) : result;
                return null;
            }
        }
    }

    /** Returns what a call gives, or null where it ends the iteration by its exception. */
    private static @Nullable Object orEnd(java.util.function.Supplier<Object> call) {
        try {
            return call.get();
        } catch (PyException e) {
            if (e.is(Exceptions.STOP_ITERATION)) {
                return null;
            }
            throw e;
        }
    }

    private static Object next(Object[] a) {
        if (a[0] instanceof PyObject object
                && !(object instanceof PyIterator)
                && object.type().lookup("__next__") != null
                && a.length == 1) {
            return Calls.method(object, "__next__");
        }
        Object next = Iteration.next(a[0]);
        if (next != null) {
            return next;
        }
        if (a.length > 1) {
            return a[1];
        }
        throw Errors.stop(a[0] instanceof PyIterator known ? known.result() : None.NONE);
    }

    private static Object enumerate(PyType type, Object values, Object start) {
        PyIterator inner = Iteration.of(values);
        return new Passing(type, "enumerate") {
            private Object index = start;

            @Override
            public @Nullable Object next() {
                Object value = next(inner);
                if (value == null) {
                    return null;
                }
                PyTuple pair = PyTuple.of(index, value);
                index = Ops.add(index, 1L);
                return pair;
            }
        };
    }

    private static PyIterator[] iterators(Object[] values) {
        PyIterator[] all = new PyIterator[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = Iteration.of(values[i]);
        }
        return all;
    }

    private static Object zip(PyType type, PyTuple sources, boolean strict) {
        PyIterator[] all = iterators(sources.array());
        return new Passing(type, "zip") {
            @Override
            public @Nullable Object next() {
                Object[] row = new Object[all.length];
                for (int i = 0; i < all.length; i++) {
                    Object value = next(all[i]);
                    if (value == null) {
                        if (strict) {
                            checkEnds(all, i);
                        }
                        return null;
                    }
                    row[i] = value;
                }
                return all.length == 0 ? null : PyTuple.of(row);
            }
        };
    }

    private static void checkEnds(PyIterator[] all, int ended) {
        if (ended > 0) {
            throw Errors.value(
                    "zip() argument %d is shorter than argument%s"
                            .formatted(ended + 1, ended == 1 ? " 1" : "s 1-" + ended));
        }
        for (int i = 1; i < all.length; i++) {
            if (all[i].next() != null) {
                throw Errors.value(
                        "zip() argument %d is longer than argument%s"
                                .formatted(i + 1, i == 1 ? " 1" : "s 1-" + i));
            }
        }
    }

    private static Object map(PyType type, Object[] a) {
        if (a.length < 2) {
            throw Errors.type("map() must have at least two arguments.");
        }
        PyIterator[] all = iterators(java.util.Arrays.copyOfRange(a, 1, a.length));
        return new Passing(type, "map") {
            @Override
            public @Nullable Object next() {
                Object[] row = new Object[all.length];
                for (int i = 0; i < all.length; i++) {
                    Object value = next(all[i]);
                    if (value == null) {
                        return null;
                    }
                    row[i] = value;
                }
                return call(a[0], row);
            }
        };
    }

    private static Object[] exactly(int count, String name, Object[] a) {
        Object[] args = ((PyTuple) a[0]).array();
        if (args.length != count) {
            throw Errors.type(
                    "%s expected %d argument%s, got %d"
                            .formatted(name, count, count == 1 ? "" : "s", args.length));
        }
        return args;
    }

    private static Object filter(PyType type, Object[] args) {
        Object test = args[0];
        PyIterator inner = Iteration.of(args[1]);
        return new Passing(type, "filter") {
            @Override
            public @Nullable Object next() {
                for (Object each = next(inner); each != null; each = next(inner)) {
                    Object answer = test == None.NONE ? each : call(test, each);
                    if (answer == null || Text.truth(answer)) {
                        return answer == null ? null : each;
                    }
                }
                return null;
            }
        };
    }

    private static Object reversed(PyType type, Object value) {
        Object method = Types.of(value).lookup("__reversed__");
        if (method != null) {
            return Calls.special(method, value);
        }
        if (Types.of(value).lookup("__getitem__") == null) {
            throw Errors.type("'%s' object is not reversible".formatted(Types.of(value).name()));
        }
        long length = Items.length(value);
        return new PyIterator(type, "reversed") {
            private long at = length;

            @Override
            public @Nullable Object next() {
                return at > 0 ? Items.get(value, --at) : null;
            }
        };
    }

    private static Object sorted(Object[] a) {
        int count = ((PyTuple) a[2]).size();
        if (count != 1) {
            throw Errors.type("sorted expected 1 argument, got " + count);
        }
        refuseOthers("sort", a[3]);
        Object[] all = Iteration.toList(((PyTuple) a[2]).get(0)).toArray();
        return PyList.of(Sorting.sorted(all, a[0], Text.truth(a[1])));
    }

    /** Refuses arguments whose names a function of C does not know. */
    static void refuseOthers(String function, Object others) {
        for (Object other : Iteration.toList(others)) {
            throw Errors.type(
                    "'%s' is an invalid keyword argument for %s()".formatted(other, function));
        }
    }

    private static Object sum(Object values, Object start) {
        if (start instanceof String || start instanceof PyBytes) {
            throw Errors.type(
                    start instanceof String
                            ? "sum() can't sum strings [use ''.join(seq) instead]"
                            : "sum() can't sum %s [use b''.join(seq) instead]"
                                    .formatted(Types.of(start).name()));
        }
        Object total = start;
        PyIterator inner = Iteration.of(values);
        for (Object each = inner.next(); each != null; each = inner.next()) {
            total = Ops.add(total, each);
        }
        return total;
    }

    private static boolean any(Object values, boolean wanted) {
        PyIterator inner = Iteration.of(values);
        for (Object each = inner.next(); each != null; each = inner.next()) {
            if (Text.truth(each) == wanted) {
                return true;
            }
        }
        return false;
    }

    private static Object extreme(Object[] a, String name) {
        PyTuple args = (PyTuple) a[2];
        if (args.size() == 0) {
            throw Errors.type(name + " expected at least 1 argument, got 0");
        }
        if (args.size() > 1 && a[1] != NOTHING) {
            throw Errors.type(
                    "Cannot specify a default for %s() with multiple positional arguments"
                            .formatted(name));
        }
        Object key = a[0];
        PyIterator inner = Iteration.of(args.size() == 1 ? args.get(0) : args);
        Object best = inner.next();
        if (best == null) {
            if (a[1] == NOTHING) {
                throw Errors.value(name + "() arg is an empty sequence");
            }
            return a[1];
        }
        Object bestKey = key == None.NONE ? best : Calls.call(key, best);
        for (Object each = inner.next(); each != null; each = inner.next()) {
            Object by = key == None.NONE ? each : Calls.call(key, each);
            if (name.equals("min") ? Compare.lt(by, bestKey) : Compare.gt(by, bestKey)) {
                best = each;
                bestKey = by;
            }
        }
        return best;
    }
}
