package dev.polyloom.python.runtime.number;

import dev.polyloom.python.runtime.fault.Fault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The module {@code math}. Errors are a ValueError "math domain error" or an OverflowError "math
 * range error" where nothing else is said. Thread-safe: there is no state.
 */
public final class Maths {
    private Maths() {}

    private static RuntimeException domain() {
        return Fault.value("math domain error");
    }

    /** Applies a function that is defined everywhere save where it answers with no number. */
    private static double checked(double x, DoubleUnaryOperator function) {
        double result = function.applyAsDouble(x);
        if (Double.isNaN(result) && !Double.isNaN(x)) {
            throw domain();
        }
        if (Double.isInfinite(result) && Double.isFinite(x)) {
            throw Fault.overflow("math range error");
        }
        return result;
    }

    /** Returns {@code math.sqrt(x)}. */
    public static double sqrt(double x) {
        if (x < 0) {
            throw domain();
        }
        return Math.sqrt(x);
    }

    /** Returns {@code math.cbrt(x)}. */
    public static double cbrt(double x) {
        return StrictMath.cbrt(x);
    }

    /** Returns {@code math.exp(x)}. */
    public static double exp(double x) {
        return checked(x, Elementary::exp);
    }

    /** Returns {@code math.exp2(x)}. */
    public static double exp2(double x) {
        return checked(x, power -> Elementary.pow(2, power));
    }

    /** Returns {@code math.expm1(x)}. */
    public static double expm1(double x) {
        return checked(x, StrictMath::expm1);
    }

    /** Returns {@code math.log(x)} for a float. */
    public static double log(double x) {
        return logarithm(x, Elementary::log);
    }

    private static double logarithm(double x, DoubleUnaryOperator function) {
        if (x <= 0) {
            throw domain();
        }
        return function.applyAsDouble(x);
    }

    /** Returns {@code math.log(x)} for an int, however large. */
    public static double log(Object x) {
        return logarithm(x, Elementary::log);
    }

    private static double logarithm(Object x, DoubleUnaryOperator function) {
        BigInteger value = Ints.big(x);
        if (value.signum() <= 0) {
            throw domain();
        }
        double near = value.doubleValue();
        if (Double.isFinite(near)) {
            return function.applyAsDouble(near);
        }
        int exponent = value.bitLength();
        double fraction = Quotient.of(value, BigInteger.ONE.shiftLeft(exponent));
        return function.applyAsDouble(fraction) + function.applyAsDouble(2) * exponent;
    }

    /** Returns {@code math.log2(x)} for a float. */
    public static double log2(double x) {
        return logarithm(x, Elementary::log2);
    }

    /** Returns {@code math.log2(x)} for an int, however large. */
    public static double log2(Object x) {
        return logarithm(x, Elementary::log2);
    }

    /** Returns {@code math.log10(x)} for a float. */
    public static double log10(double x) {
        return logarithm(x, Elementary::log10);
    }

    /** Returns {@code math.log10(x)} for an int, however large. */
    public static double log10(Object x) {
        return logarithm(x, Elementary::log10);
    }

    /** Returns {@code math.log1p(x)}. */
    public static double log1p(double x) {
        if (x <= -1) {
            throw domain();
        }
        return StrictMath.log1p(x);
    }

    /** Returns {@code math.pow(x, y)}. */
    public static double pow(double x, double y) {
        if (x == 1 || y == 0 || (x == -1 && Double.isInfinite(y))) {
            return 1;
        }
        double result = Elementary.pow(x, y);
        boolean finite = Double.isFinite(x) && Double.isFinite(y);
        if (finite && (Double.isNaN(result) || (x == 0 && y < 0))) {
            throw domain();
        }
        if (finite && Double.isInfinite(result)) {
            throw Fault.overflow("math range error");
        }
        return result;
    }

    /** Returns {@code math.sin(x)}. */
    public static double sin(double x) {
        return checked(x, Elementary::sin);
    }

