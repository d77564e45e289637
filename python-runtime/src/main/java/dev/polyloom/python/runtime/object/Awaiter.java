package dev.polyloom.python.runtime.object;

import org.jspecify.annotations.Nullable;

/**
 * What runs the body of an asynchronous function, and can wait in it.
 *
 * <p>A body runs on a strand: a {@link Generator} whose thread hands over to whoever drives it. A
 * coroutine that another one awaits runs on the strand of that one, as a plain call.
 */
public abstract class Awaiter extends PyObject {
    /** Makes one. */
    Awaiter(PyType type) {
        super(type);
    }

    abstract Generator strand();

    /** Hands a value to whoever drives the body, and returns what is sent back. */
    public final Object suspend(Object value) {
        return strand().give(value);
    }

    /** Waits for a value, and returns what has come of it. */
    public final Object await(Object value) {
        if (value instanceof Awaitable known) {
            return known.await(this);
        }
        if (value instanceof Generator generator && generator.isAwaitable()) {
            return strand().yieldFrom(generator);
        }
        PyType type = Types.of(value);
        Object method = type.lookup("__await__");
        if (method == null) {
            throw Errors.type(
                    "object %s can't be used in 'await' expression".formatted(type.name()));
        }
        Object iterator = Calls.call(Attributes.bind(method, value, type));
        return switch (iterator) {
            case Coroutine.Iterator wrapped -> wrapped.coroutine().await(this);
            case Coroutine coroutine -> throw Errors.type("__await__() returned a coroutine");
            case PyIterator known -> strand().yieldFrom(known);
            default -> {
                if (Types.of(iterator).lookup("__next__") == null) {
                    throw Errors.type(
                            "__await__() returned non-iterator of type '%s'"
                                    .formatted(Types.of(iterator).name()));
                }
                yield strand().yieldFrom(iterator);
            }
        };
    }

    /** Returns an iterator that gives what is awaited and takes what is sent back. */
    public static PyIterator iterator(Awaitable value) {
        Coroutine waiting = Coroutine.of("await", value::await);
        return new Coroutine.Iterator(waiting);
    }

    /** Tells whether a value can be awaited. */
    public static boolean isAwaitable(Object value) {
        return value instanceof Awaitable
                || (value instanceof Generator generator && generator.isAwaitable())
                || Types.of(value).lookup("__await__") != null;
    }

    /** Returns the error that stands for one that must not leave a body. */
    static Throwable kept(String kind, Throwable thrown) {
        if (!(thrown instanceof PyException error)) {
            return thrown;
        }
        String name = name(kind, error);
        return name == null
                ? error
                : Errors.runtime("%s raised %s".formatted(kind, name)).from(error);
    }

    private static @Nullable String name(String kind, PyException error) {
        if (error.is(Exceptions.STOP_ITERATION)) {
            return "StopIteration";
        }
        return error.is(Exceptions.STOP_ASYNC_ITERATION) && kind.startsWith("async")
                ? "StopAsyncIteration"
                : null;
    }
}
