package dev.polyloom.python.runtime.number;

import dev.polyloom.python.runtime.fault.Fault;
import java.math.BigInteger;

/**
 * Arithmetic of Python's int, which never wraps. An int is a {@link Long}, or a {@link BigInteger}
 * where it does not fit in one; arguments may also be {@link Boolean}. Results are always in the
 * smaller form. Thread-safe: there is no state.
 */
public final class Ints {
    private static final BigInteger HASH_PRIME =
            BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);

    private Ints() {}

    /** Returns the int in its smallest form. */
    public static Object of(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    /** Returns whether the object is an int or a bool. */
    public static boolean isInt(Object value) {
        return value instanceof Long || value instanceof BigInteger || value instanceof Boolean;
    }

    /** Returns the int with {@code True} as 1 and {@code False} as 0. */
    public static Object plain(Object value) {
        return value instanceof Boolean truth ? (Object) (truth ? 1L : 0L) : value;
    }

    /**
     * Returns the int as a big integer.
     *
     * @throws IllegalArgumentException if it is no int
     */
    public static BigInteger big(Object value) {
        return switch (plain(value)) {
            case Long small -> BigInteger.valueOf(small);
            case BigInteger big -> big;
            default -> throw new IllegalArgumentException("not an int: " + value);
        };
    }

    /** Returns the sum. */
    public static Object add(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long sum = x + y;
            if (((x ^ sum) & (y ^ sum)) >= 0) {
                return sum;
            }
        }
        return of(big(a).add(big(b)));
    }

    /** Returns the difference. */
    public static Object subtract(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long difference = x - y;
            if (((x ^ y) & (x ^ difference)) >= 0) {
                return difference;
            }
        }
        return of(big(a).subtract(big(b)));
    }

    /** Returns the product. */
    public static Object multiply(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long product = x * y;
            boolean small = (Math.abs(x) | Math.abs(y)) >>> 31 == 0;
            if (small || isProduct(x, y, product)) {
                return product;
            }
        }
        return of(big(a).multiply(big(b)));
    }

    private static boolean isProduct(long x, long y, long product) {
        return (y == 0 || product / y == x) && (x != Long.MIN_VALUE || y != -1);
    }

    /**
     * Returns {@code a // b}, rounded down.
     *
     * @throws RuntimeException ZeroDivisionError
     */
    public static Object floorDivide(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y && y != 0 && y != -1) {
            return Math.floorDiv(x, y);
        }
        return of(divide(big(a), big(b), "integer division or modulo by zero")[0]);
    }

    /**
     * Returns {@code a % b}, which has the sign of b.
     *
     * @throws RuntimeException ZeroDivisionError
     */
    public static Object modulo(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y && y != 0) {
            return Math.floorMod(x, y);
        }
        return of(divide(big(a), big(b), "integer modulo by zero")[1]);
    }

    /**
     * Returns quotient and remainder, as {@code divmod} does.
     *
     * @throws RuntimeException ZeroDivisionError
     */
    public static Object[] divmod(Object a, Object b) {
        BigInteger[] both = divide(big(a), big(b), "integer division or modulo by zero");
        return new Object[] {of(both[0]), of(both[1])};
    }

    private static BigInteger[] divide(BigInteger a, BigInteger b, String ifZero) {
        if (b.signum() == 0) {
            throw Fault.zeroDivision(ifZero);
        }
        BigInteger[] both = a.divideAndRemainder(b);
        if (both[1].signum() * b.signum() < 0) {
            both[0] = both[0].subtract(BigInteger.ONE);
            both[1] = both[1].add(b);
        }
        return both;
    }

    /**
     * Returns {@code a / b}, the float nearest to the exact quotient.
     *
     * @throws RuntimeException ZeroDivisionError, or OverflowError if no float is that large
     */
    public static double trueDivide(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y && y != 0 && isExact(x) && isExact(y)) {
            return (double) x / y;
        }
        return Quotient.of(big(a), big(b));
    }

    private static boolean isExact(long value) {
        return Math.abs(value) <= 1L << 53 && value != Long.MIN_VALUE;
    }

    /**
     * Returns {@code a ** b}: an int, or a {@link Double} when b is negative.
     *
     * @throws RuntimeException ZeroDivisionError for a negative power of zero, OverflowError
     */
    public static Object power(Object a, Object b) {
        BigInteger base = big(a);
        BigInteger exponent = big(b);
        if (exponent.signum() < 0) {
            return Floats.power(toFloat(a), toFloat(b));
        }
        if (exponent.signum() == 0) {
            return 1L;
        }
        if (base.abs().bitLength() <= 1) {
            return of(exponent.testBit(0) ? base : base.abs());
        }
        if (exponent.bitLength() > 31) {
            throw Fault.overflow("too many digits in integer");
        }
        return of(base.pow(exponent.intValue()));
    }

    /**
     * Returns {@code pow(a, b, m)}.
     *
     * @throws RuntimeException ValueError if m is zero, or b is negative and a has no inverse
     */
    public static Object power(Object a, Object b, Object m) {
        BigInteger modulus = big(m);
        if (modulus.signum() == 0) {
            throw Fault.value("pow() 3rd argument cannot be 0");
        }
        BigInteger size = modulus.abs();
        BigInteger result;
        try {
            result = big(a).modPow(big(b), size);
        } catch (ArithmeticException e) {
            throw Fault.value("base is not invertible for the given modulus");
        }
        return of(modulus.signum() < 0 && result.signum() != 0 ? result.add(modulus) : result);
    }

    /**
     * Returns {@code a << b}.
     *
     * @throws RuntimeException ValueError if b is negative, OverflowError if it is too large
     */
    public static Object shiftLeft(Object a, Object b) {
        BigInteger count = shift(b);
        if (a instanceof Long x && count.bitLength() < 6) {
            int bits = count.intValue();
            if (x << bits >> bits == x) {
                return x << bits;
            }
        }
        BigInteger value = big(a);
        if (value.signum() == 0) {
            return 0L;
        }
        if (count.bitLength() > 31) {
            throw Fault.overflow("too many digits in integer");
        }
        return of(value.shiftLeft(count.intValue()));
    }

    /**
     * Returns {@code a >> b}.
     *
     * @throws RuntimeException ValueError if b is negative
     */
    public static Object shiftRight(Object a, Object b) {
        BigInteger count = shift(b);
        BigInteger value = big(a);
        if (count.bitLength() > 31) {
            return value.signum() < 0 ? -1L : 0L;
        }
        return of(value.shiftRight(count.intValue()));
    }

    private static BigInteger shift(Object count) {
        BigInteger value = big(count);
        if (value.signum() < 0) {
            throw Fault.value("negative shift count");
        }
        return value;
    }

    /** Returns {@code a & b}. */
    public static Object and(Object a, Object b) {
        return a instanceof Long x && b instanceof Long y
                ? (Object) (x & y)
                : of(big(a).and(big(b)));
    }

    /** Returns {@code a | b}. */
    public static Object or(Object a, Object b) {
        return a instanceof Long x && b instanceof Long y
                ? (Object) (x | y)
                : of(big(a).or(big(b)));
    }

    /** Returns {@code a ^ b}. */
    public static Object xor(Object a, Object b) {
        return a instanceof Long x && b instanceof Long y
                ? (Object) (x ^ y)
                : of(big(a).xor(big(b)));
    }

    /** Returns {@code ~a}. */
    public static Object invert(Object a) {
        return a instanceof Long x ? (Object) ~x : of(big(a).not());
    }

    /** Returns {@code -a}. */
    public static Object negate(Object a) {
        return a instanceof Long x && x != Long.MIN_VALUE ? (Object) (-x) : of(big(a).negate());
    }

    /** Returns {@code abs(a)}. */
    public static Object abs(Object a) {
        return signum(a) < 0 ? negate(a) : plain(a);
    }

    /** Returns -1, 0 or 1. */
    public static int signum(Object a) {
        return a instanceof Long x ? Long.signum(x) : big(a).signum();
    }

    /** Compares as {@link Comparable} does. */
    public static int compare(Object a, Object b) {
        return a instanceof Long x && b instanceof Long y
                ? Long.compare(x, y)
                : big(a).compareTo(big(b));
    }

    /** Returns {@code a.bit_length()}. */
    public static int bitLength(Object a) {
        return big(a).abs().bitLength();
    }

    /** Returns {@code a.bit_count()}, the ones in the absolute value. */
    public static int bitCount(Object a) {
        return big(a).abs().bitCount();
    }

    /**
     * Returns the nearest float, to even where two are as near.
     *
     * @throws RuntimeException OverflowError
     */
    public static double toFloat(Object a) {
        double nearest = a instanceof Long x ? (double) x : big(a).doubleValue();
        if (Double.isInfinite(nearest)) {
            throw Fault.overflow("int too large to convert to float");
        }
        return nearest;
    }

    /** Returns {@code round(a, digits)}, to even where two are as near. */
    public static Object round(Object a, Object digits) {
        if (signum(digits) >= 0) {
            return plain(a);
        }
        BigInteger places = big(digits).negate();
        if (places.bitLength() > 31 || places.intValue() > bitLength(a)) {
            return 0L;
        }
        BigInteger unit = BigInteger.TEN.pow(places.intValue());
        BigInteger[] both = divide(big(a), unit, "");
        int half = both[1].shiftLeft(1).compareTo(unit);
        boolean up = half > 0 || (half == 0 && both[0].testBit(0));
        return of((up ? both[0].add(BigInteger.ONE) : both[0]).multiply(unit));
    }

    /** Returns {@code hash(a)}. */
    public static long hash(Object a) {
        BigInteger value = big(a);
        long hash = value.abs().mod(HASH_PRIME).longValue() * value.signum();
        return hash == -1 ? -2 : hash;
    }
}
