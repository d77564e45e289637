package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import org.jspecify.annotations.Nullable;

/** A range of numbers, each of which fits in a {@code long}. */
public final class PyRange extends PyObject {
    private final long start;
    private final long stop;
    private final long step;

    /** Makes one; the step must not be 0. */
    public PyRange(long start, long stop, long step) {
        super(Types.RANGE);
        if (step == 0) {
            throw Errors.value("range() arg 3 must not be zero");
        }
        this.start = start;
        this.stop = stop;
        this.step = step;
    }

    static Object make(PyType type, Object[] args, String[] names) {
        if (names.length > 0) {
            throw Errors.type("range() takes no keyword arguments");
        }
        return switch (args.length) {
            case 1 -> new PyRange(0, Numbers.index(args[0]), 1);
            case 2 -> new PyRange(Numbers.index(args[0]), Numbers.index(args[1]), 1);
            case 3 ->
                    new PyRange(
                            Numbers.index(args[0]), Numbers.index(args[1]), Numbers.index(args[2]));
            default ->
                    throw Errors.type(
                            args.length == 0
                                    ? "range expected at least 1 argument, got 0"
                                    : "range expected at most 3 arguments, got " + args.length);
        };
    }

    static void fill(PyType type) {
        type.getter("start", self -> ((PyRange) self).start);
        type.getter("stop", self -> ((PyRange) self).stop);
        type.getter("step", self -> ((PyRange) self).step);
        type.method("__len__", 0, 0, a -> ((PyRange) a[0]).size());
        type.method("__iter__", 0, 0, a -> ((PyRange) a[0]).iterator());
        type.method("__reversed__", 0, 0, a -> ((PyRange) a[0]).reversed().iterator());
        type.method("__contains__", 1, 1, a -> ((PyRange) a[0]).contains(a[1]));
        type.method("__getitem__", 1, 1, a -> ((PyRange) a[0]).item(a[1]));
        type.method("__repr__", 0, 0, a -> ((PyRange) a[0]).repr());
        type.method("count", 1, 1, a -> ((PyRange) a[0]).contains(a[1]) ? 1L : 0L);
        type.method("index", 1, 1, a -> ((PyRange) a[0]).indexOf(a[1]));
    }

    /** Returns how many numbers there are. */
    public long size() {
        if (step > 0 ? start >= stop : start <= stop) {
            return 0;
        }
        return step > 0 ? (stop - start - 1) / step + 1 : (start - stop - 1) / -step + 1;
    }

    private PyRange reversed() {
        long count = size();
        return new PyRange(start + (count - 1) * step, start - step, -step);
    }

    /** Returns an iterator. */
    PyIterator iterator() {
        long count = size();
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

    private boolean contains(Object value) {
        if (!(Numbers.plain(value) instanceof Long number)) {
            return value instanceof Double d && d == Math.rint(d) && contains((long) (double) d);
        }
        boolean within =
                step > 0 ? number >= start && number < stop : number <= start && number > stop;
        return within && (number - start) % step == 0;
    }

    private Object indexOf(Object value) {
        if (!contains(value)) {
            throw Errors.value(Text.repr(value) + " is not in range");
        }
        return ((Long) Numbers.plain(value) - start) / step;
    }

    private Object item(Object key) {
        long count = size();
        if (key instanceof PySlice slice) {
            var part = slice.over((int) Math.min(count, Integer.MAX_VALUE));
            long first = start + part.start() * step;
            return new PyRange(first, start + part.stop() * step, step * part.step());
        }
        if (!Numbers.isWhole(Numbers.plain(key)) && Types.of(key).lookup("__index__") == null) {
            throw Errors.type(
                    "range indices must be integers or slices, not " + Types.of(key).name());
        }
        long index = Numbers.index(key);
        long at = index < 0 ? index + count : index;
        if (at < 0 || at >= count) {
            throw Errors.index("range object index out of range");
        }
        return start + at * step;
    }

    private String repr() {
        return step == 1
                ? "range(%d, %d)".formatted(start, stop)
                : "range(%d, %d, %d)".formatted(start, stop, step);
    }

    /** Returns what ranges of the same numbers have in common. */
    PyTuple key() {
        long count = size();
        return PyTuple.of(
                count, count == 0 ? None.NONE : start, count < 2 ? None.NONE : (Object) step);
    }

    boolean isSame(PyRange other) {
        long count = size();
        return count == other.size()
                && (count == 0 || (start == other.start && (count == 1 || step == other.step)));
    }
}
