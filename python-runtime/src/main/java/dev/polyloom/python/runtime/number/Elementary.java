package dev.polyloom.python.runtime.number;

/**
 * Elementary functions, correctly rounded but for cases rarer than one in billions, which is what
 * the C libraries that CPython stands on come close to. Thread-safe: there is no state.
 *
 * <p>Everything stands on two functions of numbers of twice the precision, see {@link Twofold}:
 * exponential, and sine with cosine, both by Taylor's series after the argument is reduced. What
 * they are the inverse of takes one step of Newton's method from the value that the JDK gives, and
 * that one step doubles its digits. Arguments for which this cannot go well (no numbers, results
 * that are not normal, very large angles) are left to the JDK.
 */
final class Elementary {
    private static final Twofold LN2 = new Twofold(0.6931471805599453, 2.3190468138462996e-17);
    private static final double LN2_REST = 5.707708438416212e-34;
    private static final Twofold LN10 = new Twofold(2.302585092994046, -2.1707562233822494e-16);
    private static final double HALF_PI = 1.5707963267948966;
    private static final double HALF_PI_MIDDLE = 6.123233995736766e-17;
    private static final double HALF_PI_REST = -1.4973849048591698e-33;
    private static final double LARGE_ANGLE = 1e5;
    private static final int HALVINGS = 8;
    private static final int TERMS = 9;
    private static final int ANGLE_TERMS = 27;

    private static final Twofold[] RECIPROCALS = reciprocals();

    private Elementary() {}

    private static Twofold[] reciprocals() {
        Twofold[] all = new Twofold[ANGLE_TERMS + 3];
        all[0] = Twofold.ONE;
        for (int i = 1; i < all.length; i++) {
            all[i] = all[i - 1].divide(i);
        }
        return all;
    }

    private static boolean isNormal(double value) {
        double size = Math.abs(value);
        return size >= 0x1p-1000 && size <= 0x1p1000;
    }

    static double exp(double x) {
        double near = StrictMath.exp(x);
        return isNormal(near) && Math.abs(x) > 0x1p-54 ? exp(new Twofold(x, 0)).value() : near;
    }

    static Twofold exp(Twofold x) {
        double times = Math.rint(x.high() / LN2.high());
        Twofold rest =
                x.minus(LN2.times(times)).minus(new Twofold(times * LN2_REST, 0)).scaled(-HALVINGS);
        Twofold sum = RECIPROCALS[TERMS];
        for (int i = TERMS - 1; i > 0; i--) {
            sum = sum.times(rest).plus(RECIPROCALS[i]);
        }
        Twofold less = sum.times(rest);
        for (int i = 0; i < HALVINGS; i++) {
            less = less.scaled(1).plus(less.times(less));
        }
        return less.plus(Twofold.ONE).scaled((int) times);
    }

    static double log(double x) {
        return x > 0 && isNormal(x) && x != 1 ? precise(x).value() : StrictMath.log(x);
    }

    private static Twofold precise(double x) {
        int exponent = Math.getExponent(x);
        double fraction = Math.scalb(x, -exponent);
        if (fraction > 1.4142135623730951) {
            fraction /= 2;
            exponent++;
        }
        double near = StrictMath.log(fraction);
        Twofold ratio = exp(new Twofold(-near, 0)).times(fraction).minus(Twofold.ONE);
        Twofold log = new Twofold(near, 0).plus(ratio).minus(ratio.times(ratio).scaled(-1));
        return log.plus(LN2.times(exponent)).plus(new Twofold(exponent * LN2_REST, 0));
    }

    static double log2(double x) {
        boolean special = !(x > 0) || !isNormal(x);
        return special ? StrictMath.log(x) / LN2.high() : precise(x).over(LN2).value();
    }

    static double log10(double x) {
        boolean special = !(x > 0) || !isNormal(x);
        return special ? StrictMath.log10(x) : precise(x).over(LN10).value();
    }

    static double pow(double x, double y) {
        if (y == 2) {
            return x * x;
        }
        double near = StrictMath.pow(x, y);
        double size = Math.abs(x);
        if (!isNormal(near) || !isNormal(size) || size == 1 || y == 0 || y == 1) {
            return near;
        }
        double result = exp(precise(size).times(y)).value();
        return near < 0 ? -result : result;
    }

    static double sin(double x) {
        return isSmallAngle(x) ? Angle.of(x).sine.value() : StrictMath.sin(x);
    }

    static double cos(double x) {
        return isSmallAngle(x) ? Angle.of(x).cosine.value() : StrictMath.cos(x);
    }

    static double tan(double x) {
        if (!isSmallAngle(x)) {
            return StrictMath.tan(x);
        }
        Angle angle = Angle.of(x);
        return angle.sine.over(angle.cosine).value();
    }

    private static boolean isSmallAngle(double x) {
        return Math.abs(x) < LARGE_ANGLE && Math.abs(x) > 0x1p-500;
    }

    static double asin(double x) {
        double near = StrictMath.asin(x);
        if (!isSmallAngle(near) || Math.abs(x) == 1) {
            return near;
        }
        Angle angle = Angle.of(near);
        return near + new Twofold(x, 0).minus(angle.sine).over(angle.cosine).value();
    }

    static double acos(double x) {
        double near = StrictMath.acos(x);
        if (!isSmallAngle(near) || Math.abs(x) == 1) {
            return near;
        }
        Angle angle = Angle.of(near);
        return near + angle.cosine.minus(new Twofold(x, 0)).over(angle.sine).value();
    }

    static double atan(double x) {
        return isNormal(x) ? atan2(x, 1) : StrictMath.atan(x);
    }

    static double atan2(double y, double x) {
        double near = StrictMath.atan2(y, x);
        boolean apart = Math.abs(Math.getExponent(x) - Math.getExponent(y)) > 100;
        if (!isNormal(x) || !isNormal(y) || apart || !isSmallAngle(near)) {
            return near;
        }
        int scale = -Math.getExponent(x);
        double a = Math.scalb(y, scale);
        double b = Math.scalb(x, scale);
        Angle angle = Angle.of(near);
        Twofold across = angle.cosine.times(a).minus(angle.sine.times(b));
        Twofold along = angle.cosine.times(b).plus(angle.sine.times(a));
        return near + across.over(along).value();
    }

    /** Sine and cosine of an angle. */
    private record Angle(Twofold sine, Twofold cosine) {
        static Angle of(double x) {
            double quarters = Math.rint(x / HALF_PI);
            Twofold rest =
                    new Twofold(x, 0)
                            .minus(Twofold.product(HALF_PI, quarters))
                            .minus(Twofold.product(HALF_PI_MIDDLE, quarters))
                            .minus(new Twofold(HALF_PI_REST * quarters, 0));
            Twofold square = rest.times(rest);
            Twofold sine = series(square, ANGLE_TERMS).times(rest);
            Twofold cosine = series(square, ANGLE_TERMS + 1);
            return switch ((int) quarters & 3) {
                case 0 -> new Angle(sine, cosine);
                case 1 -> new Angle(cosine, sine.negated());
                case 2 -> new Angle(sine.negated(), cosine.negated());
                default -> new Angle(cosine.negated(), sine);
            };
        }

        /** Sums the terms whose reciprocals are those of every second factorial down to 1 or 0. */
        private static Twofold series(Twofold square, int last) {
            Twofold sum = RECIPROCALS[last];
            for (int i = last - 2; i >= 0; i -= 2) {
                sum = RECIPROCALS[i].minus(sum.times(square));
            }
            return sum;
        }
    }
}
