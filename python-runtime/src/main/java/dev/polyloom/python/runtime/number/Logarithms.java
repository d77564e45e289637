package dev.polyloom.python.runtime.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Powers of e and logarithms of decimals, rounded once. Thread-safe: there is no state. */
public final class Logarithms {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int SPARE = 12;

    private Logarithms() {}

    /**
     * Returns e to a power.
     *
     * @param power is less than ten million in size
     * @param to has a precision
     */
    public static BigDecimal exp(BigDecimal power, MathContext to) {
        if (power.signum() == 0) {
            return BigDecimal.ONE;
        }
        int size = Math.max(0, power.precision() - power.scale());
        int halvings = 4 * (size + 1);
        MathContext work = digits(to.getPrecision() + SPARE + size + halvings);
        BigDecimal small = power.divide(TWO.pow(halvings), work);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; isSeen(term, sum, work); n++) {
            term = term.multiply(small, work).divide(BigDecimal.valueOf(n), work);
            sum = sum.add(term, work);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, work);
        }
        return sum.round(even(to));
    }

    /**
     * Returns the natural logarithm.
     *
     * @param value is positive
     * @param to has a precision
     */
    public static BigDecimal ln(BigDecimal value, MathContext to) {
        return value.compareTo(BigDecimal.ONE) == 0
                ? BigDecimal.ZERO
                : natural(value, digits(to.getPrecision() + SPARE)).round(even(to));
    }

    /**
     * Returns the logarithm of base ten.
     *
     * @param value is positive
     * @param to has a precision
     */
    public static BigDecimal log10(BigDecimal value, MathContext to) {
        BigDecimal bare = value.stripTrailingZeros();
        if (bare.precision() == 1 && bare.unscaledValue().intValue() == 1) {
            return BigDecimal.valueOf(-bare.scale());
        }
        MathContext work = digits(to.getPrecision() + SPARE);
        return natural(value, work).divide(lnTen(work), work).round(even(to));
    }

    /** Returns a positive number to a power that is no whole number. */
    public static BigDecimal power(BigDecimal base, BigDecimal exponent, MathContext to) {
        int size = Math.max(0, exponent.precision() - exponent.scale());
        MathContext work = digits(to.getPrecision() + 2 * SPARE + size);
        return exp(natural(base, work).multiply(exponent, work), work).round(to);
    }

    private static BigDecimal natural(BigDecimal value, MathContext work) {
        int exponent = value.precision() - value.scale() - 1;
        BigDecimal mantissa = value.scaleByPowerOfTen(-exponent);
        if (mantissa.compareTo(BigDecimal.valueOf(3)) > 0) {
            mantissa = mantissa.scaleByPowerOfTen(-1);
            exponent++;
        }
        BigDecimal part =
                mantissa.subtract(BigDecimal.ONE).divide(mantissa.add(BigDecimal.ONE), work);
        BigDecimal own = atanh(part, work).multiply(TWO);
        return exponent == 0
                ? own
                : own.add(lnTen(work).multiply(BigDecimal.valueOf(exponent)), work);
    }

    private static BigDecimal lnTen(MathContext work) {
        BigDecimal third = BigDecimal.ONE.divide(BigDecimal.valueOf(3), work);
        BigDecimal ninth = BigDecimal.ONE.divide(BigDecimal.valueOf(9), work);
        return atanh(third, work)
                .multiply(BigDecimal.valueOf(6))
                .add(atanh(ninth, work).multiply(TWO), work);
    }

    private static BigDecimal atanh(BigDecimal x, MathContext work) {
        BigDecimal square = x.multiply(x, work);
        BigDecimal power = x;
        BigDecimal sum = x;
        BigDecimal term = x;
        for (int n = 3; isSeen(term, sum, work); n += 2) {
            power = power.multiply(square, work);
            term = power.divide(BigDecimal.valueOf(n), work);
            sum = sum.add(term, work);
        }
        return sum;
    }

    /** Tells whether a term is large enough to change a sum. */
    private static boolean isSeen(BigDecimal term, BigDecimal sum, MathContext work) {
        int term10 = term.precision() - term.scale();
        int sum10 = sum.precision() - sum.scale();
        return term.signum() != 0 && sum10 - term10 <= work.getPrecision();
    }

    private static MathContext digits(int count) {
        return new MathContext(count, RoundingMode.HALF_EVEN);
    }

    private static MathContext even(MathContext to) {
        return digits(to.getPrecision());
    }
}
