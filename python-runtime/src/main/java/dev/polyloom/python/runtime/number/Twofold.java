package dev.polyloom.python.runtime.number;

/**
 * A number as the sum of two floats, the second of which is too small to change the first. It has
 * about 106 bits. Immutable.
 *
 * @param high the nearest float
 * @param low what is missing
 */
record Twofold(double high, double low) {
    private static final double SPLITTER = 0x1p27 + 1;

    static final Twofold ONE = new Twofold(1, 0);

    /** Adds two floats without losing anything; the first is not the smaller one. */
    private static Twofold sorted(double large, double small) {
        double sum = large + small;
        return new Twofold(sum, small - (sum - large));
    }

    private static Twofold sum(double a, double b) {
        double sum = a + b;
        double part = sum - a;
        return new Twofold(sum, (a - (sum - part)) + (b - part));
    }

    /** Multiplies two floats without losing anything. */
    static Twofold product(double a, double b) {
        double product = a * b;
        double x = upper(a);
        double y = upper(b);
        double u = a - x;
        double v = b - y;
        return new Twofold(product, ((x * y - product) + x * v + u * y) + u * v);
    }

    /** Returns the upper half of the bits of a float. */
    private static double upper(double value) {
        double shifted = value * SPLITTER;
        return shifted - (shifted - value);
    }

    Twofold plus(Twofold other) {
        Twofold highs = sum(high, other.high);
        Twofold lows = sum(low, other.low);
        Twofold both = sorted(highs.high, highs.low + lows.high);
        return sorted(both.high, both.low + lows.low);
    }

    Twofold minus(Twofold other) {
        return plus(other.negated());
    }

    Twofold negated() {
        return new Twofold(-high, -low);
    }

    Twofold times(Twofold other) {
        Twofold highs = product(high, other.high);
        return sorted(highs.high, highs.low + (high * other.low + low * other.high));
    }

    Twofold times(double factor) {
        Twofold highs = product(high, factor);
        return sorted(highs.high, highs.low + low * factor);
    }

    Twofold over(Twofold other) {
        double first = high / other.high;
        Twofold rest = minus(other.times(first));
        double second = rest.high / other.high;
        double third = rest.minus(other.times(second)).high / other.high;
        return sorted(first, second).plus(new Twofold(third, 0));
    }

    Twofold divide(double divisor) {
        return over(new Twofold(divisor, 0));
    }

    Twofold scaled(int exponent) {
        return new Twofold(Math.scalb(high, exponent), Math.scalb(low, exponent));
    }

    double value() {
        return high + low;
    }
}
