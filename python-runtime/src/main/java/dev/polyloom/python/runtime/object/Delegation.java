package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import org.jspecify.annotations.Nullable;

/** {@code yield from}: an iterator that speaks in the place of a generator. */
final class Delegation {
    private final PyIterator inner;
    private final Object source;
    private final boolean known;
    private Object result = None.NONE;

    Delegation(PyIterator inner) {
        this.inner = inner;
        this.source = inner.source();
        this.known = source instanceof PyIterator;
    }

    /** Returns what the iterator gave at its end. */
    Object result() {
        return result;
    }

    /** Passes on what is sent in, and returns the next value, or null after the last. */
    @Nullable Object sent(Object value) {
        if (value == None.NONE) {
            return ended(inner.next());
        }
        return known ? ended(inner.resume(value, null)) : asked("send", value);
    }

    /** Passes on what is thrown in, and returns the next value, or null after the last. */
    @Nullable Object thrown(PyException error) {
        if (error.is(Exceptions.GENERATOR_EXIT)) {
            if (Attributes.find(source, "close") != null) {
                Calls.method(source, "close");
            }
            throw error;
        }
        if (known) {
            return ended(inner.resume(None.NONE, error));
        }
        if (Attributes.find(source, "throw") == null) {
            throw error;
        }
        return asked("throw", error);
    }

    private @Nullable Object ended(@Nullable Object next) {
        if (next == null) {
            result = inner.result();
        }
        return next;
    }

    private @Nullable Object asked(String method, Object value) {
        try {
            return Calls.method(source, method, value);
        } catch (PyException e) {
            if (!e.is(Exceptions.STOP_ITERATION)) {
                throw e;
            }
            result = e.arguments().size() == 0 ? None.NONE : e.arguments().get(0);
            return null;
        }
    }
}
