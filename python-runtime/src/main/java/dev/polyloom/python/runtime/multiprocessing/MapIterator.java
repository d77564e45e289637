package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.library.Waiting;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code Pool.imap} and {@code imap_unordered} give: the values of parts as they come. */
final class MapIterator extends PyIterator {
    private static final PyType TYPE =
            PyType.library(
                            "IMapIterator",
                            Types.ITERATOR,
                            type ->
                                    type.method(
                                            "next",
                                            "timeout=None",
                                            a -> ((MapIterator) a[0]).next(a[1])))
                    .module("multiprocessing.pool");

    private final Parts parts;
    private final int count;
    private final Deque<Object> values = new ArrayDeque<>();
    private int given;

    /** Where the parts come from. */
    interface Parts {
        /** Returns the next part, a list or an exception, or null when the deadline passes. */
        @Nullable Object next(int index, long deadline);
    }

    MapIterator(Parts parts, int count) {
        super(TYPE, "IMapIterator");
        this.parts = parts;
        this.count = count;
    }

    private Object next(Object timeout) {
        Object next = next(Waiting.deadline(timeout));
        if (next == null) {
            throw Errors.stop(None.NONE);
        }
        return next;
    }

    @Override
    public @Nullable Object next() {
        return next(Waiting.FOREVER);
    }

    private synchronized @Nullable Object next(long deadline) {
        while (values.isEmpty()) {
            if (given == count) {
                return null;
            }
            Object part = parts.next(given, deadline);
            if (part == null) {
                throw PoolResult.timeout();
            }
            given++;
            if (part instanceof PyException error) {
                throw error.passedOn();
            }
            values.addAll(List.of(((PyList) part).snapshot()));
        }
        return values.remove();
    }
}
