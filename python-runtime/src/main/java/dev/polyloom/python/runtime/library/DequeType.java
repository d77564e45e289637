package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The methods of {@code collections.deque}. */
final class DequeType {
    private DequeType() {}

    private static Deque of(Object[] a) {
        return (Deque) a[0];
    }

    private static Object done(Runnable action) {
        action.run();
        return None.NONE;
    }

    static void fill(PyType type) {
        type.method("__init__", "iterable=None, maxlen=None", DequeType::init);
        type.method("append", 1, 1, a -> done(() -> of(a).append(a[1])));
        type.method("appendleft", 1, 1, a -> done(() -> of(a).appendLeft(a[1])));
        type.method("pop", 0, 0, a -> of(a).pop());
        type.method("popleft", 0, 0, a -> of(a).popLeft());
        type.method("extend", 1, 1, a -> done(() -> of(a).extend(a[1])));
        type.method("extendleft", 1, 1, a -> done(() -> of(a).extendLeft(a[1])));
        type.method("clear", 0, 0, a -> done(() -> of(a).replace(List.of())));
        type.method(
                "rotate",
                0,
                1,
                a -> done(() -> of(a).rotate(a.length > 1 ? Numbers.index(a[1]) : 1)));
        type.method("insert", 2, 2, a -> done(() -> of(a).insert(Numbers.index(a[1]), a[2])));
        type.method("remove", 1, 1, a -> done(() -> of(a).removeValue(a[1])));
        type.method("reverse", 0, 0, DequeType::reverse);
        type.method("count", 1, 1, DequeType::count);
        type.method("index", 1, 3, DequeType::index);
        type.method("copy", 0, 0, a -> copy(of(a), of(a).snapshot()));
        type.method("__copy__", 0, 0, a -> copy(of(a), of(a).snapshot()));
        type.getter(
                "maxlen", self -> ((Deque) self).most() < 0 ? None.NONE : ((Deque) self).most());
        special(type);
        operators(type);
    }

    private static void special(PyType type) {
        type.method("__len__", 0, 0, a -> (long) of(a).size());
        type.method("__iter__", 0, 0, a -> of(a).iterator(false));
        type.method("__reversed__", 0, 0, a -> of(a).iterator(true));
        type.method("__getitem__", 1, 1, a -> of(a).get(a[1]));
        type.method("__setitem__", 2, 2, a -> done(() -> of(a).set(a[1], a[2])));
        type.method("__delitem__", 1, 1, a -> done(() -> of(a).delete(a[1])));
        type.method("__contains__", 1, 1, a -> of(a).indexOf(a[1], 0, Integer.MAX_VALUE) >= 0);
        type.method("__repr__", 0, 0, a -> repr(of(a)));
        type.dict().put("__hash__", None.NONE);
    }

    private static void operators(PyType type) {
        type.method("__eq__", 1, 1, DequeType::equal);
        order(type, "__lt__", Compare.Order.LT);
        order(type, "__le__", Compare.Order.LE);
        order(type, "__gt__", Compare.Order.GT);
        order(type, "__ge__", Compare.Order.GE);
        type.method("__add__", 1, 1, DequeType::plus);
        type.method("__mul__", 1, 1, a -> times(of(a), a[1]));
        type.method("__rmul__", 1, 1, a -> times(of(a), a[1]));
        type.method(
                "__iadd__",
                1,
                1,
                a -> {
                    of(a).extend(a[1]);
                    return a[0];
                });
        type.method(
                "__imul__",
                1,
                1,
                a -> {
                    of(a).replace(repeated(of(a), a[1]));
                    return a[0];
                });
    }

    private static Object init(Object[] a) {
        of(a).replace(List.of());
        of(a).limit(a[2]);
        if (a[1] != None.NONE) {
            of(a).extend(a[1]);
        }
        return None.NONE;
    }

    private static Object copy(Deque deque, Object[] values) {
        if (deque.type() == Deque.TYPE) {
            return Deque.of(Arrays.asList(values), deque.most());
        }
        return deque.most() < 0
                ? Calls.call(deque.type(), PyList.of(values))
                : Calls.call(deque.type(), PyList.of(values), deque.most());
    }

    private static Object reverse(Object[] a) {
        synchronized (a[0]) {
            List<Object> all = new ArrayList<>(Arrays.asList(of(a).snapshot()));
            Collections.reverse(all);
            of(a).replace(all);
        }
        return None.NONE;
    }

    private static Object count(Object[] a) {
        return Arrays.stream(of(a).snapshot()).filter(each -> Compare.same(each, a[1])).count();
    }

    private static Object index(Object[] a) {
        int size = of(a).size();
        int from = a.length > 2 ? bound(Numbers.index(a[2]), size) : 0;
        int to = a.length > 3 ? bound(Numbers.index(a[3]), size) : size;
        int at = of(a).indexOf(a[1], from, to);
        if (at < 0) {
            throw Errors.value(Text.repr(a[1]) + " is not in deque");
        }
        return (long) at;
    }

    private static int bound(long index, int size) {
        long at = index < 0 ? Math.max(0, index + size) : index;
        return (int) Math.min(at, size);
    }

    private static String repr(Deque deque) {
        String name = deque.type().name();
        return Text.guarded(
                deque,
                "[...]",
                () ->
                        "%s(%s%s)"
                                .formatted(
                                        name,
                                        Text.repr(PyList.of(deque.snapshot())),
                                        deque.most() < 0 ? "" : ", maxlen=" + deque.most()));
    }

    private static Object equal(Object[] a) {
        return a[1] instanceof Deque other
                ? (Object) Compare.eq(of(a).tuple(), other.tuple())
                : Types.NOT_IMPLEMENTED;
    }

    private static void order(PyType type, String name, Compare.Order order) {
        type.method(
                name,
                1,
                1,
                a ->
                        a[1] instanceof Deque other
                                ? Compare.order(of(a).tuple(), other.tuple(), order)
                                : Types.NOT_IMPLEMENTED);
    }

    private static Object plus(Object[] a) {
        if (!(a[1] instanceof Deque other)) {
            throw Errors.type(
                    "can only concatenate deque (not \"%s\") to deque"
                            .formatted(Types.of(a[1]).name()));
        }
        Deque sum = (Deque) copy(of(a), of(a).snapshot());
        sum.extend(other);
        return sum;
    }

    private static List<Object> repeated(Deque deque, Object count) {
        return Iteration.toList(deque.tuple().times(Numbers.index(count)));
    }

    private static Object times(Deque deque, Object count) {
        return Numbers.isInt(count)
                ? copy(deque, repeated(deque, count).toArray())
                : Types.NOT_IMPLEMENTED;
    }
}
