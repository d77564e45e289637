package dev.polyloom.python.runtime.number;

import dev.polyloom.python.runtime.fault.Fault;
import java.math.BigInteger;
import java.util.List;

/** What the module {@code math} has for integers. Thread-safe: there is no state. */
public final class IntegerMath {
    private static final double MOST_DIGITS = 1 << 26;

    /** Below it the root of a float, rounded down, is that of the int. */
    private static final long EXACT_ROOTS = 1L << 52;

    private IntegerMath() {}

    /** Returns {@code math.gcd(*values)}. */
    public static Object gcd(List<?> values) {
        BigInteger result = BigInteger.ZERO;
        for (Object value : values) {
            result = result.gcd(Ints.big(value));
        }
        return Ints.of(result);
    }

    /** Returns {@code math.lcm(*values)}. */
    public static Object lcm(List<?> values) {
        BigInteger result = BigInteger.ONE;
        for (Object value : values) {
            BigInteger next = Ints.big(value).abs();
            if (next.signum() == 0) {
                return 0L;
            }
            result = result.divide(result.gcd(next)).multiply(next);
        }
        return Ints.of(result);
    }

    /**
     * Returns {@code math.isqrt(value)}.
     *
     * @throws RuntimeException ValueError
     */
    public static Object isqrt(Object value) {
        if (Ints.signum(value) < 0) {
            throw Fault.value("isqrt() argument must be nonnegative");
        }
        if (value instanceof Long number && number < EXACT_ROOTS) {
            return (long) Math.sqrt(number);
        }
        return Ints.of(Ints.big(value).sqrt());
    }

    /**
     * Returns {@code math.factorial(value)}.
     *
     * @throws RuntimeException ValueError, OverflowError
     */
    public static Object factorial(Object value) {
        if (Ints.signum(value) < 0) {
            throw Fault.value("factorial() not defined for negative values");
        }
        if (!(Ints.plain(value) instanceof Long number) || number > MOST_DIGITS) {
            throw Fault.overflow("factorial() argument should not exceed " + Long.MAX_VALUE);
        }
        return Ints.of(product(1, number));
    }

    /** Multiplies what is above the first up to the last, halves by halves. */
    private static BigInteger product(long above, long last) {
        if (last - above < 1) {
            return BigInteger.ONE;
        }
        if (last - above <= 8) {
            BigInteger product = BigInteger.valueOf(last);
            for (long i = last - 1; i > above; i--) {
                product = product.multiply(BigInteger.valueOf(i));
            }
            return product;
        }
        long middle = (above + last) >>> 1;
        return product(above, middle).multiply(product(middle, last));
    }

    /**
     * Returns {@code math.comb(n, k)}.
     *
     * @throws RuntimeException ValueError, OverflowError
     */
    public static Object comb(Object n, Object k) {
        checkCount("n", n);
        checkCount("k", k);
        if (Ints.compare(k, n) > 0) {
            return 0L;
        }
        Object rest = Ints.subtract(Ints.plain(n), Ints.plain(k));
        Object fewer = Ints.compare(rest, k) < 0 ? rest : Ints.plain(k);
        return Ints.of(Ints.big(perm(n, fewer)).divide(Ints.big(factorial(fewer))));
    }

    /**
     * Returns {@code math.perm(n, k)}.
     *
     * @throws RuntimeException ValueError, OverflowError
     */
    public static Object perm(Object n, Object k) {
        checkCount("n", n);
        checkCount("k", k);
        if (Ints.compare(k, n) > 0) {
            return 0L;
        }
        if (!(Ints.plain(k) instanceof Long times) || times > MOST_DIGITS) {
            throw Fault.overflow("k must not exceed " + Long.MAX_VALUE);
        }
        if (Ints.plain(n) instanceof Long from) {
            return Ints.of(product(from - times, from));
        }
        BigInteger product = BigInteger.ONE;
        for (long i = 0; i < times; i++) {
            product = product.multiply(Ints.big(n).subtract(BigInteger.valueOf(i)));
        }
        return Ints.of(product);
    }

    private static void checkCount(String name, Object value) {
        if (Ints.signum(value) < 0) {
            throw Fault.value(name + " must be a non-negative integer");
        }
    }
}
