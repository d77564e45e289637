package dev.polyloom.python.runtime.object;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An iterator of Python. */
public abstract class PyIterator extends PyObject {
    private static final Map<String, PyType> TYPES = new ConcurrentHashMap<>();

    private final String kind;

    /** Makes one that {@code repr} shows as of this kind. */
    protected PyIterator(String kind) {
        this(typeOf(kind), kind);
    }

    /** Makes one of a type that rests on that of iterators. */
    protected PyIterator(PyType type, String kind) {
        super(type);
        this.kind = kind;
    }

    /** Returns the type of the iterators of a kind. */
    static PyType typeOf(String kind) {
        PyType known = TYPES.get(kind);
        return known != null ? known : TYPES.computeIfAbsent(kind, PyIterator::made);
    }

    private static PyType made(String name) {
        return PyType.library(
                name,
                Types.OBJECT,
                name.matches("(list|tuple)_iterator") ? PyIterator::fillCounted : PyIterator::fill);
    }

    /** Returns how many values are to come where that is known, or -1. */
    long remaining() {
        return -1;
    }

    /** Returns the object of the program that it asks, or itself. */
    Object source() {
        return this;
    }

    /** Returns the next value, or null after the last. */
    public abstract @Nullable Object next();

    /** Returns the value with which it has ended. */
    public Object result() {
        return dev.polyloom.python.runtime.None.NONE;
    }

    /**
     * Sends a value or throws an exception where the iterator has stopped, and returns the next
     * value, or null after the last.
     */
    @Nullable Object resume(Object value, @Nullable PyException error) {
        if (error != null) {
            throw error;
        }
        return next();
    }

    /** Returns what it is. */
    public String kind() {
        return kind;
    }

    /** Hands all remaining values to something. */
    public void forEachRemaining(Consumer<Object> action) {
        for (Object each = next(); each != null; each = next()) {
            action.accept(each);
        }
    }

    private static void fillCounted(PyType type) {
        fill(type);
        type.method("__length_hint__", 0, 0, a -> ((PyIterator) a[0]).remaining());
    }

    static void fill(PyType type) {
        type.method("__iter__", 0, 0, a -> a[0]);
        type.method(
                "__next__",
                0,
                0,
                a -> {
                    PyIterator iterator = (PyIterator) a[0];
                    Object next = iterator.next();
                    if (next == null) {
                        throw Errors.stop(iterator.result());
                    }
                    return next;
                });
    }
}
