package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;

/** A context that an {@code async with} statement has entered. */
public final class AsyncWith {
    private final Awaiter by;
    private final Object manager;
    private final Object leave;
    private final Object value;
    private boolean left;

    private AsyncWith(Awaiter by, Object manager, Object leave, Object value) {
        this.by = by;
        this.manager = manager;
        this.leave = leave;
        this.value = value;
    }

    /** Enters a context. */
    public static AsyncWith enter(Awaiter by, Object manager) {
        PyType type = Types.of(manager);
        Object enter = type.lookup("__aenter__");
        Object leave = type.lookup("__aexit__");
        if (enter == null || leave == null) {
            String problem =
                    "'%s' object does not support the asynchronous context manager protocol"
                            .formatted(type.name());
            throw Errors.type(enter == null ? problem : problem + " (missed __aexit__ method)");
        }
        Object waited = Calls.call(Attributes.bind(enter, manager, type));
        if (!Awaiter.isAwaitable(waited)) {
            throw wrong("__aenter__", waited);
        }
        return new AsyncWith(by, manager, leave, by.await(waited));
    }

    private static PyException wrong(String method, Object waited) {
        return Errors.type(
                "'async with' received an object from %s that does not implement __await__: %s"
                        .formatted(method, Types.of(waited).name()));
    }

    /** Returns what entering has given. */
    public Object value() {
        return value;
    }

    /**
     * Leaves the context with what was thrown in its body, and throws it on unless the context
     * keeps it.
     *
     * @param module the module of the statement
     * @param first the first line of its body
     * @param last the last line of its body
     */
    public void fail(Throwable thrown, Module module, int first, int last) {
        fail(Errors.caught(thrown, module, first, last));
    }

    /** Leaves the context with an exception, and throws it on unless the context keeps it. */
    public void fail(PyException error) {
        left = true;
        PyException before = Errors.enter(error);
        try {
            Object trace = Attributes.get(error, "__traceback__");
            if (!Text.truth(leave(error.type(), error, trace))) {
                throw error.again();
            }
        } finally {
            Errors.leave(before);
        }
    }

    /** Leaves the context, unless that has been done. */
    public void exit() {
        if (!left) {
            left = true;
            leave(None.NONE, None.NONE, None.NONE);
        }
    }

    private Object leave(Object type, Object error, Object trace) {
        Object bound = Attributes.bind(leave, manager, Types.of(manager));
        Object waited = Calls.call(bound, type, error, trace);
        if (!Awaiter.isAwaitable(waited)) {
            throw wrong("__aexit__", waited);
        }
        return by.await(waited);
    }
}
