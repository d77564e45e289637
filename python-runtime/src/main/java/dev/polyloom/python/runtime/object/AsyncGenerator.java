package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import org.jspecify.annotations.Nullable;

/** An asynchronous generator: a body that both waits and yields. */
public final class AsyncGenerator extends Awaiter {
    private final String name;
    private final Generator strand;
    private boolean begun;
    private boolean closed;
    private boolean running;

    /** What an asynchronous generator does. */
    public interface Body {
        /** Runs it; it waits and yields through the generator. */
        Object run(AsyncGenerator self);
    }

    /** What the body has yielded, as opposed to what it waits for. */
    private record Yielded(Object value) {}

    /** Makes one. */
    public AsyncGenerator(String name, Body body) {
        super(Types.ASYNC_GENERATOR);
        this.name = name;
        this.strand = new Generator(name, self -> run(body));
    }

    private Object run(Body body) {
        try {
            return body.run(this);
        } catch (PyException e) {
            throw (PyException) kept("async generator", e);
        }
    }

    static void fill(PyType type) {
        type.method("__aiter__", 0, 0, a -> a[0]);
        type.method("__anext__", 0, 0, a -> step(a, "__anext__", None.NONE, null));
        type.method("asend", 1, 1, a -> step(a, "asend", a[1], null));
        type.method("athrow", 1, 3, a -> step(a, "athrow", None.NONE, Errors.instance(a[1])));
        type.method("aclose", 0, 0, a -> Coroutine.step("aclose", by -> of(a).close(by)));
        type.getter("__name__", self -> ((AsyncGenerator) self).name);
        type.getter("__qualname__", self -> ((AsyncGenerator) self).name);
        type.getter("ag_running", self -> ((AsyncGenerator) self).running);
        type.method(
                "__repr__",
                0,
                0,
                a -> "<async_generator object %s at %s>".formatted(of(a).name, Text.address(a[0])));
    }

    private static AsyncGenerator of(Object[] a) {
        return (AsyncGenerator) a[0];
    }

    private static Object step(Object[] a, String kind, Object value, @Nullable PyException error) {
        return Coroutine.step(
                kind,
                by -> {
                    Object next = of(a).next(by, value, error);
                    if (next == null) {
                        throw Errors.of(Exceptions.STOP_ASYNC_ITERATION);
                    }
                    return next;
                });
    }

    @Override
    Generator strand() {
        return strand;
    }

    /** Yields a value, and returns what is sent in. */
    public Object give(Object value) {
        return strand.give(new Yielded(value));
    }

    /** Returns the next value, or null after the last. */
    @Nullable Object next(Awaiter by) {
        return next(by, None.NONE, null);
    }

    private @Nullable Object next(Awaiter by, Object value, @Nullable PyException error) {
        if (running) {
            throw Errors.runtime("anext(): asynchronous generator is already running");
        }
        if (closed) {
            if (error != null) {
                throw error;
            }
            return null;
        }
        if (!begun) {
            if (value != None.NONE) {
                throw Errors.type("can't send non-None value to a just-started async generator");
            }
            begun = true;
            ThreadState.get().open(this);
        }
        running = true;
        try {
            return drive(by, value, error);
        } finally {
            running = false;
        }
    }

    private @Nullable Object drive(Awaiter by, Object value, @Nullable PyException error) {
        Object sent = value;
        PyException thrown = error;
        while (true) {
            Object out = resume(sent, thrown);
            if (out == null || out instanceof Yielded) {
                return out == null ? null : ((Yielded) out).value;
            }
            sent = None.NONE;
            thrown = null;
            try {
                sent = by.suspend(out);
            } catch (PyException e) {
                thrown = e;
            }
        }
    }

    private @Nullable Object resume(Object value, @Nullable PyException error) {
        boolean alive = false;
        try {
            Object out = strand.resume(value, error);
            alive = out != null;
            return out;
        } finally {
            if (!alive) {
                closed = true;
                ThreadState.get().closed(this);
            }
        }
    }

    /** Ends it where it waits or has yielded. */
    public Object close(Awaiter by) {
        if (!begun) {
            closed = true;
        }
        if (!closed) {
            try {
                if (next(by, None.NONE, new PyException(Exceptions.GENERATOR_EXIT)) != null) {
                    throw Errors.runtime("async generator ignored GeneratorExit");
                }
            } catch (PyException e) {
                if (!e.is(Exceptions.GENERATOR_EXIT)) {
                    throw e;
                }
            }
        }
        return None.NONE;
    }
}
