package dev.polyloom.python.runtime.fault;

/**
 * A Python exception that a part of the library raises: the name of its type and its message, both
 * as Python gives them. Immutable.
 */
public final class Fault extends RuntimeException {
    private final String type;
    private final String text;

    private Fault(String type, String text) {
        super(text);
        this.type = type;
        this.text = text;
    }

    /**
     * Makes the exception that the functions of the library throw. This is the one place where they
     * make one.
     *
     * @param type the name of a built-in exception type, {@code ValueError} say
     * @param text its message
     * @return the exception, to be thrown
     */
    public static RuntimeException of(String type, String text) {
        return new Fault(type, text);
    }

    /** Makes a {@code ValueError} with the message. */
    public static RuntimeException value(String text) {
        return of("ValueError", text);
    }

    /** Makes a {@code TypeError} with the message. */
    public static RuntimeException type(String text) {
        return of("TypeError", text);
    }

    /** Makes an {@code OverflowError} with the message. */
    public static RuntimeException overflow(String text) {
        return of("OverflowError", text);
    }

    /** Makes a {@code ZeroDivisionError} with the message. */
    public static RuntimeException zeroDivision(String text) {
        return of("ZeroDivisionError", text);
    }

    /** Makes an {@code IndexError} with the message. */
    public static RuntimeException index(String text) {
        return of("IndexError", text);
    }

    /** Makes a {@code LookupError} with the message. */
    public static RuntimeException lookup(String text) {
        return of("LookupError", text);
    }

    /** Returns the name of the Python type. */
    public String type() {
        return type;
    }

    /** Returns the message, which is {@code str} of the exception. */
    public String text() {
        return text;
    }
}
