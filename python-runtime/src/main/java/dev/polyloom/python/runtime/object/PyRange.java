package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.number.Ints;
import org.jspecify.annotations.Nullable;

/** A range of numbers of any size. Immutable. */
public final class PyRange extends PyObject {
    private static final long NEAR = Long.MAX_VALUE / 4;

    private final Object start;
    private final Object stop;
    private final Object step;
    private final Object count;
    private final boolean near;

    private PyRange(Object start, Object stop, Object step) {
        super(Types.RANGE);
        int direction = Ints.signum(step);
        if (direction == 0) {
            throw Errors.value("range() arg 3 must not be zero");
        }
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.near = isNear(start) && isNear(stop) && isNear(step);
        this.count = direction > 0 ? count(start, stop, step) : count(stop, start, step);
    }

    /** Tells whether no arithmetic of a range leaves what a {@code long} holds. */
    private static boolean isNear(Object number) {
        return number instanceof Long small && small >= -NEAR && small <= NEAR;
    }

    private static Object count(Object low, Object high, Object step) {
        if (Ints.compare(low, high) >= 0) {
            return 0L;
        }
        Object steps = Ints.floorDivide(less(Ints.subtract(high, low)), Ints.abs(step));
        return Ints.add(steps, 1L);
    }

    private static Object less(Object number) {
        return Ints.subtract(number, 1L);
    }

    static Object make(PyType type, Object[] args, String[] names) {
        if (names.length > 0) {
            throw Errors.type("range() takes no keyword arguments");
        }
        return switch (args.length) {
            case 1 -> new PyRange(0L, whole(args[0]), 1L);
            case 2 -> new PyRange(whole(args[0]), whole(args[1]), 1L);
            case 3 -> new PyRange(whole(args[0]), whole(args[1]), whole(args[2]));
            default ->
                    throw Errors.type(
                            args.length == 0
                                    ? "range expected at least 1 argument, got 0"
                                    : "range expected at most 3 arguments, got " + args.length);
        };
    }

    private static Object whole(Object value) {
        return Ints.plain(Numbers.indexObject(value));
    }

    static void fill(PyType type) {
        type.getter("start", self -> ((PyRange) self).start);
        type.getter("stop", self -> ((PyRange) self).stop);
        type.getter("step", self -> ((PyRange) self).step);
        type.method("__len__", 0, 0, a -> Numbers.index(((PyRange) a[0]).count));
        type.method("__bool__", 0, 0, a -> Ints.signum(((PyRange) a[0]).count) != 0);
        type.method("__iter__", 0, 0, a -> ((PyRange) a[0]).iterator());
        type.method("__reversed__", 0, 0, a -> ((PyRange) a[0]).reversed().iterator());
        type.method("__contains__", 1, 1, a -> ((PyRange) a[0]).contains(a[1]));
        type.method("__getitem__", 1, 1, a -> ((PyRange) a[0]).item(a[1]));
        type.method("__repr__", 0, 0, a -> ((PyRange) a[0]).repr());
        type.method("count", 1, 1, a -> ((PyRange) a[0]).contains(a[1]) ? 1L : 0L);
        type.method("index", 1, 1, a -> ((PyRange) a[0]).indexOf(a[1]));
    }

    private Object at(Object place) {
        return Ints.add(start, Ints.multiply(place, step));
    }

    private PyRange reversed() {
        return new PyRange(at(less(count)), Ints.subtract(start, step), Ints.negate(step));
    }

    /** Returns an iterator. */
    PyIterator iterator() {
        return near ? shortIterator((Long) start, (Long) step, (Long) count) : longIterator();
    }

    private static PyIterator shortIterator(long start, long step, long count) {
        return new PyIterator("range_iterator") {
            private long left = count;
            private long next = start;

            @Override
            public @Nullable Object next() {
                if (left <= 0) {
                    return null;
                }
                left--;
                long value = next;
                next += step;
                return value;
            }
        };
    }

    private PyIterator longIterator() {
        return new PyIterator("longrange_iterator") {
            private Object place = 0L;

            @Override
            public @Nullable Object next() {
                if (Ints.compare(place, count) >= 0) {
                    return null;
                }
                Object value = at(place);
                place = Ints.add(place, 1L);
                return value;
            }
        };
    }

    private boolean contains(Object value) {
        Object number = Numbers.plain(value);
        if (near && number instanceof Long small) {
            long first = (Long) start;
            long last = (Long) stop;
            long by = (Long) step;
            boolean within =
                    by > 0 ? small >= first && small < last : small <= first && small > last;
            return within && (small - first) % by == 0;
        }
        if (Ints.isInt(number)) {
            Object place = place(number);
            return place != null;
        }
        return switch (number) {
            case Double d -> d == Math.rint(d) && !d.isInfinite() && contains(Numbers.toInt(d));
            case Typed other -> isEqualToOne(other);
            default -> false;
        };
    }

    private boolean isEqualToOne(Object value) {
        PyIterator all = iterator();
        for (Object each = all.next(); each != null; each = all.next()) {
            if (Compare.same(each, value)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the place of a number in the range, or null if it is none of its numbers. */
    private @Nullable Object place(Object number) {
        Object distance = Ints.subtract(number, start);
        if (Ints.signum(Ints.modulo(distance, step)) != 0) {
            return null;
        }
        Object place = Ints.floorDivide(distance, step);
        return Ints.signum(place) >= 0 && Ints.compare(place, count) < 0 ? place : null;
    }

    private Object indexOf(Object value) {
        Object number = Numbers.plain(value);
        Object place = Ints.isInt(number) ? place(number) : null;
        if (place != null) {
            return place;
        }
        if (contains(value)) {
            PyIterator all = iterator();
            long at = 0;
            for (Object each = all.next(); each != null; each = all.next(), at++) {
                if (Compare.same(each, value)) {
                    return at;
                }
            }
        }
        throw Errors.value(
                Ints.isInt(number)
                        ? Text.repr(value) + " is not in range"
                        : "sequence.index(x): x not in sequence");
    }

    private Object item(Object key) {
        if (key instanceof PySlice slice) {
            Object[] part = slice.indices(count);
            return new PyRange(at(part[0]), at(part[1]), Ints.multiply(step, part[2]));
        }
        if (!Numbers.isWhole(Numbers.plain(key)) && Types.of(key).lookup("__index__") == null) {
            throw Errors.type(
                    "range indices must be integers or slices, not " + Types.of(key).name());
        }
        Object index = whole(key);
        Object at = Ints.signum(index) < 0 ? Ints.add(index, count) : index;
        if (Ints.signum(at) < 0 || Ints.compare(at, count) >= 0) {
            throw Errors.index("range object index out of range");
        }
        return at(at);
    }

    private String repr() {
        return "range(" + start + ", " + stop + (step.equals(1L) ? ")" : ", " + step + ")");
    }

    /** Returns what ranges of the same numbers have in common. */
    PyTuple key() {
        return PyTuple.of(
                count,
                count.equals(0L) ? None.NONE : start,
                Ints.compare(count, 2L) < 0 ? None.NONE : step);
    }

    boolean isSame(PyRange other) {
        return Compare.same(key(), other.key());
    }
}
