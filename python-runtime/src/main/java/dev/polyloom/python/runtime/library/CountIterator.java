package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Forkable;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;

/** {@code itertools.count}. Threads that share one get different numbers. */
final class CountIterator extends PyIterator implements Forkable {
    private static final PyType TYPE =
            PyType.library(
                            "count",
                            Types.ITERATOR,
                            type ->
                                    type.method(
                                            "__repr__", 0, 0, a -> ((CountIterator) a[0]).repr()))
                    .module("itertools");

    private final Object step;
    private Object now;

    CountIterator(Object start, Object step) {
        super(TYPE, "itertools.count");
        if (Types.of(start).lookup("__add__") == null || start instanceof String) {
            throw Errors.type("a number is required");
        }
        this.now = start;
        this.step = step;
    }

    @Override
    public synchronized Object next() {
        Object value = now;
        now = Ops.add(now, step);
        return value;
    }

    @Override
    public synchronized Object fork(Realm.Copier copier) {
        return new CountIterator(now, step);
    }

    private synchronized String repr() {
        String by = step instanceof Long one && one == 1 ? "" : ", " + Text.repr(step);
        return "count(%s%s)".formatted(Text.repr(now), by);
    }
}
