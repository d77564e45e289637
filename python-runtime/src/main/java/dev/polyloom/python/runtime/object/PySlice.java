package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
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
                    Slice slice = ((PySlice) a[0]).over((int) Numbers.index(a[1]));
                    return PyTuple.of(
                            (long) slice.start(), (long) slice.stop(), (long) slice.step());
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
        return Numbers.isInt(value) ? value : Numbers.sliceIndex(value);
    }
}
