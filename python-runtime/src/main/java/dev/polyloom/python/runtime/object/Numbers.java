package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.number.FloatText;
import dev.polyloom.python.runtime.number.Floats;
import dev.polyloom.python.runtime.number.IntText;
import dev.polyloom.python.runtime.number.Ints;
import java.math.BigInteger;

/** What is a number, and how values become numbers. */
public final class Numbers {
    private Numbers() {}

    /** Returns a plain int or float for a truth value or for an object that rests on one. */
    public static Object plain(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? 1L : (Object) 0L;
            case Boxed boxed -> plain(boxed.value());
            default -> value;
        };
    }

    /** Tells whether a value is a plain int. */
    static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof BigInteger;
    }

    /** Tells whether a value is a plain int or float. */
    static boolean isReal(Object value) {
        return value instanceof Long || value instanceof Double || value instanceof BigInteger;
    }

    /** Tells whether a value counts as an int. */
    public static boolean isInt(Object value) {
        return isWhole(plain(value));
    }

    /** Returns a value that is used as an index or a count. */
    public static long index(Object value) {
        Object whole = indexObject(value);
        if (whole instanceof Long number) {
            return number;
        }
        throw Errors.of(Exceptions.OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
    }

    /** Returns a value that is used as an int. */
    public static Object indexObject(Object value) {
        Object plain = plain(value);
        if (isWhole(plain)) {
            return plain;
        }
        Object method = Types.of(value).lookup("__index__");
        if (method == null) {
            throw Errors.type(
                    "'%s' object cannot be interpreted as an integer"
                            .formatted(Types.of(value).name()));
        }
        return whole("__index__", Calls.special(method, value));
    }

    static Object sliceIndex(Object value) {
        if (Types.of(value).lookup("__index__") == null) {
            throw Errors.type("slice indices must be integers or None or have an __index__ method");
        }
        return indexObject(value);
    }

    /** Returns a value as a float, as {@code float(value)} does for numbers. */
    public static double toDouble(Object value) {
        return switch (plain(value)) {
            case Double number -> number;
            case Long number -> number;
            case BigInteger big -> Ints.toFloat(big);
            default -> {
                PyType type = Types.of(value);
                Object method = type.lookup("__float__");
                if (method != null) {
                    Object made = Calls.special(method, value);
                    if (!(plain(made) instanceof Double number)) {
                        throw Errors.type(
                                "%s.__float__ returned non-float (type %s)"
                                        .formatted(type.name(), Types.of(made).name()));
                    }
                    yield number;
                }
                if (type.lookup("__index__") != null) {
                    yield toDouble(indexObject(value));
                }
                throw Errors.type("must be real number, not " + type.name());
            }
        };
    }

    static Object makeBool(Object[] args) {
        if (args.length > 1) {
            throw Errors.type("bool expected at most 1 argument, got " + args.length);
        }
        return args.length > 0 && Text.truth(args[0]);
    }

    static Object makeInt(PyType type, Object[] args, String[] names) {
        Object made;
        if (names.length > 0 && !(names.length == 1 && names[0].equals("base"))) {
            throw Errors.type("'%s' is an invalid keyword argument for int()".formatted(names[0]));
        }
        if (args.length > 2) {
            throw Errors.type("int() takes at most 2 arguments (%d given)".formatted(args.length));
        }
        if (names.length == 1 && args.length == 1) {
            throw Errors.type("int() missing string argument");
        }
        if (args.length == 0) {
            made = 0L;
        } else if (args.length == 2) {
            made = parse(args[0], index(args[1]));
        } else {
            made = toInt(args[0]);
        }
        return type == Types.INT ? made : new Boxed(type, made);
    }

    private static Object parse(Object text, long base) {
        return switch (Boxed.plain(text)) {
            case String s -> IntText.parse(s, base);
            case PyBytes b -> IntText.parse(b.data(), base);
            default -> throw Errors.type("int() can't convert non-string with explicit base");
        };
    }

    /** Returns {@code int(value)}. */
    public static Object toInt(Object value) {
        return switch (plain(value)) {
            case Long number -> number;
            case BigInteger big -> big;
            case Double number -> Floats.toInt(number);
            case String text -> IntText.parse(text, 10);
            case PyBytes bytes -> IntText.parse(bytes.data(), 10);
            default -> {
                for (String name : new String[] {"__int__", "__index__", "__trunc__"}) {
                    Object method = Types.of(value).lookup(name);
                    if (method != null) {
                        yield whole(name, Calls.special(method, value));
                    }
                }
                throw Errors.type(
                        "int() argument must be a string, a bytes-like object or a real number, not"
                                + " '%s'".formatted(Types.of(value).name()));
            }
        };
    }

    private static Object whole(String method, Object made) {
        if (!isInt(made)) {
            throw Errors.type(
                    "%s returned non-%s (type %s)"
                            .formatted(
                                    method,
                                    method.equals("__trunc__") ? "Integral" : "int",
                                    Types.of(made).name()));
        }
        return plain(made);
    }

    static Object makeFloat(PyType type, Object[] args, String[] names) {
        if (names.length > 0) {
            throw Errors.type(type.name() + "() takes no keyword arguments");
        }
        if (args.length > 1) {
            throw Errors.type("float expected at most 1 argument, got " + args.length);
        }
        double made;
        byte[] bytes = args.length == 0 ? null : Buffered.of(args[0]);
        if (args.length == 0) {
            made = 0.0;
        } else if (Boxed.plain(args[0]) instanceof String text) {
            made = FloatText.parse(text);
        } else if (bytes != null) {
            made = FloatText.parse(dev.polyloom.python.runtime.text.Bytes.text(bytes));
        } else if (!isReal(plain(args[0]))
                && Types.of(args[0]).lookup("__float__") == null
                && Types.of(args[0]).lookup("__index__") == null) {
            throw Errors.type(
                    "float() argument must be a string or a real number, not '%s'"
                            .formatted(Types.of(args[0]).name()));
        } else {
            made = toDouble(args[0]);
        }
        return type == Types.FLOAT ? (Object) made : new Boxed(type, made);
    }
}
