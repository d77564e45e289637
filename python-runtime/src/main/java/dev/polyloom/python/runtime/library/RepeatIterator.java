package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import org.jspecify.annotations.Nullable;

/** {@code itertools.repeat}. */
final class RepeatIterator extends PyIterator {
    private static final PyType TYPE =
            PyType.library("repeat", Types.ITERATOR, RepeatIterator::fill).module("itertools");

    private final Object value;
    private final boolean endless;
    private long left;

    RepeatIterator(Object value, Object times) {
        super(TYPE, "itertools.repeat");
        this.value = value;
        this.endless = times == None.NONE;
        this.left = endless ? 0 : Math.max(0, Numbers.index(times));
    }

    private static void fill(PyType type) {
        type.method("__repr__", 0, 0, a -> ((RepeatIterator) a[0]).repr());
        type.method("__length_hint__", 0, 0, a -> ((RepeatIterator) a[0]).hint());
    }

    @Override
    public synchronized @Nullable Object next() {
        return endless || left-- > 0 ? value : null;
    }

    private synchronized String repr() {
        String times = endless ? "" : ", " + Math.max(0, left);
        return "repeat(%s%s)".formatted(Text.repr(value), times);
    }

    private synchronized Object hint() {
        if (endless) {
            throw Errors.type("len() of unsized object");
        }
        return Math.max(0, left);
    }
}
