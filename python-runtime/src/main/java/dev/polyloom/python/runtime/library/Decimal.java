package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.number.Rational;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.text.Strip;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code decimal.Decimal}: a number in base ten, or one of {@code NaN}, {@code Infinity} and {@code
 * -Infinity}. Zero has no sign.
 */
final class Decimal extends PyObject {
    static final PyType TYPE =
            PyType.library("Decimal", Types.OBJECT, DecimalType::fill)
                    .module("decimal")
                    .maker(Decimal::make);

    private final BigDecimal value;
    private final @Nullable String special;

    private Decimal(PyType type, BigDecimal value, @Nullable String special) {
        super(type);
        this.value = value;
        this.special = special;
    }

    static Decimal of(BigDecimal value) {
        return new Decimal(TYPE, value, null);
    }

    static Decimal special(String name) {
        return new Decimal(TYPE, BigDecimal.ZERO, name);
    }

    BigDecimal value() {
        return value;
    }

    /** Returns the name of what is no number, or null. */
    @Nullable String special() {
        return special;
    }

    boolean isNan() {
        return "NaN".equals(special);
    }

    private static Object make(PyType type, Object[] a, String[] names) {
        Object given = a.length == 0 ? (Object) 0L : Boxed.plain(a[0]);
        Decimal made =
                switch (given) {
                    case Decimal known -> known;
                    case String text -> parse(text);
                    case Double number -> ofDouble(number);
                    case PyTuple parts -> ofParts(parts);
                    case PyList parts -> ofParts(PyTuple.from(parts));
                    default -> {
                        if (!Numbers.isInt(given)) {
                            throw Errors.type(
                                    "conversion from %s to Decimal is not supported"
                                            .formatted(Types.of(given).name()));
                        }
                        yield of(new BigDecimal(Ints.big(Numbers.plain(given))));
                    }
                };
        return type == TYPE ? made : new Decimal(type, made.value, made.special);
    }

    private static Decimal parse(String text) {
        String plain = Strip.strip(text, null).replace("_", "");
        String lower = plain.toLowerCase(Locale.ROOT);
        if (lower.matches("[+-]?s?nan\\d*")) {
            return special("NaN");
        }
        if (lower.matches("[+-]?inf(inity)?")) {
            return special(lower.startsWith("-") ? "-Infinity" : "Infinity");
        }
        if (!plain.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            throw DecimalModule.raised(DecimalModule.INVALID, "ConversionSyntax");
        }
        return of(new BigDecimal(plain));
    }

    private static Decimal ofDouble(double number) {
        if (Double.isNaN(number)) {
            return special("NaN");
        }
        if (Double.isInfinite(number)) {
            return special(number < 0 ? "-Infinity" : "Infinity");
        }
        return of(new BigDecimal(number));
    }

    private static Decimal ofParts(PyTuple parts) {
        if (parts.size() != 3) {
            throw Errors.value("argument must be a sequence of length 3");
        }
        StringBuilder digits = new StringBuilder(Text.truth(parts.get(0)) ? "-0" : "0");
        List<Object> all = Iteration.toList(parts.get(1));
        all.forEach(digit -> digits.append(Numbers.index(digit)));
        int scale = (int) -Numbers.index(parts.get(2));
        return of(new BigDecimal(new BigInteger(digits.toString()), scale));
    }

    /** Returns what an operand of arithmetic is as a decimal, or null. */
    static @Nullable Decimal operand(Object other) {
        if (other instanceof Decimal known) {
            return known;
        }
        return Numbers.isInt(other) ? of(new BigDecimal(Ints.big(Numbers.plain(other)))) : null;
    }

    /** Returns the value as an exact quotient; there is none of what is no number. */
    Rational rational() {
        if (special != null) {
            throw Errors.of(
                    isNan() ? Exceptions.VALUE_ERROR : Exceptions.OVERFLOW_ERROR,
                    "cannot convert %s to integer ratio".formatted(isNan() ? "NaN" : "Infinity"));
        }
        BigInteger digits = value.unscaledValue();
        return value.scale() >= 0
                ? Rational.of(digits, BigInteger.TEN.pow(value.scale()))
                : Rational.of(digits.multiply(BigInteger.TEN.pow(-value.scale())));
    }

    double toDouble() {
        return special == null ? value.doubleValue() : Double.parseDouble(special);
    }

    String text() {
        return special == null ? value.toString() : special;
    }

    /** Returns the parts that make it up, as {@code as_tuple()} does. */
    PyTuple parts(PyType kind) {
        Object[] digits =
                value.unscaledValue()
                        .abs()
                        .toString()
                        .chars()
                        .mapToObj(c -> (Object) (long) (c - '0'))
                        .toArray();
        Object exponent =
                special == null ? (Object) (long) -value.scale() : special.substring(0, 1);
        return PyTuple.of(
                kind, value.signum() < 0 ? 1L : (Object) 0L, PyTuple.of(digits), exponent);
    }

    /** Returns the value without its fraction, or raises what Python does. */
    Object whole() {
        if (special != null) {
            throw Errors.of(
                    isNan() ? Exceptions.VALUE_ERROR : Exceptions.OVERFLOW_ERROR,
                    "cannot convert %s to integer".formatted(isNan() ? "NaN" : "Infinity"));
        }
        return Ints.of(value.toBigInteger());
    }
}
