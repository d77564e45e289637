package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.number.IntegerMath;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.number.Maths;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/** The module {@code math}. */
final class MathModule {
    private final Module module = new Module("math");

    private MathModule() {}

    static Module make() {
        MathModule made = new MathModule();
        made.constants();
        made.reals();
        made.wholes();
        made.logarithms();
        made.others();
        return made.module;
    }

    private void constants() {
        module.put("pi", Math.PI).put("e", Math.E).put("tau", 2 * Math.PI);
        module.put("inf", Double.POSITIVE_INFINITY).put("nan", Double.NaN);
    }

    private void real(String name, DoubleUnaryOperator how) {
        module.function(name, 1, 1, a -> how.applyAsDouble(Numbers.toDouble(a[0])));
    }

    private void real(String name, DoubleBinaryOperator how) {
        module.function(
                name, 2, 2, a -> how.applyAsDouble(Numbers.toDouble(a[0]), Numbers.toDouble(a[1])));
    }

    private void reals() {
        real("sqrt", Maths::sqrt);
        real("cbrt", Maths::cbrt);
        real("exp", Maths::exp);
        real("exp2", Maths::exp2);
        real("expm1", Maths::expm1);
        real("log1p", Maths::log1p);
        real("sin", Maths::sin);
        real("cos", Maths::cos);
        real("tan", Maths::tan);
        real("asin", Maths::asin);
        real("acos", Maths::acos);
        real("atan", Maths::atan);
        real("sinh", Maths::sinh);
        real("cosh", Maths::cosh);
        real("tanh", Maths::tanh);
        real("asinh", Maths::asinh);
        real("acosh", Maths::acosh);
        real("atanh", Maths::atanh);
        real("gamma", Maths::gamma);
        real("lgamma", Maths::lgamma);
        real("erf", Maths::erf);
        real("erfc", Maths::erfc);
        real("fabs", Math::abs);
        real("ulp", Math::ulp);
        real("degrees", Maths::degrees);
        real("radians", Maths::radians);
        real("pow", Maths::pow);
        real("atan2", Maths::atan2);
        real("fmod", Maths::fmod);
        real("remainder", Maths::remainder);
        real("copysign", Math::copySign);
    }

    private void wholes() {
        module.function("gcd", 0, -1, a -> Ints.of(Ints.big(IntegerMath.gcd(whole(a)))));
        module.function("lcm", 0, -1, a -> IntegerMath.lcm(whole(a)));
        module.function("isqrt", 1, 1, a -> IntegerMath.isqrt(Numbers.indexObject(a[0])));
        module.function("factorial", 1, 1, a -> IntegerMath.factorial(Numbers.indexObject(a[0])));
        module.function(
                "comb",
                2,
                2,
                a -> IntegerMath.comb(Numbers.indexObject(a[0]), Numbers.indexObject(a[1])));
        module.function(
                "perm",
                1,
                2,
                a ->
                        a.length == 1 || a[1] == None.NONE
                                ? IntegerMath.factorial(Numbers.indexObject(a[0]))
                                : IntegerMath.perm(
                                        Numbers.indexObject(a[0]), Numbers.indexObject(a[1])));
        rounding("floor", "__floor__", Maths::floor);
        rounding("ceil", "__ceil__", Maths::ceil);
        rounding("trunc", "__trunc__", Numbers::toInt);
    }

    private static List<Object> whole(Object[] values) {
        List<Object> all = new ArrayList<>();
        for (Object value : values) {
            all.add(Numbers.indexObject(value));
        }
        return all;
    }

    private void rounding(String name, String method, DoubleFunction<Object> how) {
        module.function(
                name,
                1,
                1,
                a -> {
                    if (Numbers.isInt(a[0])) {
                        return Numbers.indexObject(a[0]);
                    }
                    boolean own = Types.of(a[0]).lookup(method) != null;
                    if (!own && name.equals("trunc")) {
                        throw Errors.type(
                                "type %s doesn't define __trunc__ method"
                                        .formatted(Types.of(a[0]).name()));
                    }
                    return !own || a[0] instanceof Double
                            ? how.apply(Numbers.toDouble(a[0]))
                            : Calls.method(a[0], method);
                });
    }

    private static double log(Object value) {
        return Numbers.isInt(value)
                ? Maths.log(Numbers.indexObject(value))
                : Maths.log(Numbers.toDouble(value));
    }

    private void logarithms() {
        module.function(
                "log", 1, 2, a -> a.length == 1 ? log(a[0]) : Ops.div(log(a[0]), log(a[1])));
        module.function(
                "log2",
                1,
                1,
                a ->
                        Numbers.isInt(a[0])
                                ? Maths.log2(Numbers.indexObject(a[0]))
                                : Maths.log2(Numbers.toDouble(a[0])));
        module.function(
                "log10",
                1,
                1,
                a ->
                        Numbers.isInt(a[0])
                                ? Maths.log10(Numbers.indexObject(a[0]))
                                : Maths.log10(Numbers.toDouble(a[0])));
    }

    private void others() {
        module.function("isnan", 1, 1, a -> Double.isNaN(Numbers.toDouble(a[0])));
        module.function("isinf", 1, 1, a -> Double.isInfinite(Numbers.toDouble(a[0])));
        module.function("isfinite", 1, 1, a -> Double.isFinite(Numbers.toDouble(a[0])));
        module.function(
                "isclose",
                "a, b, *, rel_tol=1e-09, abs_tol=0.0",
                a ->
                        Maths.isClose(
                                Numbers.toDouble(a[0]),
                                Numbers.toDouble(a[1]),
                                Numbers.toDouble(a[2]),
                                Numbers.toDouble(a[3])));
        module.function(
                "nextafter",
                2,
                2,
                a -> Math.nextAfter(Numbers.toDouble(a[0]), Numbers.toDouble(a[1])));
        module.function("fsum", 1, 1, a -> Maths.fsum(doubles(a[0])));
        module.function("hypot", 0, -1, a -> Maths.hypot(array(PyTuple.of(a))));
        module.function(
                "ldexp", 2, 2, a -> Maths.ldexp(Numbers.toDouble(a[0]), Numbers.indexObject(a[1])));
        module.function("frexp", 1, 1, a -> PyTuple.of(Maths.frexp(Numbers.toDouble(a[0]))));
        module.function(
                "modf",
                1,
                1,
                a -> {
                    double[] parts = Maths.modf(Numbers.toDouble(a[0]));
                    return PyTuple.of(parts[0], parts[1]);
                });
        module.function(
                "prod",
                "iterable, /, *, start=1",
                a -> {
                    Object product = a[1];
                    for (Object each : Iteration.toList(a[0])) {
                        product = Ops.mul(product, each);
                    }
                    return product;
                });
        module.function("dist", 2, 2, a -> distance(array(a[0]), array(a[1])));
    }

    private static double distance(double[] a, double[] b) {
        if (a.length != b.length) {
            throw Errors.value("both points must have the same number of dimensions");
        }
        double[] parts = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            parts[i] = a[i] - b[i];
        }
        return Maths.hypot(parts);
    }

    private static List<Double> doubles(Object values) {
        List<Double> all = new ArrayList<>();
        for (Object each : Iteration.toList(values)) {
            all.add(Numbers.toDouble(each));
        }
        return all;
    }

    private static double[] array(Object values) {
        return doubles(values).stream().mapToDouble(Double::doubleValue).toArray();
    }
}
