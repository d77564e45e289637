package dev.polyloom.python.runtime.fault;

/**
 * A Python exception that a part of the library raises: the name of its type and its message, both
 * as Python gives them. Immutable.
 */
public final class Fault extends RuntimeException {
    private final String type;
    private final String text;
    private final int number;
    private final transient Object[] arguments;

    private Fault(String type, String text, int number, Object... arguments) {
        super(text);
        this.type = type;
        this.text = text;
        this.number = number;
        this.arguments = arguments;
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
        return new Fault(type, text, 0);
    }

    /**
     * Makes the error of a codec.
     *
     * @param arguments those of the exception: codec, object, start, end and reason
     */
    public static RuntimeException unicode(String type, String text, Object... arguments) {
        return new Fault(type, text, 0, arguments);
    }

    /** Makes a {@code ValueError} with the message. */
    public static RuntimeException value(String text) {
        return of("ValueError", text);
    }

    /** Makes a {@code TypeError} with the message. */
    public static RuntimeException type(String text) {
        return of("TypeError", text);
    }

    /** Makes the {@code OverflowError} of a result that no float holds. */
    public static RuntimeException outOfRange() {
        return new Fault("OverflowError", "Numerical result out of range", 34);
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
        return number == 0 ? text : "(%d, '%s')".formatted(number, text);
    }

    /** Returns the arguments of the exception where they are not the message alone. */
    public Object[] arguments() {
        return arguments.clone();
    }

    /** Returns the message without a number. */
    public String reason() {
        return text;
    }

    /** Returns the number of the system's error, which goes before the message, or 0 for none. */
    public int number() {
        return number;
    }
}
