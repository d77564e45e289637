package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.fault.Fault;
import org.jspecify.annotations.Nullable;

/** Makes, raises and catches exceptions. */
public final class Errors {
    private static final ThreadLocal<@Nullable PyException> HANDLED = new ThreadLocal<>();

    private Errors() {}

    /** Returns an exception as it is thrown from here. */
    public static PyException of(PyType type, Object... arguments) {
        return new PyException(type, arguments).raisedNow(HANDLED.get());
    }

    /** Returns a {@code TypeError}. */
    public static PyException type(String message) {
        return of(Exceptions.TYPE_ERROR, message);
    }

    /** Returns a {@code ValueError}. */
    public static PyException value(String message) {
        return of(Exceptions.VALUE_ERROR, message);
    }

    /** Returns an {@code AttributeError}. */
    public static PyException attribute(String message) {
        return of(Exceptions.ATTRIBUTE_ERROR, message);
    }

    /** Returns an {@code IndexError}. */
    public static PyException index(String message) {
        return of(Exceptions.INDEX_ERROR, message);
    }

    /** Returns a {@code KeyError}. */
    public static PyException key(Object key) {
        return of(Exceptions.KEY_ERROR, key);
    }

    /** Returns a {@code NameError}. */
    public static PyException name(String name) {
        return nameError(Exceptions.NAME_ERROR, name, "name '%s' is not defined".formatted(name));
    }

    /** Returns an error about a name, which it carries. */
    static PyException nameError(PyType type, String name, String message) {
        PyException error = of(type, message);
        error.setOwn("name", name);
        return error;
    }

    /** Returns a {@code RuntimeError}. */
    public static PyException runtime(String message) {
        return of(Exceptions.RUNTIME_ERROR, message);
    }

    /** Returns the exception that ends an iteration. */
    public static PyException stop(Object value) {
        return value == None.NONE
                ? of(Exceptions.STOP_ITERATION)
                : of(Exceptions.STOP_ITERATION, value);
    }

    /**
     * Returns the exception of Python that something thrown stands for, and notes that it is caught
     * in a {@code try} statement whose body has these lines.
     */
    public static PyException caught(Throwable thrown, Module module, int first, int last) {
        PyException error = caught(thrown);
        error.legs().caught(module, first, last);
        return error;
    }

    /**
     * Returns what was thrown in a body, and notes that it is in flight while a {@code finally}
     * clause runs.
     */
    public static PyException inFlight(Throwable thrown, Module module, int first, int last) {
        PyException error = caught(thrown, module, first, last);
        HANDLED.set(error);
        return error;
    }

    /** Notes that a {@code finally} clause has run to its end: what is in flight goes on. */
    public static void landed(@Nullable PyException before) {
        PyException error = HANDLED.get();
        if (error != null && error != before) {
            error.again();
        }
    }

    /** Returns what a {@code raise} statement throws. */
    public static PyException raise(Object value) {
        return instance(value).raisedNow(HANDLED.get());
    }

    /** Returns what a {@code raise … from …} statement throws. */
    public static PyException raise(Object value, Object cause) {
        PyException error = instance(value);
        error.from(cause == None.NONE ? null : causeOf(cause));
        return error.raisedNow(HANDLED.get());
    }

    private static PyException causeOf(Object cause) {
        Object made = cause instanceof PyType type ? Calls.call(type) : cause;
        if (made instanceof PyException error) {
            return error;
        }
        throw type("exception causes must derive from BaseException");
    }

    /** Returns what a {@code raise} statement without a value throws. */
    public static PyException again() {
        PyException handled = HANDLED.get();
        if (handled == null) {
            throw runtime("No active exception to reraise");
        }
        return handled.again();
    }