    /** Returns {@code math.cos(x)}. */
    public static double cos(double x) {
        return checked(x, Elementary::cos);
    }

    /** Returns {@code math.tan(x)}. */
    public static double tan(double x) {
        return checked(x, Elementary::tan);
    }

    /** Returns {@code math.asin(x)}. */
    public static double asin(double x) {
        return checked(x, Elementary::asin);
    }

    /** Returns {@code math.acos(x)}. */
    public static double acos(double x) {
        return checked(x, Elementary::acos);
    }

    /** Returns {@code math.atan(x)}. */
    public static double atan(double x) {
        return Elementary.atan(x);
    }

    /** Returns {@code math.atan2(y, x)}. */
    public static double atan2(double y, double x) {
        return Elementary.atan2(y, x);
    }

    /** Returns {@code math.sinh(x)}. */
    public static double sinh(double x) {
        return checked(x, StrictMath::sinh);
    }

    /** Returns {@code math.cosh(x)}. */
    public static double cosh(double x) {
        return checked(x, StrictMath::cosh);
    }

    /** Returns {@code math.tanh(x)}. */
    public static double tanh(double x) {
        return StrictMath.tanh(x);
    }

    /** Returns {@code math.asinh(x)}. */
    public static double asinh(double x) {
        double size = Math.abs(x);
        if (size < 0x1p-28 || !Double.isFinite(x)) {
            return x;
        }
        double result;
        if (size > 0x1p28) {
            result = Elementary.log(size) + Math.log(2);
        } else if (size > 2) {
            result = Elementary.log(2 * size + 1 / (Math.sqrt(x * x + 1) + size));
        } else {
            double square = x * x;
            result = StrictMath.log1p(size + square / (1 + Math.sqrt(1 + square)));
        }
        return Math.copySign(result, x);
    }

    /** Returns {@code math.acosh(x)}. */
    public static double acosh(double x) {
        if (x < 1) {
            throw domain();
        }
        if (x > 0x1p28) {
            return Double.isInfinite(x) ? x : Elementary.log(x) + Math.log(2);
        }
        if (x > 2) {
            return Elementary.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
        }
        double less = x - 1;
        return StrictMath.log1p(less + Math.sqrt(2 * less + less * less));
    }

    /** Returns {@code math.atanh(x)}. */
    public static double atanh(double x) {
        double size = Math.abs(x);
        if (size >= 1) {
            throw domain();
        }
        if (size < 0x1p-28) {
            return x;
        }
        double twice = size + size;
        double result =
                size < 0.5
                        ? 0.5 * StrictMath.log1p(twice + twice * size / (1 - size))
                        : 0.5 * StrictMath.log1p(twice / (1 - size));
        return Math.copySign(result, x);
    }

    /** Returns {@code math.gamma(x)}. */
    public static double gamma(double x) {
        return Gamma.gamma(x);
    }

    /** Returns {@code math.lgamma(x)}. */
    public static double lgamma(double x) {
        return Gamma.logGamma(x);
    }

    /** Returns {@code math.erf(x)}. */
    public static double erf(double x) {
        return Gamma.erf(x);
    }

    /** Returns {@code math.erfc(x)}. */
    public static double erfc(double x) {
        return Gamma.erfc(x);
    }

    /** Returns {@code math.floor(x)} of a float, an int. */
    public static Object floor(double x) {
        return Floats.toInt(Math.floor(x));
    }

    /** Returns {@code math.ceil(x)} of a float, an int. */
    public static Object ceil(double x) {
        return Floats.toInt(Math.ceil(x));
    }

    /** Returns {@code math.fmod(x, y)}. */
    public static double fmod(double x, double y) {
        double result = x % y;
        if (Double.isNaN(result) && !Double.isNaN(x) && !Double.isNaN(y)) {
            throw domain();
        }
        return result;
    }

    /** Returns {@code math.remainder(x, y)}. */
    public static double remainder(double x, double y) {
        double result = Math.IEEEremainder(x, y);
        if (Double.isNaN(result) && !Double.isNaN(x) && !Double.isNaN(y)) {
            throw domain();
        }
        return result;
    }

