package dev.polyloom.python.runtime.number;

import dev.polyloom.python.runtime.fault.Fault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Arithmetic of Python's float where it is not Java's. Thread-safe: there is no state. */
public final class Floats {
    private static final int MOST_PLACES = 323;
    private static final int LEAST_PLACES = -308;
    private static final BigInteger HASH_PRIME =
            BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);

    private Floats() {}

    /**
     * Returns {@code a / b}.
     *
     * @throws RuntimeException ZeroDivisionError
     */
    public static double divide(double a, double b) {
        if (b == 0) {
            throw Fault.zeroDivision("float division by zero");
        }
        return a / b;
    }

    /**
     * Returns {@code a // b}.
     *
     * @throws RuntimeException ZeroDivisionError
     */
    public static double floorDivide(double a, double b) {
        if (b == 0) {
            throw Fault.zeroDivision("float floor division by zero");
        }
        return quotient(a, b);
    }

    /**
     * Returns {@code a % b}, which has the sign of b.
     *
     * @throws RuntimeException ZeroDivisionError
     */
    public static double modulo(double a, double b) {
        if (b == 0) {
            throw Fault.zeroDivision("float modulo");
        }
        return remainder(a, b);
    }

    /**
     * Returns quotient and remainder, as {@code divmod} does.
     *
     * @throws RuntimeException ZeroDivisionError
     */
    public static double[] divmod(double a, double b) {
        if (b == 0) {
            throw Fault.zeroDivision("float divmod()");
        }
        return new double[] {quotient(a, b), remainder(a, b)};
    }

    private static double remainder(double a, double b) {
        double rest = a % b;
        if (rest == 0) {
            return Math.copySign(0.0, b);
        }
        return b < 0 != rest < 0 ? rest + b : rest;
    }

    private static double quotient(double a, double b) {
        double rest = a % b;
        double quotient = (a - rest) / b;
        if (rest != 0 && b < 0 != rest < 0) {
            quotient -= 1;
        }
        if (quotient == 0) {
            return Math.copySign(0.0, a / b);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    /**
     * Returns {@code a ** b}.
     *
     * @throws RuntimeException ZeroDivisionError for a negative power of zero, OverflowError;
     *     ValueError where Python would answer with a complex number
     */
    public static double power(double a, double b) {
        if (b == 0 || a == 1 || (a == -1 && Double.isInfinite(b))) {
            return 1;
        }
        if (a == 0 && b < 0 && Double.isFinite(b)) {
            throw Fault.zeroDivision("0.0 cannot be raised to a negative power");
        }
        boolean finite = Double.isFinite(a) && Double.isFinite(b);
        if (finite && a < 0 && b != Math.rint(b)) {
            throw Fault.value("negative number cannot be raised to a fractional power");
        }
        double result = Elementary.pow(a, b);
        if (finite && Double.isInfinite(result)) {
            throw Fault.outOfRange();
        }
        return result;
    }

    /**
     * Returns {@code round(value)}, to even where two are as near.
     *
     * @throws RuntimeException ValueError or OverflowError for what is no number
     */
    public static Object round(double value) {
        return toInt(Math.rint(value));
    }

    /**
     * Returns {@code round(value, digits)}: the float nearest to the exact value rounded to the
     * digits.
     *
     * @throws RuntimeException OverflowError
     */
    public static double round(double value, long digits) {
        if (!Double.isFinite(value) || value == 0 || digits > MOST_PLACES) {
            return value;
        }
        if (digits < LEAST_PLACES) {
            return Math.copySign(0.0, value);
        }
        double rounded =
                new BigDecimal(value).setScale((int) digits, RoundingMode.HALF_EVEN).doubleValue();
        if (Double.isInfinite(rounded)) {
            throw Fault.overflow("rounded value too large to represent");
        }
        return rounded == 0 ? Math.copySign(0.0, value) : rounded;
    }

    /**
     * Returns {@code int(value)}, rounded towards zero.
     *
     * @throws RuntimeException ValueError or OverflowError for what is no number
     */
    public static Object toInt(double value) {
        if (Double.isNaN(value)) {
            throw Fault.value("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(value)) {
            throw Fault.overflow("cannot convert float infinity to integer");
        }
        if (Math.abs(value) < 0x1p63) {
            return (long) value;
        }
        return Ints.of(new BigDecimal(value).toBigInteger());
    }

    /** Returns {@code value.is_integer()}. */
    public static boolean isInteger(double value) {
        return Double.isFinite(value) && value == Math.rint(value);
    }

    /**
     * Compares an int with a float by their exact values.
     *
     * @return less than, equal to or more than 0, as the int is to the float
     * @throws IllegalArgumentException if the float is no number, which compares with nothing
     */
    public static int compare(Object whole, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("nan");
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? -1 : 1;
        }
        if (Ints.plain(whole) instanceof Long small && Math.abs(small) <= 1L << 53) {
            return Double.compare((double) small, value == 0 ? 0.0 : value);
        }
        return new BigDecimal(Ints.big(whole)).compareTo(new BigDecimal(value));
    }

    /** Returns whether an int equals a float, by their exact values. */
    public static boolean isEqual(Object whole, double value) {
        return Double.isFinite(value) && compare(whole, value) == 0;
    }

    /**
     * Returns numerator and denominator of {@code value.as_integer_ratio()}.
     *
     * @throws RuntimeException ValueError or OverflowError for what is no number
     */
    public static Object[] integerRatio(double value) {
        if (Double.isNaN(value)) {
            throw Fault.value("cannot convert NaN to integer ratio");
        }
        if (Double.isInfinite(value)) {
            throw Fault.overflow("cannot convert Infinity to integer ratio");
        }
        BigDecimal exact = new BigDecimal(value);
        BigInteger unscaled = exact.unscaledValue();
        BigInteger power = BigInteger.TEN.pow(Math.max(exact.scale(), 0));
        BigInteger common = unscaled.signum() == 0 ? power : unscaled.gcd(power);
        return new Object[] {
            Ints.of(exact.scale() < 0 ? exact.toBigInteger() : unscaled.divide(common)),
            Ints.of(power.divide(common))
        };
    }

    /** Returns {@code hash(value)}; that of a value that is no number is 0. */
    public static long hash(double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? 314159 : -314159;
        }
        Object[] ratio = integerRatio(value);
        BigInteger inverse = Ints.big(ratio[1]).modInverse(HASH_PRIME);
        BigInteger size = Ints.big(ratio[0]).abs().multiply(inverse).mod(HASH_PRIME);
        long hash = value < 0 ? -size.longValue() : size.longValue();
        return hash == -1 ? -2 : hash;
    }
}
