package dev.polyloom.python.runtime.object;

/** An object of a class of the program that rests on {@code int}, {@code float} or {@code str}. */
public final class Boxed extends PyObject {
    private final Object value;

    /** Makes one around a plain value. */
    public Boxed(PyType type, Object value) {
        super(type);
        this.value = value;
    }

    /** Returns the plain value. */
    public Object value() {
        return value;
    }

    /** Tells whether a class of the program has a method of its own. */
    boolean has(String method) {
        return type().lookup(method) instanceof Function;
    }

    /** Returns what an object stands for where a plain value is wanted. */
    public static Object plain(Object object) {
        return object instanceof Boxed boxed ? boxed.value : object;
    }
}
