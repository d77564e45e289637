package dev.polyloom.python.runtime.object;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Iterates over values that have to be waited for. */
public final class AsyncIteration {
    private final Awaiter by;
    private final Object iterator;
    private final Object method;

    private AsyncIteration(Awaiter by, Object iterator, Object method) {
        this.by = by;
        this.iterator = iterator;
        this.method = method;
    }

    /** Begins an {@code async for} loop over a value. */
    public static AsyncIteration of(Awaiter by, Object value) {
        PyType type = Types.of(value);
        Object method = type.lookup("__aiter__");
        if (method == null) {
            throw Errors.type(
                    "'async for' requires an object with __aiter__ method, got " + type.name());
        }
        Object made = Calls.call(Attributes.bind(method, value, type));
        Object next = Types.of(made).lookup("__anext__");
        if (next == null) {
            throw Errors.type(
                    ("'async for' received an object from __aiter__ that does not implement"
                                    + " __anext__: %s")
                            .formatted(Types.of(made).name()));
        }
        return new AsyncIteration(by, made, next);
    }

    /** Waits for the next value, and returns it, or null after the last. */
    public @Nullable Object next() {
        if (iterator instanceof AsyncGenerator generator) {
            return generator.next(by);
        }
        try {
            Object next = Calls.call(Attributes.bind(method, iterator, Types.of(iterator)));
            if (!Awaiter.isAwaitable(next)) {
                throw Errors.type(
                        "'async for' received an invalid object from __anext__: %s"
                                .formatted(Types.of(next).name()));
            }
            return by.await(next);
        } catch (PyException e) {
            if (e.is(Exceptions.STOP_ASYNC_ITERATION)) {
                return null;
            }
            throw e;
        }
    }

    static void addTo(Map<String, Object> all) {
        Builtins.add(all, "aiter", 1, 1, a -> iterator(a[0]));
        Builtins.add(all, "anext", 1, 2, AsyncIteration::next);
    }

    private static Object iterator(Object value) {
        PyType type = Types.of(value);
        Object method = type.lookup("__aiter__");
        if (method == null) {
            throw Errors.type("'%s' object is not an async iterable".formatted(type.name()));
        }
        return Calls.call(Attributes.bind(method, value, type));
    }

    private static Object next(Object[] a) {
        PyType type = Types.of(a[0]);
        Object method = type.lookup("__anext__");
        if (method == null) {
            throw Errors.type("'%s' object is not an async iterator".formatted(type.name()));
        }
        Object next = Calls.call(Attributes.bind(method, a[0], type));
        if (a.length == 1) {
            return next;
        }
        return Coroutine.step(
                "anext",
                by -> {
                    try {
                        return by.await(next);
                    } catch (PyException e) {
                        if (e.is(Exceptions.STOP_ASYNC_ITERATION)) {
                            return a[1];
                        }
                        throw e;
                    }
                });
    }
}
