package dev.polyloom.python.runtime.random;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.number.Floats;
import dev.polyloom.python.runtime.number.IntText;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.number.Maths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@code random.Random}, and the functions of the module. Thread-safe: each number is drawn under
 * the lock of the object, so threads that share one get different numbers in an order of their own.
 */
public final class PythonRandom extends RandomSource {
    private static final double TWO_PI = 2 * Math.PI;
    private static final double NORMAL_MAGIC = 4 * Maths.exp(-0.5) / Math.sqrt(2);
    private static final double LOG_4 = Maths.log(4.0);
    private static final double GAMMA_MAGIC = 1 + Maths.log(4.5);

    private @Nullable Double nextGauss;

    /** Makes one that is seeded with what no program knows. */
    public PythonRandom() {
        seed();
    }

    @Override
    void forget() {
        nextGauss = null;
    }

    /**
     * Returns {@code randrange(stop)}.
     *
     * @throws RuntimeException ValueError
     */
    public Object range(Object stop) {
        if (Ints.signum(stop) <= 0) {
            throw Fault.value("empty range for randrange()");
        }
        return below(Ints.plain(stop));
    }

    /**
     * Returns {@code randrange(start, stop, step)}.
     *
     * @throws RuntimeException ValueError
     */
    public Object range(Object start, Object stop, Object step) {
        Object width = Ints.subtract(Ints.plain(stop), Ints.plain(start));
        int direction = Ints.signum(step);
        if (direction == 0) {
            throw Fault.value("zero step for randrange()");
        }
        if (Ints.compare(step, 1L) == 0) {
            if (Ints.signum(width) <= 0) {
                throw emptyRange(start, stop, width);
            }
            return Ints.add(start, below(width));
        }
        Object count =
                Ints.floorDivide(Ints.add(width, Ints.subtract(step, (long) direction)), step);
        if (Ints.signum(count) <= 0) {
            throw Fault.value("empty range for randrange()");
        }
        return Ints.add(start, Ints.multiply(step, below(count)));
    }

    private static RuntimeException emptyRange(Object start, Object stop, Object width) {
        return Fault.value(
                "empty range for randrange() ("
                        + IntText.decimal(start)
                        + ", "
                        + IntText.decimal(stop)
                        + ", "
                        + IntText.decimal(width)
                        + ")");
    }

    /**
     * Returns {@code randint(least, most)}.
     *
     * @throws RuntimeException ValueError
     */
    public Object between(Object least, Object most) {
        return range(least, Ints.add(Ints.plain(most), 1L), 1L);
    }

    /**
     * Returns the index of what {@code choice} takes of so many.
     *
     * @throws RuntimeException IndexError
     */
    public int choice(int count) {
        if (count == 0) {
            throw Fault.index("Cannot choose from an empty sequence");
        }
        return (int) below((long) count);
    }

    /** Does {@code shuffle(items)}. */
    public <T> void shuffle(List<T> items) {
        for (int i = items.size() - 1; i > 0; i--) {
            Collections.swap(items, i, (int) below(i + 1L));
        }
    }

    /**
     * Returns the indexes of what {@code sample} takes of so many.
     *
     * @throws RuntimeException ValueError
     */
    public int[] sample(int population, long count) {
        if (count < 0 || count > population) {
            throw Fault.value("Sample larger than population or is negative");
        }
        long setSize = 21;
        if (count > 5) {
            setSize += (long) Math.pow(4, Math.ceil(Math.log(count * 3.0) / Math.log(4)));
        }
        return population <= setSize
                ? fromPool(population, (int) count)
                : fromAll(population, (int) count);
    }

