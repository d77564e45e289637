package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.number.Rational;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.ClassMethod;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.math.BigInteger;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code fractions.Fraction}. */
final class Fraction extends PyObject {
    static final PyType TYPE =
            PyType.library("Fraction", Types.OBJECT, Fraction::fill)
                    .module("fractions")
                    .maker(Fraction::make);
    private static final Pattern FORMAT =
            Pattern.compile(
                    "\\s*([-+]?)(?=\\d|\\.\\d)(\\d*)(?:/(\\d+)|(?:\\.(\\d*))?(?:[eE]([-+]?\\d+))?)\\s*");

    private final Rational value;

    Fraction(PyType type, Rational value) {
        super(type);
        this.value = value;
    }

    /** Returns the plain value. */
    Rational value() {
        return value;
    }

    static Module makeModule() {
        return new Module("fractions").put("Fraction", TYPE);
    }

    private static Object make(PyType type, Object[] a, String[] names) {
        if (a.length == 0) {
            return new Fraction(type, Rational.of(BigInteger.ZERO));
        }
        if (a.length == 1) {
            Object given = Boxed.plain(a[0]);
            if (given instanceof String text) {
                return new Fraction(type, parse(text));
            }
            if (given instanceof Double number) {
                return new Fraction(type, Rational.of(number));
            }
            Rational known = rational(a[0]);
            if (known == null) {
                throw Errors.type("argument should be a string or a Rational instance");
            }
            return new Fraction(type, known);
        }
        Rational top = rational(a[0]);
        Rational bottom = rational(a[1]);
        if (top == null || bottom == null) {
            throw Errors.type("both arguments should be Rational instances");
        }
        if (bottom.numerator().signum() == 0) {
            throw Errors.of(
                    dev.polyloom.python.runtime.object.Exceptions.ZERO_DIVISION_ERROR,
                    "Fraction(%s, 0)".formatted(top));
        }
        return new Fraction(type, top.by(bottom));
    }

    private static Rational parse(String text) {
        Matcher parts = FORMAT.matcher(text);
        if (!parts.matches()) {
            throw Errors.value("Invalid literal for Fraction: " + Text.repr(text));
        }
        String whole = parts.group(2).isEmpty() ? "0" : parts.group(2);
        String below = parts.group(3);
        Rational made;
        if (below != null) {
            made = Rational.of(new BigInteger(whole), new BigInteger(below));
        } else {
            String decimals = parts.group(4) == null ? "" : parts.group(4);
            made =
                    Rational.of(
                            new BigInteger(whole + decimals),
                            BigInteger.TEN.pow(decimals.length()));
            if (parts.group(5) != null) {
                Rational ten = Rational.of(BigInteger.TEN);
                made = made.times(ten.power(Integer.parseInt(parts.group(5))));
            }
        }
        return "-".equals(parts.group(1)) ? made.negate() : made;
    }

    private static @Nullable Rational rational(Object value) {
        if (value instanceof Fraction fraction) {
            return fraction.value;
        }
        return Numbers.isInt(value) ? Rational.of(Ints.big(Numbers.plain(value))) : null;
    }

    private static Rational of(Object self) {
        return ((Fraction) self).value;
    }

    private static Fraction wrap(Rational value) {
        return new Fraction(TYPE, value);
    }

    private static Object whole(BigInteger value) {
        return Ints.of(value);
    }

    private static void fill(PyType type) {
        type.getter("numerator", self -> whole(of(self).numerator()));
        type.getter("denominator", self -> whole(of(self).denominator()));
        type.method("__repr__", 0, 0, a -> repr(of(a[0])));
        type.method("__str__", 0, 0, a -> of(a[0]).toString());
        type.method("__hash__", 0, 0, a -> of(a[0]).hash());
        type.method("__bool__", 0, 0, a -> of(a[0]).numerator().signum() != 0);
        type.method("__float__", 0, 0, a -> of(a[0]).toDouble());
        type.method("__trunc__", 0, 0, a -> truncated(of(a[0])));
        type.method("__int__", 0, 0, a -> truncated(of(a[0])));
        type.method("__floor__", 0, 0, a -> whole(of(a[0]).floor()));
        type.method("__ceil__", 0, 0, a -> whole(of(a[0]).negate().floor().negate()));
        type.method("__round__", 0, 1, Fraction::round);
        type.method("__neg__", 0, 0, a -> wrap(of(a[0]).negate()));
        type.method("__pos__", 0, 0, a -> wrap(of(a[0])));
        type.method(
                "__abs__",
                0,
                0,
                a -> wrap(of(a[0]).numerator().signum() < 0 ? of(a[0]).negate() : of(a[0])));
        type.method(
                "as_integer_ratio",
                0,
                0,
                a -> PyTuple.of(whole(of(a[0]).numerator()), whole(of(a[0]).denominator())));
        type.method("limit_denominator", "max_denominator=1000000", Fraction::limit);
        for (String name : new String[] {"from_float", "from_decimal"}) {
            type.dict()
                    .put(
                            name,
                            new ClassMethod(
                                    Builtin.function(
                                            name,
                                            2,
                                            2,
                                            a ->
                                                    make(
                                                            (PyType) a[0],
                                                            new Object[] {a[1]},
                                                            new String[0]))));
        }
        operators(type);
    }

