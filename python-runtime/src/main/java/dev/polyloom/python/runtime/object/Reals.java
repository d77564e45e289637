package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.number.Maths;

/** Functions of the module {@code math} for floats, called by their names in Java. */
public final class Reals {
    private Reals() {}

    /** Returns {@code math.sqrt(x)}. */
    public static double sqrt(double x) {
        return Maths.sqrt(x);
    }

    /** Returns {@code math.sin(x)}. */
    public static double sin(double x) {
        return Maths.sin(x);
    }

    /** Returns {@code math.cos(x)}. */
    public static double cos(double x) {
        return Maths.cos(x);
    }

    /** Returns {@code math.tan(x)}. */
    public static double tan(double x) {
        return Maths.tan(x);
    }

    /** Returns {@code math.exp(x)}. */
    public static double exp(double x) {
        return Maths.exp(x);
    }

    /** Returns {@code math.atan(x)}. */
    public static double atan(double x) {
        return Maths.atan(x);
    }

    /** Returns {@code math.fabs(x)}. */
    public static double fabs(double x) {
        return Math.abs(x);
    }
}
