package dev.polyloom.python.runtime.number;

import dev.polyloom.python.runtime.fault.Fault;

/** The gamma function by Lanczos' sum, and the error function. */
final class Gamma {
    private static final double G = 6.02468004077673;
    private static final double G_LESS_HALF = 5.52468004077673;
    private static final double LOG_PI = 1.1447298858494002;
    private static final int LAST_EXACT = 23;

    private static final double[] NUMERATOR = {
        23531376880.41076,
        42919803642.6491,
        35711959237.35567,
        17921034426.03721,
        6039542586.352028,
        1439720407.3117216,
        248874557.86205417,
        31426415.585400194,
        2876370.6289353725,
        186056.26539522348,
        8071.672002365816,
        210.82427775157936,
        2.5066282746310002
    };

    private static final double[] DENOMINATOR = {
        0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670,
        1925, 66, 1
    };

    /** Two divided by the root of pi. */
    private static final Twofold SCALE = new Twofold(1.1283791670955126, 1.533545961316588e-17);

    private static final int SERIES_END = 3;
    private static final int FRACTION_TERMS = 120;

    private Gamma() {}

    static double gamma(double x) {
        if (!Double.isFinite(x)) {
            if (x == Double.NEGATIVE_INFINITY) {
                throw domain();
            }
            return x;
        }
        if (x == Math.floor(x)) {
            if (x <= 0) {
                throw domain();
            }
            if (x <= LAST_EXACT) {
                return factorial((int) x - 1);
            }
        }
        double size = Math.abs(x);
        double result = size < 1e-20 ? 1 / x : size > 200 ? extreme(x) : lanczos(x, size);
        if (Double.isInfinite(result)) {
            throw Fault.overflow("math range error");
        }
        return result;
    }

    private static RuntimeException domain() {
        return Fault.value("math domain error");
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }

    private static double extreme(double x) {
        return x < 0 ? 0 / sinPi(x) : Double.POSITIVE_INFINITY;
    }

    private static double lanczos(double x, double size) {
        double y = size + G_LESS_HALF;
        double error = size > G_LESS_HALF ? y - size - G_LESS_HALF : y - G_LESS_HALF - size;
        double z = error * G / y;
        double power = Elementary.pow(y, size < 140 ? size - 0.5 : size / 2 - 0.25);
        double result;
        if (x < 0) {
            result = -Math.PI / sinPi(size) / size * Elementary.exp(y) / sum(size);
            result -= z * result;
            result /= power;
            return size < 140 ? result : result / power;
        }
        result = sum(size) / Elementary.exp(y);
        result += z * result;
        result *= power;
        return size < 140 ? result : result * power;
    }

    private static double sum(double x) {
        double top = 0;
        double bottom = 0;
        int last = NUMERATOR.length - 1;
        for (int i = 0; i <= last; i++) {
            if (x < 5) {
                top = top * x + NUMERATOR[last - i];
                bottom = bottom * x + DENOMINATOR[last - i];
            } else {
                top = top / x + NUMERATOR[i];
                bottom = bottom / x + DENOMINATOR[i];
            }
        }
        return top / bottom;
    }

    private static double sinPi(double x) {
        double y = Math.abs(x) % 2;
        double result =
                switch ((int) Math.round(2 * y)) {
                    case 0 -> Elementary.sin(Math.PI * y);
                    case 1 -> Elementary.cos(Math.PI * (y - 0.5));
                    case 2 -> Elementary.sin(Math.PI * (1 - y));
                    case 3 -> -Elementary.cos(Math.PI * (y - 1.5));
                    default -> Elementary.sin(Math.PI * (y - 2));
                };
        return Math.copySign(1, x) * result;
    }

    static double logGamma(double x) {
        if (!Double.isFinite(x)) {
            return Double.isNaN(x) ? x : Double.POSITIVE_INFINITY;
        }
        if (x == Math.floor(x) && x <= 2) {
            if (x <= 0) {
                throw domain();
            }
            return 0;
        }
        double size = Math.abs(x);
        if (size < 1e-20) {
            return -Elementary.log(size);
        }
        double result = Elementary.log(sum(size)) - G;
        result += (size - 0.5) * (Elementary.log(size + G - 0.5) - 1);
        if (x < 0) {
            double sine = Math.abs(sinPi(size));
            result = LOG_PI - Elementary.log(sine) - Elementary.log(size) - result;
        }
        if (Double.isInfinite(result)) {
            throw Fault.overflow("math range error");
        }
        return result;
    }

    static double erf(double x) {
        double size = Math.abs(x);
        if (Double.isNaN(x) || size < 1e-300) {
            return x * SCALE.high();
        }
        double result = size < SERIES_END ? series(size).value() : 1 - complement(size).value();
        return Math.copySign(result, x);
    }

    static double erfc(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double size = Math.abs(x);
        Twofold result =
                size < SERIES_END
                        ? Twofold.ONE.minus(x < 0 ? series(size).negated() : series(size))
                        : complement(size);
        return x <= -SERIES_END ? Twofold.ONE.scaled(1).minus(result).value() : result.value();
    }

    private static Twofold bell(double x) {
        return Elementary.exp(Twofold.product(x, x).negated());
    }

    /** Sums {@code 2^n x^(2n+1) / (2n+1)!!}, whose terms are all positive. */
    private static Twofold series(double x) {
        Twofold square = Twofold.product(x, x).scaled(1);
        Twofold term = new Twofold(x, 0);
        Twofold sum = term;
        for (int n = 1; term.high() > sum.high() * 0x1p-110; n++) {
            term = term.times(square).divide(2 * n + 1);
            sum = sum.plus(term);
        }
        return sum.times(bell(x)).times(SCALE);
    }

    /** Works out the continued fraction {@code x + (1/2)/(x + (2/2)/(x + (3/2)/(x + ...)))}. */
    private static Twofold complement(double x) {
        if (x > 27) {
            return new Twofold(0, 0);
        }
        Twofold start = new Twofold(x, 0);
        Twofold fraction = start;
        for (int n = FRACTION_TERMS; n > 0; n--) {
            fraction = start.plus(new Twofold(n / 2.0, 0).over(fraction));
        }
        return bell(x).times(SCALE).scaled(-1).over(fraction);
    }
}