    private static String repr(Rational value) {
        return "Fraction(%s, %s)".formatted(value.numerator(), value.denominator());
    }

    private static Object truncated(Rational value) {
        return whole(value.numerator().divide(value.denominator()));
    }

    private static Object limit(Object[] a) {
        BigInteger most = Ints.big(Numbers.indexObject(a[1]));
        if (most.signum() < 1) {
            throw Errors.value("max_denominator should be at least 1");
        }
        return wrap(of(a[0]).limited(most));
    }

    private static Object round(Object[] a) {
        if (a.length == 1 || a[1] == None.NONE) {
            return whole(of(a[0]).round());
        }
        Rational scale = Rational.of(BigInteger.TEN).power((int) Numbers.index(a[1]));
        return wrap(Rational.of(of(a[0]).times(scale).round()).by(scale));
    }

    private static void operators(PyType type) {
        operator(type, "add", Rational::plus, Ops::add);
        operator(type, "sub", Rational::minus, Ops::sub);
        operator(type, "mul", Rational::times, Ops::mul);
        operator(type, "truediv", Rational::by, Ops::div);
        operator(type, "mod", Fraction::modulo, Ops::mod);
        both(type, "floordiv", (x, y) -> whole(x.by(y).floor()), Ops::floordiv);
        both(
                type,
                "divmod",
                (x, y) -> PyTuple.of(whole(x.by(y).floor()), wrap(modulo(x, y))),
                (x, y) -> Types.NOT_IMPLEMENTED);
        type.method("__pow__", 1, 2, a -> power(of(a[0]), a[1]));
        type.method("__rpow__", 1, 2, a -> Ops.pow(a[1], of(a[0]).toDouble()));
        type.method("__eq__", 1, 1, a -> equal(of(a[0]), a[1]));
        order(type, "__lt__", Compare.Order.LT);
        order(type, "__le__", Compare.Order.LE);
        order(type, "__gt__", Compare.Order.GT);
        order(type, "__ge__", Compare.Order.GE);
    }

    private static Rational modulo(Rational x, Rational y) {
        return x.minus(y.times(Rational.of(x.by(y).floor())));
    }

    private static void operator(
            PyType type,
            String name,
            BinaryOperator<Rational> exact,
            BinaryOperator<Object> floating) {
        both(type, name, (x, y) -> wrap(exact.apply(x, y)), floating);
    }

    private static void both(
            PyType type,
            String name,
            java.util.function.BiFunction<Rational, Rational, Object> exact,
            BinaryOperator<Object> floating) {
        type.method("__" + name + "__", 1, 1, a -> apply(a[0], a[1], false, exact, floating));
        type.method("__r" + name + "__", 1, 1, a -> apply(a[0], a[1], true, exact, floating));
    }

    private static Object apply(
            Object self,
            Object other,
            boolean swapped,
            java.util.function.BiFunction<Rational, Rational, Object> exact,
            BinaryOperator<Object> floating) {
        if (Numbers.plain(other) instanceof Double number) {
            Object mine = of(self).toDouble();
            return swapped ? floating.apply(number, mine) : floating.apply(mine, number);
        }
        Rational known = rational(other);
        if (known == null) {
            return Types.NOT_IMPLEMENTED;
        }
        return swapped ? exact.apply(known, of(self)) : exact.apply(of(self), known);
    }

    private static Object power(Rational base, Object exponent) {
        Rational known = rational(exponent);
        if (known != null && known.denominator().equals(BigInteger.ONE)) {
            return wrap(base.power(known.numerator().intValueExact()));
        }
        if (known == null && !(Numbers.plain(exponent) instanceof Double)) {
            return Types.NOT_IMPLEMENTED;
        }
        return Ops.pow(base.toDouble(), known == null ? Numbers.plain(exponent) : known.toDouble());
    }

    private static Object equal(Rational value, Object other) {
        Rational known = exactly(other);
        return known == null ? Types.NOT_IMPLEMENTED : (Object) known.equals(value);
    }

    private static @Nullable Rational exactly(Object other) {
        if (Numbers.plain(other) instanceof Double number) {
            return Double.isFinite(number) ? Rational.of(number) : null;
        }
        return rational(other);
    }

    private static void order(PyType type, String name, Compare.Order order) {
        type.method(
                name,
                1,
                1,
                a -> {
                    Rational known = exactly(a[1]);
                    return known == null
                            ? Types.NOT_IMPLEMENTED
                            : Compare.order((long) of(a[0]).compareTo(known), 0L, order);
                });
    }
}
