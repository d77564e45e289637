package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.number.Floats;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.number.Logarithms;
import dev.polyloom.python.runtime.number.Rational;
import dev.polyloom.python.runtime.number.SquareRoot;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The methods of {@code decimal.Decimal}. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class DecimalType {
    private static final PyType PARTS = parts();

    /** Where e to a power leaves the exponents that a decimal may have. */
    private static final BigDecimal MOST_EXPONENT = BigDecimal.valueOf(2_302_585);

    private DecimalType() {}

    private static PyType parts() {
        PyType type = PyType.user("DecimalTuple", List.of(Types.TUPLE)).module("decimal");
        NamedTuples.define(type, List.of("sign", "digits", "exponent"), List.of());
        return type;
    }

    private static Decimal of(Object self) {
        return (Decimal) self;
    }

    static void fill(PyType type) {
        type.method("__repr__", 0, 0, a -> "Decimal('%s')".formatted(of(a[0]).text()));
        type.method("__str__", 0, 0, a -> of(a[0]).text());
        type.method("__format__", 1, 1, a -> DecimalFormat.format(of(a[0]), (String) a[1]));
        type.method("__hash__", 0, 0, a -> hash(of(a[0])));
        type.method(
                "__bool__",
                0,
                0,
                a -> of(a[0]).special() != null || of(a[0]).value().signum() != 0);
        type.method("__float__", 0, 0, a -> of(a[0]).toDouble());
        type.method("__int__", 0, 0, a -> of(a[0]).whole());
        type.method("__trunc__", 0, 0, a -> of(a[0]).whole());
        type.method("__floor__", 0, 0, a -> Ints.of(of(a[0]).rational().floor()));
        type.method("__ceil__", 0, 0, a -> Ints.of(of(a[0]).rational().negate().floor().negate()));
        type.method("__divmod__", 1, 1, a -> divmod(a[0], a[1]));
        type.method("__rdivmod__", 1, 1, a -> divmod(a[1], a[0]));
        type.method("__round__", 0, 1, DecimalType::round);
        type.method("quantize", "exp, rounding=None, context=None", DecimalType::quantize);
        type.method("as_tuple", 0, 0, a -> of(a[0]).parts(PARTS));
        type.method("as_integer_ratio", 0, 0, a -> ratio(of(a[0]).rational()));
        type.method("is_nan", 0, 0, a -> of(a[0]).isNan());
        type.method("is_infinite", 0, 0, a -> of(a[0]).special() != null && !of(a[0]).isNan());
        type.method("is_finite", 0, 0, a -> of(a[0]).special() == null);
        type.method("is_zero", 0, 0, a -> plain(a) && of(a[0]).value().signum() == 0);
        type.method("is_signed", 0, 0, a -> of(a[0]).text().startsWith("-"));
        type.method(
                "adjusted",
                0,
                0,
                a -> (long) of(a[0]).value().precision() - of(a[0]).value().scale() - 1);
        for (String name : new String[] {"to_integral_value", "to_integral", "to_integral_exact"}) {
            type.method(name, "rounding=None, context=None", DecimalType::toIntegral);
        }
        unary(type, "__neg__", x -> x.negate(DecimalModule.math()));
        unary(type, "__pos__", x -> x.round(DecimalModule.math()));
        unary(type, "__abs__", x -> x.abs(DecimalModule.math()));
        unary(type, "copy_abs", BigDecimal::abs);
        unary(type, "copy_negate", BigDecimal::negate);
        unary(type, "normalize", DecimalType::normal);
        type.method("sqrt", "context=None", a -> root(of(a[0])));
        type.method("exp", "context=None", a -> exp(of(a[0])));
        type.method("ln", "context=None", a -> logarithm(of(a[0]), Logarithms::ln));
        type.method("log10", "context=None", a -> logarithm(of(a[0]), Logarithms::log10));
        type.method("compare", 1, 1, a -> Decimal.of(BigDecimal.valueOf(compare(a))));
        arithmetic(type);
        comparisons(type);
    }

    private static boolean plain(Object[] a) {
        return of(a[0]).special() == null;
    }

    private static Object ratio(Rational value) {
        return PyTuple.of(Ints.of(value.numerator()), Ints.of(value.denominator()));
    }

    private static BigDecimal normal(BigDecimal value) {
        BigDecimal rounded = value.round(DecimalModule.math());
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }

    private static Object hash(Decimal value) {
        return value.special() == null ? value.rational().hash() : Floats.hash(value.toDouble());
    }

    private static void unary(PyType type, String name, UnaryOperator<BigDecimal> how) {
        type.method(
                name,
                0,
                0,
                a -> {
                    String special = of(a[0]).special();
                    if (special == null) {
                        return Decimal.of(how.apply(of(a[0]).value()));
                    }
                    boolean flips = name.contains("neg") && !special.equals("NaN");
                    String size = special.replace("-", "");
                    boolean minus = special.startsWith("-") != flips && !name.contains("abs");
                    return Decimal.special(minus && !size.equals("NaN") ? "-" + size : size);
                });
    }

    private static Object root(Decimal value) {
        if (value.special() != null) {
            return value;
        }
        if (value.value().signum() < 0) {
            throw DecimalModule.raised(DecimalModule.INVALID, "InvalidOperation");
        }
        return Decimal.of(SquareRoot.of(value.value(), DecimalModule.math()));
    }

    private static Object exp(Decimal value) {
        boolean negative = value.text().startsWith("-");
        if (value.special() != null) {
            return negative ? Decimal.of(BigDecimal.ZERO) : value;
        }
        if (value.value().abs().compareTo(MOST_EXPONENT) > 0) {
            if (!negative) {
                throw DecimalModule.raised(DecimalModule.OVERFLOW, "Overflow");
            }
            return Decimal.of(BigDecimal.valueOf(0, 999_998 + DecimalModule.math().getPrecision()));
        }
        return Decimal.of(Logarithms.exp(value.value(), DecimalModule.math()));
    }

    private static Object logarithm(
            Decimal value, BiFunction<BigDecimal, MathContext, BigDecimal> how) {
        if (value.isNan()) {
            return value;
        }
        if (value.text().startsWith("-")) {
            throw DecimalModule.raised(DecimalModule.INVALID, "InvalidOperation");
        }
        if (value.special() != null) {
            return value;
        }
        return value.value().signum() == 0
                ? Decimal.special("-Infinity")
                : Decimal.of(how.apply(value.value(), DecimalModule.math()));
    }

    private static Object divmod(Object a, Object b) {
        return PyTuple.of(Ops.floordiv(a, b), Ops.mod(a, b));
    }

    private static Object round(Object[] a) {
        if (a.length == 1 || a[1] == None.NONE) {
            return Ints.of(of(a[0]).rational().round());
        }
        int places = (int) Numbers.index(a[1]);
        return Decimal.of(of(a[0]).value().setScale(places, RoundingMode.HALF_EVEN));
    }

    private static RoundingMode mode(Object rounding) {
        return rounding == None.NONE
                ? DecimalModule.math().getRoundingMode()
                : DecimalModule.mode(rounding);
    }

    private static Object quantize(Object[] a) {
        Decimal model = Objects.requireNonNull(Decimal.operand(a[1]));
        if (of(a[0]).special() != null) {
            return a[0];
        }
        BigDecimal result = of(a[0]).value().setScale(model.value().scale(), mode(a[2]));
        if (result.precision() > DecimalModule.math().getPrecision()) {
            throw DecimalModule.raised(DecimalModule.INVALID, "InvalidOperation");
        }
        return Decimal.of(result);
    }

    private static Object toIntegral(Object[] a) {
        BigDecimal value = of(a[0]).value();
        return value.scale() <= 0 ? a[0] : Decimal.of(value.setScale(0, mode(a[1])));
    }

    private static void arithmetic(PyType type) {
        binary(type, "add", (x, y) -> x.add(y, DecimalModule.math()));
        binary(type, "sub", (x, y) -> x.subtract(y, DecimalModule.math()));
        binary(type, "mul", (x, y) -> x.multiply(y, DecimalModule.math()));
        binary(type, "truediv", (x, y) -> x.divide(divisor(x, y), DecimalModule.math()));
        binary(type, "floordiv", (x, y) -> x.divideToIntegralValue(divisor(x, y)).setScale(0));
        binary(type, "mod", (x, y) -> x.remainder(remainder(y)).round(DecimalModule.math()));
        binary(type, "pow", DecimalType::power);
    }

    private static BigDecimal divisor(BigDecimal x, BigDecimal y) {
        if (y.signum() == 0) {
            throw x.signum() == 0
                    ? DecimalModule.raised(DecimalModule.INVALID, "DivisionUndefined")
                    : DecimalModule.raised(DecimalModule.BY_ZERO, "DivisionByZero");
        }
        return y;
    }

    private static BigDecimal remainder(BigDecimal y) {
        if (y.signum() == 0) {
            throw DecimalModule.raised(DecimalModule.INVALID, "InvalidOperation");
        }
        return y;
    }

    private static BigDecimal power(BigDecimal x, BigDecimal y) {
        if (y.compareTo(new BigDecimal("0.5")) == 0) {
            return SquareRoot.of(x, DecimalModule.math());
        }
        if (y.stripTrailingZeros().scale() > 0) {
            if (x.signum() < 0) {
                throw DecimalModule.raised(DecimalModule.INVALID, "InvalidOperation");
            }
            return x.signum() == 0 ? BigDecimal.ZERO : Logarithms.power(x, y, DecimalModule.math());
        }
        int exponent = y.intValueExact();
        BigDecimal exact = x.pow(Math.abs(exponent));
        return exponent < 0
                ? BigDecimal.ONE.divide(divisor(BigDecimal.ONE, exact), DecimalModule.math())
                : exact.round(DecimalModule.math());
    }

    private static void binary(PyType type, String name, BinaryOperator<BigDecimal> how) {
        type.method("__" + name + "__", 1, 2, a -> apply(a[0], a[1], name, how));
        type.method(
                "__r" + name + "__",
                1,
                2,
                a -> {
                    Decimal first = Decimal.operand(a[1]);
                    return first == null ? Types.NOT_IMPLEMENTED : apply(first, a[0], name, how);
                });
    }

    private static Object apply(Object a, Object b, String name, BinaryOperator<BigDecimal> how) {
        Decimal x = of(a);
        Decimal y = Decimal.operand(b);
        if (y == null) {
            return Types.NOT_IMPLEMENTED;
        }
        if (x.special() == null && y.special() == null) {
            return Decimal.of(how.apply(x.value(), y.value()));
        }
        double first = x.toDouble();
        double second = y.toDouble();
        double result =
                switch (name) {
                    case "add" -> first + second;
                    case "sub" -> first - second;
                    case "mul" -> first * second;
                    case "truediv" -> first / second;
                    case "pow" -> Math.pow(first, second);
                    default -> Double.NaN;
                };
        return Decimal.TYPE.call(new Object[] {result}, new String[0]);
    }

    private static int compare(Object[] a) {
        return of(a[0]).rational()
                .compareTo(Objects.requireNonNull(Decimal.operand(a[1])).rational());
    }

    private static void comparisons(PyType type) {
        type.method(
                "__eq__",
                1,
                1,
                a -> {
                    Object other = comparable(a[1]);
                    return other == Types.NOT_IMPLEMENTED
                            ? other
                            : (Object) Compare.eq(exact(of(a[0])), other);
                });
        order(type, "__lt__", Compare.Order.LT);
        order(type, "__le__", Compare.Order.LE);
        order(type, "__gt__", Compare.Order.GT);
        order(type, "__ge__", Compare.Order.GE);
    }

    private static void order(PyType type, String name, Compare.Order order) {
        type.method(
                name,
                1,
                1,
                a -> {
                    Object other = comparable(a[1]);
                    return other == Types.NOT_IMPLEMENTED
                            ? other
                            : Compare.order(exact(of(a[0])), other, order);
                });
    }

    /** Returns a value that compares exactly with other numbers. */
    private static Object exact(Decimal value) {
        return value.special() == null
                ? new Fraction(Fraction.TYPE, value.rational())
                : (Object) value.toDouble();
    }

    private static Object comparable(Object other) {
        return switch (other) {
            case Decimal decimal -> exact(decimal);
            case Fraction fraction -> fraction;
            default ->
                    Numbers.isInt(other) || Numbers.plain(other) instanceof Double
                            ? Numbers.plain(other)
                            : Types.NOT_IMPLEMENTED;
        };
    }
}