    static PyException instance(Object value) {
        Object made = value instanceof PyType type ? Calls.call(type) : value;
        if (made instanceof PyException error) {
            return error;
        }
        if (value instanceof PyType type && type.isSubtypeOf(Exceptions.BASE_EXCEPTION)) {
            throw notAnException(type, Types.of(made).toString());
        }
        throw type("exceptions must derive from BaseException");
    }

    static PyException notAnException(PyType type, String made) {
        return type(
                "calling %s should have returned an instance of BaseException, not %s"
                        .formatted(type, made));
    }

    /** Returns the exception of Python that something thrown stands for. */
    public static PyException caught(Throwable thrown) {
        return switch (thrown) {
            case PyException error -> error;
            case Fault fault -> raisedBy(fault);
            case StackOverflowError overflow -> tooDeep(overflow);
            case OutOfMemoryError memory -> of(Exceptions.MEMORY_ERROR);
            case ThreadDeathError death -> throw death;
            case Error error -> throw error;
            case ClassCastException wrong -> misuse(wrong, TypeMismatch.of(wrong));
            default -> internal(thrown);
        };
    }

    private static PyException raisedBy(Fault fault) {
        Object[] all = fault.arguments();
        for (int i = 0; i < all.length; i++) {
            all[i] = all[i] instanceof byte[] bytes ? new PyBytes(bytes) : all[i];
        }
        PyException error =
                all.length > 0
                        ? of(Exceptions.named(fault.type()), all)
                        : fault.number() == 0
                                ? of(Exceptions.named(fault.type()), fault.text())
                                : of(
                                        Exceptions.named(fault.type()),
                                        (long) fault.number(),
                                        fault.reason());
        error.setStackTrace(fault.getStackTrace());
        return error;
    }

    private static PyException tooDeep(StackOverflowError overflow) {
        PyException error = of(Exceptions.RECURSION_ERROR, "maximum recursion depth exceeded");
        error.setStackTrace(overflow.getStackTrace());
        return error;
    }

    private static PyException misuse(RuntimeException thrown, String message) {
        PyException error = type(message);
        error.setInternal(thrown);
        error.setStackTrace(thrown.getStackTrace());
        return error;
    }

    private static PyException internal(Throwable thrown) {
        PyException error = of(Exceptions.SYSTEM_ERROR, "internal error: " + thrown);
        error.setInternal(thrown);
        error.setStackTrace(thrown.getStackTrace());
        return error;
    }

    /** Tells whether an exception is of a type, or of one in a tuple of types. */
    public static boolean matches(PyException error, Object types) {
        if (types instanceof PyTuple tuple) {
            tuple.asList().forEach(Errors::caught);
            return tuple.asList().stream().anyMatch(each -> error.is((PyType) each));
        }
        return error.is(caught(types));
    }

    private static PyType caught(Object type) {
        if (type instanceof PyType known && known.isSubtypeOf(Exceptions.BASE_EXCEPTION)) {
            return known;
        }
        throw type("catching classes that do not inherit from BaseException is not allowed");
    }

    /** Notes that an exception is being handled, and returns what was handled before. */
    public static @Nullable PyException enter(@Nullable PyException error) {
        PyException before = HANDLED.get();
        HANDLED.set(error);
        return before;
    }

    /** Notes that an exception is no longer handled. */
    public static void leave(@Nullable PyException before) {
        HANDLED.set(before);
    }

    /** Returns the exception that is being handled in this thread, or null. */
    public static @Nullable PyException handled() {
        return HANDLED.get();
    }

    /** Throws what an {@code assert} statement throws when its condition does not hold. */
    public static PyException assertion(Object... message) {
        return of(Exceptions.ASSERTION_ERROR, message);
    }

    /** Returns the value of a local variable, which must have one. */
    public static Object local(@Nullable Object value, String name) {
        if (value == null) {
            throw nameError(
                    Exceptions.UNBOUND_LOCAL_ERROR,
                    name,
                    "cannot access local variable '%s' where it is not associated with a value"
                            .formatted(name));
        }
        return value;
    }
}
