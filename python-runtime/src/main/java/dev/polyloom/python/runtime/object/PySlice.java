package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.text.Slice;
import org.jspecify.annotations.Nullable;

/** {@code start:stop:step} within brackets; each may be {@code None}. */
public final class PySlice extends PyObject {
    private final Object start;
    private final Object stop;
    private final Object step;

    /** Makes one. */
    public PySlice(Object start, Object stop, Object step) {
        super(Types.SLICE);
        this.start = start;
        this.stop = stop;
        this.step = step;
    }

    static void fill(PyType type) {
        type.dict().put("__hash__", None.NONE);
        type.method("__eq__", 1, 1, a -> ((PySlice) a[0]).isSame(a[1]));
        type.getter("start", self -> ((PySlice) self).start);
        type.getter("stop", self -> ((PySlice) self).stop);
        type.getter("step", self -> ((PySlice) self).step);
        type.method(
                "indices",
                1,
                1,
                a -> {
                    Object length = Ints.plain(Numbers.indexObject(a[1]));
                    if (Ints.signum(length) < 0) {
                        throw Errors.value("length should not be negative");
                    }
                    return PyTuple.of(((PySlice) a[0]).indices(length));
                });
        type.method(
                "__repr__",
                0,
                0,
                a -> {
                    PySlice s = (PySlice) a[0];
                    return "slice(%s, %s, %s)"
                            .formatted(Text.repr(s.start), Text.repr(s.stop), Text.repr(s.step));
                });
    }

    Object[] parts() {
        return new Object[] {start, stop, step};
    }

    boolean isSame(Object other) {
        return other instanceof PySlice b
                && Compare.same(start, b.start)
                && Compare.same(stop, b.stop)
                && Compare.same(step, b.step);
    }

    /** Returns the indexes that it takes of so many elements. */
    public Slice over(int length) {
        return Slice.of(part(start), part(stop), part(step), length);
    }

    /** Returns start, stop and step within a sequence of so many elements, however many. */
    Object[] indices(Object length) {
        Object by = step == None.NONE ? 1L : Ints.plain(Numbers.sliceIndex(step));
        if (Ints.signum(by) == 0) {
            throw Errors.value("slice step cannot be zero");
        }
        boolean back = Ints.signum(by) < 0;
        Object low = back ? -1L : 0L;
        Object high = back ? Ints.subtract(length, 1L) : length;
        return new Object[] {
            bound(start, back ? high : low, low, high, length),
            bound(stop, back ? low : high, low, high, length),
            by
        };
    }

    private static Object bound(
            Object part, Object ifNone, Object low, Object high, Object length) {
        if (part == None.NONE) {
            return ifNone;
        }
        Object index = Ints.plain(Numbers.sliceIndex(part));
        if (Ints.signum(index) < 0) {
            Object counted = Ints.add(index, length);
            return Ints.compare(counted, low) < 0 ? low : counted;
        }
        return Ints.compare(index, high) > 0 ? high : index;
    }

    @Nullable Object startPart() {
        return part(start);
    }

    @Nullable Object stopPart() {
        return part(stop);
    }

    @Nullable Object stepPart() {
        return part(step);
    }

    private static @Nullable Object part(Object value) {
        if (value == None.NONE) {
            return null;
        }
        return Numbers.isInt(value) ? Numbers.plain(value) : Numbers.sliceIndex(value);
    }
}
