package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.number.Rational;
import dev.polyloom.python.runtime.number.SquareRoot;
import dev.polyloom.python.runtime.object.Builtins;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** What the module {@code statistics} computes from sums: they are exact, and rounded once. */
final class StatisticsModule {
    private static final PyType ERROR =
            PyType.library("StatisticsError", Exceptions.VALUE_ERROR, null).module("statistics");
    private static final MathContext DIGITS = new MathContext(40);

    private StatisticsModule() {}

    static Module make() {
        Module module = new Module("_statistics");
        module.put("StatisticsError", ERROR);
        module.function("mean", 1, 1, a -> mean(a[0]));
        module.function("fmean", "data, weights=None", a -> floatMean(a[0]));
        module.function("harmonic_mean", "data, weights=None", a -> harmonicMean(a[0]));
        module.function("geometric_mean", 1, 1, a -> geometricMean(a[0]));
        module.function("median", 1, 1, a -> median(a[0], 0));
        module.function("median_low", 1, 1, a -> median(a[0], -1));
        module.function("median_high", 1, 1, a -> median(a[0], 1));
        module.function("mode", 1, 1, a -> modes(a[0], "no mode for empty data").getFirst());
        module.function("multimode", 1, 1, a -> PyList.copyOf(modes(a[0], "")));
        module.function("variance", "data, xbar=None", a -> variance(a[0], 1, "variance"));
        module.function("pvariance", "data, mu=None", a -> variance(a[0], 0, "pvariance"));
        module.function("stdev", "data, xbar=None", a -> deviation(a[0], 1, "stdev"));
        module.function("pstdev", "data, mu=None", a -> deviation(a[0], 0, "pstdev"));
        module.function(
                "quantiles",
                "data, *, n=4, method='exclusive'",
                a -> quantiles(a[0], Numbers.index(a[1]), a[2].equals("inclusive")));
        return module;
    }

    private static PyException error(String problem) {
        return Errors.of(ERROR, problem);
    }

    /** Numbers as exact quotients, and whether a result is an int, a float or a fraction. */
    private record Sample(
            List<Rational> values, boolean floating, boolean fractions, boolean decimals) {
        static Sample of(Object data) {
            List<Rational> values = new ArrayList<>();
            boolean floating = false;
            boolean fractions = false;
            boolean decimals = false;
            for (Object each : Iteration.toList(data)) {
                Object plain = Numbers.plain(each);
                if (plain instanceof Double number) {
                    floating = true;
                    values.add(Rational.of(number));
                } else if (each instanceof Fraction fraction) {
                    fractions = true;
                    values.add(fraction.value());
                } else if (each instanceof Decimal decimal) {
                    decimals = true;
                    values.add(decimal.rational());
                } else if (Numbers.isInt(each)) {
                    values.add(Rational.of(Ints.big(plain)));
                } else {
                    throw Errors.type(
                            "can't convert type '%s' to numerator/denominator"
                                    .formatted(Types.of(each).name()));
                }
            }
            return new Sample(values, floating, fractions, decimals);
        }

        BigInteger size() {
            return BigInteger.valueOf(values.size());
        }

        Rational sum() {
            return values.stream().reduce(Rational.of(BigInteger.ZERO), Rational::plus);
        }

        Rational mean() {
            return sum().by(Rational.of(size()));
        }

        Object result(Rational value) {
            if (floating) {
                return value.toDouble();
            }
            if (fractions) {
                return new Fraction(Fraction.TYPE, value);
            }
            if (decimals) {
                return decimal(value);
            }
            return value.denominator().equals(BigInteger.ONE)
                    ? Ints.of(value.numerator())
                    : (Object) value.toDouble();
        }

        static Object decimal(Rational value) {
            return Ops.div(
                    Decimal.of(new BigDecimal(value.numerator())),
                    Decimal.of(new BigDecimal(value.denominator())));
        }

        /** Returns the mean of the squares of the distances from the mean. */
        Rational spread(int fewer) {
            Rational mean = mean();
            Rational sum = Rational.of(BigInteger.ZERO);
            for (Rational each : values) {
                sum = sum.plus(each.minus(mean).power(2));
            }
            return sum.by(Rational.of(size().subtract(BigInteger.valueOf(fewer))));
        }
    }

    private static Object mean(Object data) {
        Sample sample = Sample.of(data);
        if (sample.values.isEmpty()) {
            throw error("mean requires at least one data point");
        }
        return sample.result(sample.mean());
    }

