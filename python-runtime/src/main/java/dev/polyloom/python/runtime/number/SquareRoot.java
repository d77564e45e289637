package dev.polyloom.python.runtime.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** The square root of decimals. Thread-safe: there is no state. */
public final class SquareRoot {
    private SquareRoot() {}

    /**
     * Returns the root, rounded rightly; an exact one has half as many places as the value where
     * that is enough.
     *
     * @param value is not negative
     * @param to has a precision
     */
    public static BigDecimal of(BigDecimal value, MathContext to) {
        int places = -Math.floorDiv(-value.scale(), 2);
        if (value.signum() == 0) {
            return BigDecimal.valueOf(0, places);
        }
        int more = Math.max(0, 2 * to.getPrecision() + 2 - value.precision());
        more += (value.scale() + more) & 1;
        BigInteger square = value.unscaledValue().multiply(BigInteger.TEN.pow(more));
        BigInteger root = square.sqrt();
        int scale = (value.scale() + more) / 2;
        if (!root.multiply(root).equals(square)) {
            // One digit more keeps the rest from looking like none, or like one half.
            BigInteger digits = root.multiply(BigInteger.TEN).add(BigInteger.ONE);
            return new BigDecimal(digits, scale + 1).round(to);
        }
        BigDecimal exact = new BigDecimal(root, scale).stripTrailingZeros();
        return exact.setScale(Math.max(exact.scale(), places)).round(to);
    }
}
