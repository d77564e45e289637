package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.ClassMethod;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** {@code collections.Counter}: a dict from values to how often they have come. */
final class Counter extends PyDict {
    static final PyType TYPE =
            PyType.library("Counter", Types.DICT, Counter::fill)
                    .module("collections")
                    .allocator(Counter::new);

    Counter(PyType type) {
        super(type);
    }

    private static Counter of(Object self) {
        return (Counter) self;
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method("__init__", "iterable=None, /, **kwds", a -> of(a[0]).count(a, 1));
        type.method("update", "iterable=None, /, **kwds", a -> of(a[0]).count(a, 1));
        type.method("subtract", "iterable=None, /, **kwds", a -> of(a[0]).count(a, -1));
        type.method("__missing__", 1, 1, a -> 0L);
        type.method("most_common", "n=None", a -> of(a[0]).mostCommon(a[1]));
        type.method("elements", 0, 0, a -> of(a[0]).elements());
        type.method("total", 0, 0, a -> of(a[0]).total());
        type.method("copy", 0, 0, a -> Dicts.twin(of(a[0])));
        type.method("__copy__", 0, 0, a -> Dicts.twin(of(a[0])));
        type.method("__repr__", 0, 0, a -> of(a[0]).repr());
        type.method(
                "__delitem__",
                1,
                1,
                a -> {
                    of(a[0]).remove(a[1]);
                    return None.NONE;
                });
        type.dict()
                .put(
                        "fromkeys",
                        new ClassMethod(
                                Builtin.function(
                                        "fromkeys",
                                        2,
                                        3,
                                        a -> {
                                            throw Errors.of(
                                                    Exceptions.NOT_IMPLEMENTED_ERROR,
                                                    "Counter.fromkeys() is undefined.  Use"
                                                            + " Counter(iterable) instead.");
                                        })));
        operators(type);
    }

    private static void operators(PyType type) {
        combine(type, "add", Ops::add);
        combine(type, "sub", Ops::sub);
        combine(type, "or", (x, y) -> Compare.lt(x, y) ? y : x);
        combine(type, "and", (x, y) -> Compare.lt(x, y) ? x : y);
        type.method("__pos__", 0, 0, a -> of(a[0]).combined(new PyDict(), Ops::add));
        type.method("__neg__", 0, 0, a -> new Counter(TYPE).combined(of(a[0]), Ops::sub));
        type.method("__eq__", 1, 1, a -> a[1] instanceof Counter c ? of(a[0]).holds(c, 0) : no());
        type.method("__le__", 1, 1, a -> a[1] instanceof Counter c ? of(a[0]).holds(c, -1) : no());
        type.method("__ge__", 1, 1, a -> a[1] instanceof Counter c ? c.holds(of(a[0]), -1) : no());
        type.method(
                "__lt__",
                1,
                1,
                a ->
                        a[1] instanceof Counter c
                                ? of(a[0]).holds(c, -1) && !of(a[0]).holds(c, 0)
                                : no());
        type.method(
                "__gt__",
                1,
                1,
                a ->
                        a[1] instanceof Counter c
                                ? c.holds(of(a[0]), -1) && !of(a[0]).holds(c, 0)
                                : no());
    }

    private static Object no() {
        return Types.NOT_IMPLEMENTED;
    }

    private static void combine(PyType type, String name, BinaryOperator<Object> how) {
        type.method(
                "__" + name + "__",
                1,
                1,
                a -> a[1] instanceof Counter other ? of(a[0]).combined(other, how) : no());
        type.method(
                "__i" + name + "__",
                1,
                1,
                a -> {
                    Counter result = of(a[0]).combined((PyDict) a[1], how);
                    of(a[0]).clear();
                    of(a[0]).putAll(result);
                    return a[0];
                });
    }

    private Object of(PyDict counts, Object key) {
        Object count = counts.get(key);
        return count == null ? 0L : count;
    }

    private Counter combined(PyDict other, BinaryOperator<Object> how) {
        Counter result = new Counter(TYPE);
        forEach((key, count) -> result.keep(key, how.apply(count, of(other, key))));
        other.forEach((key, count) -> {
            if (get(key) == null) {
                result.keep(key, how.apply(0L, count));
            }
        });
        return result;
    }

    private void keep(Object key, Object count) {
        if (Compare.gt(count, 0L)) {
            put(key, count);
        }
    }

    /** Tells whether each count is equal to that of another, or with -1 not greater. */
    private boolean holds(Counter other, int least) {
        PyDict all = copy();
        all.putAll(other);
        for (Object key : all.keys()) {
            Object mine = of(this, key);
            Object its = of(other, key);
            if (least == 0 ? !Compare.eq(mine, its) : !Compare.le(mine, its)) {
                return false;
            }
        }
        return true;
    }

    private Object count(Object[] a, long sign) {
        Object source = a[1];
        if (source instanceof PyDict counts) {
            counts.forEach((key, count) -> add(key, count, sign));
        } else if (source != None.NONE) {
            Iteration.of(source).forEachRemaining(key -> add(key, 1L, sign));
        }
        ((PyDict) a[2]).forEach((key, count) -> add(key, count, sign));
        return None.NONE;
    }

    private void add(Object key, Object count, long sign) {
        synchronized (this) {
            Object before = of(this, key);
            put(key, sign > 0 ? Ops.add(before, count) : Ops.sub(before, count));
        }
    }

    private List<PyTuple> items() {
        List<PyTuple> items = new ArrayList<>();
        forEach((key, count) -> items.add(PyTuple.of(key, count)));
        return items;
    }

    private List<PyTuple> sorted() {
        List<PyTuple> items = items();
        items.sort((x, y) -> Compare.forSorting(y.get(1), x.get(1)));
        return items;
    }

    private Object mostCommon(Object count) {
        List<PyTuple> items = sorted();
        if (count == None.NONE) {
            return PyList.copyOf(items);
        }
        int most = Math.clamp(Numbers.index(count), 0, items.size());
        return PyList.copyOf(items.subList(0, most));
    }

    private PyIterator elements() {
        List<Object> all = new ArrayList<>();
        forEach((key, count) -> {
            for (long i = Numbers.index(count); i > 0; i--) {
                all.add(key);
            }
        });
        return Iteration.over("itertools.chain", all.iterator());
    }

    private Object total() {
        Object total = 0L;
        for (PyTuple item : items()) {
            total = Ops.add(total, item.get(1));
        }
        return total;
    }

    private String repr() {
        if (size() == 0) {
            return type().name() + "()";
        }
        PyDict shown = new PyDict();
        List<PyTuple> items;
        try {
            items = sorted();
        } catch (dev.polyloom.python.runtime.object.PyException e) {
            items = items();
        }
        items.forEach(item -> shown.put(item.get(0), item.get(1)));
        return "%s(%s)".formatted(type().name(), Text.repr(shown));
    }
}
