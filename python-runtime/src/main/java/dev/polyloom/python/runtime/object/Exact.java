package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.number.Floats;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.platform.Platform;

/** Operators on ints that fit in a {@code long}, whose results are those of Python. */
public final class Exact {
    private Exact() {}

    /** Returns {@code a + b}, of any size. */
    public static Object add(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) >= 0 ? (Object) sum : Ints.add(a, b);
    }

    /** Returns {@code a - b}, of any size. */
    public static Object sub(long a, long b) {
        long difference = a - b;
        return ((a ^ b) & (a ^ difference)) >= 0 ? (Object) difference : Ints.subtract(a, b);
    }

    /** Returns {@code a * b}, of any size. */
    public static Object mul(long a, long b) {
        long product = a * b;
        return Platform.machine().multiplyHigh(a, b) == product >> 63
                ? (Object) product
                : Ints.multiply(a, b);
    }

    /** Returns {@code a + b}, or the bound of a {@code long} that lies between it and 0. */
    public static long addClamped(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) >= 0 ? sum : bound(a < 0);
    }

    /** Returns {@code a - b}, or the bound of a {@code long} that lies between it and 0. */
    public static long subClamped(long a, long b) {
        long difference = a - b;
        return ((a ^ b) & (a ^ difference)) >= 0 ? difference : bound(a < 0);
    }

    /** Returns {@code a * b}, or the bound of a {@code long} that lies between it and 0. */
    public static long mulClamped(long a, long b) {
        long product = a * b;
        return Platform.machine().multiplyHigh(a, b) == product >> 63
                ? product
                : bound((a < 0) != (b < 0));
    }

    private static long bound(boolean negative) {
        return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** Returns {@code a % b} of an int of any size. */
    public static long mod(Object a, long b) {
        return a instanceof Long small && b > 0
                ? Math.floorMod(small, b)
                : (long) Binary.MOD.apply(a, b);
    }

    /** Returns {@code a & b} of an int of any size, where {@code b} is not negative. */
    public static long and(Object a, long b) {
        return a instanceof Long small ? small & b : (long) Binary.AND.apply(a, b);
    }

    /** Tells whether ints do to divide, for which processors take half the time or less. */
    private static boolean isShort(long a, long b) {
        return (a | b) >>> (Integer.SIZE - 1) == 0 && b != 0;
    }

    /** Returns {@code a // b}. */
    public static long floorDiv(long a, long b) {
        if (isShort(a, b)) {
            return (int) a / (int) b;
        }
        return b == 0 ? (long) Binary.FLOORDIV.apply(a, b) : Math.floorDiv(a, b);
    }

    /** Returns {@code a % b}. */
    public static long floorMod(long a, long b) {
        if (isShort(a, b)) {
            return (int) a % (int) b;
        }
        return b == 0 ? (long) Binary.MOD.apply(a, b) : Math.floorMod(a, b);
    }

    /** Returns {@code a ** b}, which must fit. */
    public static long pow(long a, long b) {
        long result = 1;
        for (long i = 0; i < b; i++) {
            result *= a;
        }
        return result;
    }

    /** Returns {@code a / b}. */
    public static double div(double a, double b) {
        return Floats.divide(a, b);
    }

    /** Returns {@code a / b}. */
    public static double div(long a, long b) {
        return Ints.trueDivide(a, b);
    }
}