    private int[] fromPool(int population, int count) {
        int[] pool = new int[population];
        Arrays.setAll(pool, i -> i);
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
            int j = (int) below((long) population - i);
            chosen[i] = pool[j];
            pool[j] = pool[population - i - 1];
        }
        return chosen;
    }

    private int[] fromAll(int population, int count) {
        Set<Integer> seen = new HashSet<>();
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
            int j = (int) below((long) population);
            while (!seen.add(j)) {
                j = (int) below((long) population);
            }
            chosen[i] = j;
        }
        return chosen;
    }

    /**
     * Returns the indexes of what {@code choices} takes of so many, all as likely.
     *
     * @throws RuntimeException IndexError
     */
    public int[] choices(int population, int count) {
        int[] chosen = new int[Math.max(count, 0)];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = (int) Math.floor(random() * population);
            if (population == 0) {
                throw Fault.index("list index out of range");
            }
        }
        return chosen;
    }

    /**
     * Returns the indexes of what {@code choices} takes with sums of weights.
     *
     * @param sums the weight of each and of those before it together
     * @throws RuntimeException ValueError
     */
    public int[] choices(int population, double[] sums, int count) {
        if (sums.length != population) {
            throw Fault.value("The number of weights does not match the population");
        }
        double total = population == 0 ? 0 : sums[population - 1];
        if (total <= 0) {
            throw Fault.value("Total of weights must be greater than zero");
        }
        if (!Double.isFinite(total)) {
            throw Fault.value("Total of weights must be finite");
        }
        int[] chosen = new int[Math.max(count, 0)];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = after(sums, random() * total);
        }
        return chosen;
    }

    private static int after(double[] sums, double value) {
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value < sums[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Returns {@code uniform(a, b)}. */
    public double uniform(double a, double b) {
        return a + (b - a) * random();
    }

    /** Returns {@code triangular(low, high, mode)}; null is None. */
    public double triangular(double low, double high, @Nullable Double mode) {
        double u = random();
        if (mode != null && high == low) {
            return low;
        }
        double c = mode == null ? 0.5 : (mode - low) / (high - low);
        return u > c
                ? high + (low - high) * Math.sqrt((1 - u) * (1 - c))
                : low + (high - low) * Math.sqrt(u * c);
    }

    /** Returns {@code normalvariate(mu, sigma)}. */
    public double normal(double mu, double sigma) {
        while (true) {
            double u1 = random();
            double u2 = 1 - random();
            double z = NORMAL_MAGIC * (u1 - 0.5) / u2;
            if (z * z / 4 <= -Maths.log(u2)) {
                return mu + z * sigma;
            }
        }
    }

    /** Returns {@code gauss(mu, sigma)}. */
    public synchronized double gauss(double mu, double sigma) {
        Double z = nextGauss;
        nextGauss = null;
        if (z == null) {
            double angle = random() * TWO_PI;
            double radius = Math.sqrt(-2 * Maths.log(1 - random()));
            z = Maths.cos(angle) * radius;
            nextGauss = Maths.sin(angle) * radius;
        }
        return mu + z * sigma;
    }

    /** Returns {@code lognormvariate(mu, sigma)}. */
    public double logNormal(double mu, double sigma) {
        return Maths.exp(normal(mu, sigma));
    }

    /**
     * Returns {@code expovariate(rate)}.
     *
     * @throws RuntimeException ZeroDivisionError
     */
    public double exponential(double rate) {
        double log = -Maths.log(1 - random());
        if (rate == 0) {
            throw Fault.zeroDivision("float division by zero");
        }
        return log / rate;
    }

    /** Returns {@code vonmisesvariate(mu, kappa)}. */
    public double vonMises(double mu, double kappa) {
        if (kappa <= 1e-6) {
            return TWO_PI * random();
        }
        double s = 0.5 / kappa;
        double r = s + Math.sqrt(1 + s * s);
        double z;
        while (true) {
            double u1 = random();
            z = Maths.cos(Math.PI * u1);
            double d = z / (r + z);
            double u2 = random();
            if (u2 < 1 - d * d || u2 <= (1 - d) * Maths.exp(d)) {
                break;
            }
        }
        double q = 1 / r;
        double angle = Maths.acos((q + z) / (1 + q * z));
        double turned = random() > 0.5 ? mu + angle : mu - angle;
        return Floats.modulo(turned, TWO_PI);
    }

    /**
     * Returns {@code gammavariate(alpha, beta)}.
     *
     * @throws RuntimeException ValueError
     */
    public double gamma(double alpha, double beta) {
        if (alpha <= 0 || beta <= 0) {
            throw Fault.value("gammavariate: alpha and beta must be > 0.0");
        }
        if (alpha == 1) {
            return -Maths.log(1 - random()) * beta;
        }
        return (alpha > 1 ? largeGamma(alpha) : smallGamma(alpha)) * beta;
    }

    private double largeGamma(double alpha) {
        double a = Math.sqrt(2 * alpha - 1);
        double b = alpha - LOG_4;
        double c = alpha + a;
        while (true) {
            double u1 = random();
            if (u1 <= 1e-7 || u1 >= 0.9999999) {
                continue;
            }
            double u2 = 1 - random();
            double v = Maths.log(u1 / (1 - u1)) / a;
            double x = alpha * Maths.exp(v);
            double z = u1 * u1 * u2;
            double r = b + c * v - x;
            if (r + GAMMA_MAGIC - 4.5 * z >= 0 || r >= Maths.log(z)) {
                return x;
            }
        }
    }

    private double smallGamma(double alpha) {
        double b = (Math.E + alpha) / Math.E;
        while (true) {
            double p = b * random();
            double x = p <= 1 ? Maths.pow(p, 1 / alpha) : -Maths.log((b - p) / alpha);
            double u = random();
            if (p > 1 ? u <= Maths.pow(x, alpha - 1) : u <= Maths.exp(-x)) {
                return x;
            }
        }
    }

    /** Returns {@code betavariate(alpha, beta)}. */
    public double beta(double alpha, double beta) {
        double y = gamma(alpha, 1);
        return y == 0 ? 0 : y / (y + gamma(beta, 1));
    }

    /** Returns {@code paretovariate(alpha)}. */
    public double pareto(double alpha) {
        return Maths.pow(1 - random(), -1 / alpha);
    }

    /** Returns {@code weibullvariate(alpha, beta)}. */
    public double weibull(double alpha, double beta) {
        return alpha * Maths.pow(-Maths.log(1 - random()), 1 / beta);
    }

    /** Returns the items that the indexes name. */
    public static <T> List<T> pick(List<T> items, int[] indexes) {
        List<T> picked = new ArrayList<>(indexes.length);
        for (int index : indexes) {
            picked.add(items.get(index));
        }
        return picked;
    }
}
