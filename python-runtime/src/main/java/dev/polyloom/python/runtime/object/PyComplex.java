package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.number.FloatText;
import org.jspecify.annotations.Nullable;

/**
 * A complex number. Quotients follow Smith, powers with small whole exponents are products of
 * squares, all others go through polar coordinates, as in CPython.
 */
public final class PyComplex extends PyObject {
    private static final int PRODUCT_LIMIT = 100;

    private final double real;
    private final double imag;

    /** Makes one of its parts. */
    public PyComplex(double real, double imag) {
        this(Types.COMPLEX, real, imag);
    }

    PyComplex(PyType type, double real, double imag) {
        super(type);
        this.real = real;
        this.imag = imag;
    }

    /** Returns the real part. */
    public double real() {
        return real;
    }

    /** Returns the imaginary part. */
    public double imag() {
        return imag;
    }

    /** Returns a number as a complex one, or null for what is not a number. */
    public static @Nullable PyComplex from(Object value) {
        if (value instanceof PyComplex number) {
            return number;
        }
        Object plain = Numbers.plain(value);
        return Numbers.isReal(plain) ? new PyComplex(Numbers.toDouble(plain), 0) : null;
    }

    /** Returns what an operator gives, or null where there is none for complex numbers. */
    static @Nullable Object apply(Binary operator, PyComplex a, PyComplex b) {
        return switch (operator) {
            case ADD -> new PyComplex(a.real + b.real, a.imag + b.imag);
            case SUB -> new PyComplex(a.real - b.real, a.imag - b.imag);
            case MUL -> a.times(b);
            case DIV -> a.over(b);
            case POW -> a.power(b).finite();
            default -> null;
        };
    }

    private PyComplex times(PyComplex b) {
        return new PyComplex(real * b.real - imag * b.imag, real * b.imag + imag * b.real);
    }

    private PyComplex over(PyComplex b) {
        if (b.real == 0 && b.imag == 0) {
            throw Errors.of(Exceptions.ZERO_DIVISION_ERROR, "complex division by zero");
        }
        if (Math.abs(b.real) >= Math.abs(b.imag)) {
            double ratio = b.imag / b.real;
            double denominator = b.real + b.imag * ratio;
            return new PyComplex(
                    (real + imag * ratio) / denominator, (imag - real * ratio) / denominator);
        }
        double ratio = b.real / b.imag;
        double denominator = b.real * ratio + b.imag;
        return new PyComplex(
                (real * ratio + imag) / denominator, (imag * ratio - real) / denominator);
    }

    /** Returns the power; a negative base with a broken exponent has one here. */
    PyComplex power(PyComplex exponent) {
        if (exponent.real == 0 && exponent.imag == 0) {
            return new PyComplex(1, 0);
        }
        if (real == 0 && imag == 0) {
            if (exponent.imag != 0 || exponent.real < 0) {
                throw Errors.of(
                        Exceptions.ZERO_DIVISION_ERROR, "0.0 to a negative or complex power");
            }
            return new PyComplex(0, 0);
        }
        boolean small =
                exponent.imag == 0
                        && exponent.real == Math.rint(exponent.real)
                        && Math.abs(exponent.real) <= PRODUCT_LIMIT;
        return small ? power((int) exponent.real) : polarPower(exponent);
    }

    /** Returns this, unless it has become too big. */
    PyComplex finite() {
        if (Double.isInfinite(real) || Double.isInfinite(imag)) {
            throw Errors.of(Exceptions.OVERFLOW_ERROR, "complex exponentiation");
        }
        return this;
    }

    private PyComplex power(int exponent) {
        PyComplex result = new PyComplex(1, 0);
        PyComplex square = this;
        for (int rest = Math.abs(exponent); rest > 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                result = result.times(square);
            }
            square = square.times(square);
        }
        return exponent < 0 ? new PyComplex(1, 0).over(result) : result;
    }

    private PyComplex polarPower(PyComplex exponent) {
        double size = abs();
        double length = Math.pow(size, exponent.real);
        double angle = Math.atan2(imag, real);
        double phase = angle * exponent.real;
        if (exponent.imag != 0) {
            length /= Math.exp(angle * exponent.imag);
            phase += exponent.imag * Math.log(size);
        }
        return new PyComplex(length * Math.cos(phase), length * Math.sin(phase));
    }

    /** Returns the absolute value. */
    double abs() {
        return Math.hypot(real, imag);
    }

    PyComplex negated() {
        return new PyComplex(-real, -imag);
    }

    PyComplex conjugate() {
        return new PyComplex(real, -imag);
    }

    boolean isEqual(Object other) {
        return other instanceof PyComplex b
                ? real == b.real && imag == b.imag
                : imag == 0 && Compare.builtinEqual(real, Numbers.plain(other));
    }

    long hash() {
        long hash = Hash.of(real) + 1000003L * Hash.of(imag);
        return hash == -1 ? -2 : hash;
    }

    /** Returns the text of a part: that of a float, whose end {@code .0} is left out. */
    static String part(double value) {
        String text = FloatText.repr(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public String toString() {
        if (real == 0 && Math.copySign(1, real) > 0) {
            return part(imag) + "j";
        }
        String second = part(imag);
        String sign = second.startsWith("-") ? "" : "+";
        return "(" + part(real) + sign + second + "j)";
    }
}
