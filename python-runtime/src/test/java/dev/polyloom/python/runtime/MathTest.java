package dev.polyloom.python.runtime;

import dev.polyloom.python.runtime.number.Floats;
import dev.polyloom.python.runtime.number.IntegerMath;
import dev.polyloom.python.runtime.number.Maths;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MathTest {
    private final Cases cases = new Cases();

    @Test
    void functions_areAsInPython() {
        elementary();
        rare();
        parts();
        wholes();
        cases.check("math", 60);
    }

    private void elementary() {
        on("sqrt", Maths::sqrt);
        on("~exp", Maths::exp);
        on("~log", Maths::log);
        on("~log2", Maths::log2);
        on("~log10", Maths::log10);
        on("~sin", Maths::sin);
        on("~cos", Maths::cos);
        on("~tan", Maths::tan);
        on("~asin", Maths::asin);
        on("~acos", Maths::acos);
        on("~atan", Maths::atan);
        on("floor", Maths::floor);
        on("ceil", Maths::ceil);
        on("degrees", Maths::degrees);
        on("radians", Maths::radians);
        on("~pow", Maths::pow);
        on("~atan2", Maths::atan2);
        on("~operator", Floats::power);
        on("fmod", Maths::fmod);
        on("remainder", Maths::remainder);
    }

    private void rare() {
        on("~cbrt", Maths::cbrt);
        on("~exp2", Maths::exp2);
        on("~expm1", Maths::expm1);
        on("~log1p", Maths::log1p);
        on("~sinh", Maths::sinh);
        on("~cosh", Maths::cosh);
        on("~tanh", Maths::tanh);
        on("~asinh", Maths::asinh);
        on("~acosh", Maths::acosh);
        on("~atanh", Maths::atanh);
        on("~gamma", Maths::gamma);
        on("~lgamma", Maths::lgamma);
        on("~erf", Maths::erf);
        on("~erfc", Maths::erfc);
    }

    private void parts() {
        on("modf", Maths::modf);
        on("frexp", Maths::frexp);
        cases.on("ldexp", a -> Maths.ldexp((Double) a.get(0), a.get(1)))
                .on("isclose", a -> Maths.isClose(real(a, 0), real(a, 1), real(a, 2), real(a, 3)))
                .on("~hypot", a -> Maths.hypot(reals(a).stream().mapToDouble(x -> x).toArray()))
                .on("fsum", a -> Maths.fsum(reals(a)));
    }

    private void wholes() {
        cases.on("gcd", IntegerMath::gcd)
                .on("lcm", IntegerMath::lcm)
                .on("isqrt", a -> IntegerMath.isqrt(a.get(0)))
                .on("factorial", a -> IntegerMath.factorial(a.get(0)))
                .on("comb", a -> IntegerMath.comb(a.get(0), a.get(1)))
                .on("perm", a -> IntegerMath.perm(a.get(0), a.get(1)))
                .on("~biglog", a -> Maths.log(a.get(0)))
                .on("~biglog10", a -> Maths.log10(a.get(0)))
                .on("~biglog2", a -> Maths.log2(a.get(0)));
    }

    private void on(String name, DoubleFunction<Object> function) {
        cases.on(name, a -> function.apply(real(a, 0)));
    }

    private void on(String name, DoubleBinaryOperator function) {
        cases.on(name, a -> function.applyAsDouble(real(a, 0), real(a, 1)));
    }

    private static double real(List<Object> arguments, int index) {
        return (Double) arguments.get(index);
    }

    private static List<Double> reals(List<Object> arguments) {
        return arguments.stream().map(Double.class::cast).toList();
    }
}