    private static Object floatMean(Object data) {
        Sample sample = Sample.of(data);
        if (sample.values.isEmpty()) {
            throw error("fmean requires at least one data point");
        }
        return sample.sum().toDouble() / sample.values.size();
    }

    private static Object harmonicMean(Object data) {
        Sample sample = Sample.of(data);
        if (sample.values.isEmpty()) {
            throw error("harmonic_mean requires at least one data point");
        }
        Rational sum = Rational.of(BigInteger.ZERO);
        for (Rational each : sample.values) {
            if (each.numerator().signum() < 0) {
                throw error("harmonic mean does not support negative values");
            }
            if (each.numerator().signum() == 0) {
                return 0L;
            }
            Rational turned = Rational.of(BigInteger.ONE).by(each);
            sum = sum.plus(sample.fractions ? turned : Rational.of(turned.toDouble()));
        }
        Rational mean = Rational.of(sample.size()).by(sum);
        return sample.fractions ? sample.result(mean) : (Object) mean.toDouble();
    }

    private static Object geometricMean(Object data) {
        List<Object> values = Iteration.toList(data);
        if (values.isEmpty()) {
            throw error("geometric mean requires a non-empty dataset containing positive numbers");
        }
        Rational sum = Rational.of(BigInteger.ZERO);
        for (Object each : values) {
            sum = sum.plus(Rational.of(Math.log(Numbers.toDouble(each))));
        }
        return Math.exp(sum.toDouble() / values.size());
    }

    private static Object[] sorted(Object data) {
        return ((PyList) Calls.call(Builtins.get("sorted"), data)).snapshot();
    }

    private static Object median(Object data, int side) {
        Object[] all = sorted(data);
        if (all.length == 0) {
            throw error("no median for empty data");
        }
        int middle = all.length / 2;
        if (all.length % 2 == 1 || side > 0) {
            return all[middle];
        }
        return side < 0 ? all[middle - 1] : Ops.div(Ops.add(all[middle - 1], all[middle]), 2L);
    }

    private static List<Object> modes(Object data, String problem) {
        PyDict counts = new PyDict();
        long[] most = {0};
        for (Object each : Iteration.toList(data)) {
            Object before = counts.get(each);
            long count = 1 + (before == null ? 0 : (Long) before);
            counts.put(each, count);
            most[0] = Math.max(most[0], count);
        }
        if (counts.size() == 0 && !problem.isEmpty()) {
            throw error(problem);
        }
        List<Object> all = new ArrayList<>();
        counts.forEach((value, count) -> {
            if ((Long) count == most[0]) {
                all.add(value);
            }
        });
        return all;
    }

    private static Sample enough(Object data, int fewer, String name) {
        Sample sample = Sample.of(data);
        if (sample.values.size() <= fewer) {
            throw error(
                    "%s requires at least %s"
                            .formatted(name, fewer == 0 ? "one data point" : "two data points"));
        }
        return sample;
    }

    private static Object variance(Object data, int fewer, String name) {
        Sample sample = enough(data, fewer, name);
        return sample.result(sample.spread(fewer));
    }

    private static Object deviation(Object data, int fewer, String name) {
        Sample sample = enough(data, fewer, name);
        Rational spread = sample.spread(fewer);
        if (sample.decimals) {
            return Calls.method(Sample.decimal(spread), "sqrt");
        }
        BigDecimal square =
                new BigDecimal(spread.numerator())
                        .divide(new BigDecimal(spread.denominator()), DIGITS);
        return SquareRoot.of(square, DIGITS).doubleValue();
    }

    private static Object quantiles(Object data, long parts, boolean inclusive) {
        if (parts < 1) {
            throw error("n must be at least 1");
        }
        Object[] all = sorted(data);
        if (all.length < 2) {
            throw error("must have at least two data points");
        }
        PyList cuts = new PyList();
        long scale = inclusive ? all.length - 1L : all.length + 1L;
        for (long i = 1; i < parts; i++) {
            long at = i * scale / parts;
            at = inclusive ? at + 1 : Math.clamp(at, 1, all.length - 1);
            long rest = i * scale - (inclusive ? at - 1 : at) * parts;
            Object low = Ops.mul(all[(int) at - 1], parts - rest);
            Object high = Ops.mul(all[(int) Math.min(at, all.length - 1)], rest);
            cuts.append(Ops.div(Ops.add(low, high), parts));
        }
        return cuts;
    }
}
