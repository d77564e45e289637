package dev.polyloom.python.runtime.number;

import dev.polyloom.python.runtime.fault.Fault;

/** Floats in two bytes. Thread-safe: there is no state. */
public final class Half {
    private static final int PLACES = 10;
    private static final int LEAST_EXPONENT = -14;
    private static final int INFINITY = 0x7c00;
    private static final int MINUS = 0x8000;
    private static final double TOO_LARGE = 65520;

    private Half() {}

    /**
     * Returns the bits of the nearest half.
     *
     * @throws RuntimeException OverflowError if there is none
     */
    public static int bits(double value) {
        int sign = Double.doubleToRawLongBits(value) < 0 ? MINUS : 0;
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return sign | INFINITY | 1 << (PLACES - 1);
        }
        if (Double.isInfinite(value)) {
            return sign | INFINITY;
        }
        if (size >= TOO_LARGE) {
            throw Fault.overflow("float too large to pack with e format");
        }
        int exponent = Math.max(Math.getExponent(size), LEAST_EXPONENT);
        int units = (int) Math.rint(Math.scalb(size, PLACES - exponent));
        return sign | (((exponent - LEAST_EXPONENT) << PLACES) + units);
    }

    /** Returns the float that the bits of a half are. */
    public static double of(int bits) {
        int units = bits & ((1 << PLACES) - 1);
        int exponent = (bits & INFINITY) >> PLACES;
        double size =
                (bits & INFINITY) == INFINITY
                        ? units == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                        : exponent == 0
                                ? Math.scalb((double) units, LEAST_EXPONENT - PLACES)
                                : Math.scalb(
                                        (double) (units + (1 << PLACES)),
                                        exponent - 1 + LEAST_EXPONENT - PLACES);
        return (bits & MINUS) == 0 ? size : -size;
    }
}
