package dev.polyloom.python.runtime.number;

import dev.polyloom.python.runtime.fault.Fault;
import java.math.BigInteger;

/** The float nearest to the quotient of two ints. */
final class Quotient {
    private static final int MANTISSA = 53;
    private static final int LEAST_EXPONENT = -1021;

    private Quotient() {}

    /**
     * Divides so that the quotient has two or three bits more than a float, keeps in its last bit
     * whether anything was cut off, and rounds once, which is exact also where the result is
     * subnormal.
     */
    static double of(BigInteger a, BigInteger b) {
        if (b.signum() == 0) {
            throw Fault.zeroDivision("division by zero");
        }
        if (a.signum() == 0) {
            return b.signum() < 0 ? -0.0 : 0.0;
        }
        int difference = a.abs().bitLength() - b.abs().bitLength();
        if (difference > Double.MAX_EXPONENT + 1) {
            throw tooLarge();
        }
        double size = magnitude(a.abs(), b.abs(), Math.max(difference, LEAST_EXPONENT));
        return a.signum() * b.signum() < 0 ? -size : size;
    }

    private static double magnitude(BigInteger a, BigInteger b, int exponent) {
        int shift = exponent - MANTISSA - 2;
        BigInteger[] both =
                shift <= 0
                        ? a.shiftLeft(-shift).divideAndRemainder(b)
                        : a.divideAndRemainder(b.shiftLeft(shift));
        long quotient = both[0].longValue();
        int length = Long.SIZE - Long.numberOfLeadingZeros(quotient);
        int extra = Math.max(length, LEAST_EXPONENT - shift) - MANTISSA;
        long half = 1L << (extra - 1);
        long sticky = quotient | (both[1].signum() == 0 ? 0 : 1);
        if ((sticky & half) != 0 && (sticky & (3 * half - 1)) != 0) {
            quotient += half;
        }
        double result = Math.scalb((double) (quotient & -(2 * half)), shift);
        if (Double.isInfinite(result)) {
            throw tooLarge();
        }
        return result;
    }

    private static RuntimeException tooLarge() {
        return Fault.overflow("integer division result too large for a float");
    }
}