    /** Returns both parts of {@code math.modf(x)}. */
    public static double[] modf(double x) {
        if (Double.isInfinite(x)) {
            return new double[] {Math.copySign(0.0, x), x};
        }
        double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
        return new double[] {Math.copySign(x - whole, x), whole};
    }

    /** Returns {@code math.frexp(x)}: a float and an int. */
    public static Object[] frexp(double x) {
        if (x == 0 || !Double.isFinite(x)) {
            return new Object[] {x, 0L};
        }
        boolean tiny = Math.abs(x) < Double.MIN_NORMAL;
        double scaled = tiny ? x * 0x1p54 : x;
        int exponent = Math.getExponent(scaled) + 1;
        return new Object[] {Math.scalb(scaled, -exponent), (long) exponent - (tiny ? 54 : 0)};
    }

    /** Returns {@code math.ldexp(x, exponent)}. */
    public static double ldexp(double x, Object exponent) {
        long by =
                Ints.big(exponent)
                        .max(BigInteger.valueOf(-5000))
                        .min(BigInteger.valueOf(5000))
                        .longValue();
        double result = Math.scalb(x, (int) by);
        if (Double.isInfinite(result) && Double.isFinite(x)) {
            throw Fault.overflow("math range error");
        }
        return result;
    }

    /** Returns {@code math.degrees(x)}. */
    public static double degrees(double x) {
        return x * (180 / Math.PI);
    }

    /** Returns {@code math.radians(x)}. */
    public static double radians(double x) {
        return x * (Math.PI / 180);
    }

    /**
     * Returns {@code math.isclose(a, b, rel_tol=relative, abs_tol=absolute)}.
     *
     * @throws RuntimeException ValueError if a tolerance is negative
     */
    public static boolean isClose(double a, double b, double relative, double absolute) {
        if (relative < 0 || absolute < 0) {
            throw Fault.value("tolerances must be non-negative");
        }
        if (a == b) {
            return true;
        }
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return false;
        }
        double apart = Math.abs(b - a);
        return apart <= Math.abs(relative * b)
                || apart <= Math.abs(relative * a)
                || apart <= absolute;
    }

    /** Returns {@code math.hypot(*parts)}, the root of the sum of squares. */
    public static double hypot(double... parts) {
        double largest = 0;
        boolean unknown = false;
        for (double part : parts) {
            if (Double.isInfinite(part)) {
                return Double.POSITIVE_INFINITY;
            }
            unknown |= Double.isNaN(part);
            largest = Math.max(largest, Math.abs(part));
        }
        if (unknown || largest == 0) {
            return unknown ? Double.NaN : 0;
        }
        int exponent = Math.max(Math.getExponent(largest), Double.MIN_EXPONENT);
        Twofold sum = new Twofold(0, 0);
        for (double part : parts) {
            double scaled = Math.scalb(part, -exponent);
            sum = sum.plus(Twofold.product(scaled, scaled));
        }
        double root = Math.sqrt(sum.high());
        double rest = sum.minus(Twofold.product(root, root)).value() / (2 * root);
        return Math.scalb(root + rest, exponent);
    }

    /**
     * Returns {@code math.fsum(values)}, the exact sum rounded once.
     *
     * @throws RuntimeException ValueError, OverflowError
     */
    public static double fsum(List<Double> values) {
        BigDecimal sum = BigDecimal.ZERO;
        double special = 0;
        double infinite = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                sum = sum.add(new BigDecimal(value));
            } else {
                special += value;
                infinite += Double.isNaN(value) ? 0 : value;
            }
        }
        if (Double.isNaN(infinite)) {
            throw Fault.value("-inf + inf in fsum");
        }
        double result = special == 0 ? sum.doubleValue() : special;
        if (special == 0 && Double.isInfinite(result)) {
            throw Fault.overflow("intermediate overflow in fsum");
        }
        return result;
    }
}
