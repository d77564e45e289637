package dev.polyloom.python.runtime.number;

import dev.polyloom.python.runtime.text.Str;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The decimal digits of a finite float. Immutable.
 *
 * @param negative whether its sign is set, also that of zero
 * @param digits the digits, the first of which is not 0 unless the value is
 * @param exponent the power of ten of the first digit
 */
public record Digits(boolean negative, String digits, int exponent) {
    /** More digits than any float has. */
    private static final int MOST_DIGITS = 1100;

    /** Returns the fewest digits that read as the same float. */
    public static Digits shortest(double value) {
        double size = Math.abs(value);
        BigDecimal exact = new BigDecimal(Double.toString(size)).stripTrailingZeros();
        if (exact.precision() == 2) {
            BigDecimal one = exact.round(new MathContext(1, RoundingMode.HALF_EVEN));
            exact = one.doubleValue() == size ? one : exact;
        }
        return of(isNegative(value), exact);
    }

    /** Returns so many digits, correctly rounded, to even where two are as near. */
    public static Digits significant(double value, int count) {
        BigDecimal rounded =
                new BigDecimal(Math.abs(value))
                        .round(
                                new MathContext(
                                        Math.min(count, MOST_DIGITS), RoundingMode.HALF_EVEN));
        return of(isNegative(value), rounded).padded(count);
    }

    /** Returns the digits down to so many after the point, correctly rounded. */
    public static Digits fixed(double value, int places) {
        BigDecimal rounded =
                new BigDecimal(Math.abs(value))
                        .setScale(Math.min(places, MOST_DIGITS), RoundingMode.HALF_EVEN);
        return of(isNegative(value), rounded);
    }

    private static boolean isNegative(double value) {
        return Double.doubleToRawLongBits(value) < 0;
    }

    private static Digits of(boolean negative, BigDecimal value) {
        String digits = value.unscaledValue().toString();
        boolean zero = value.signum() == 0;
        return new Digits(negative, digits, zero ? 0 : digits.length() - 1 - value.scale());
    }

    private Digits padded(int count) {
        int missing = count - digits.length();
        return missing <= 0
                ? new Digits(negative, digits.substring(0, count), exponent)
                : new Digits(negative, digits + Str.repeat("0", missing), exponent);
    }

    /** Returns these digits without zeros at the end; at least one is left. */
    public Digits stripped() {
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return new Digits(negative, digits.substring(0, end), exponent);
    }

    /**
     * Writes the digits without an exponent and without a sign.
     *
     * @param places the least number of digits after the point; with 0 and none there, no point
     */
    public String plain(int places) {
        StringBuilder text = new StringBuilder();
        if (exponent < 0) {
            text.append("0".repeat(-exponent)).append(digits);
            text.insert(1, ".");
        } else {
            text.append(digits);
            text.append("0".repeat(Math.max(0, exponent + 1 - digits.length())));
            if (text.length() > exponent + 1) {
                text.insert(exponent + 1, ".");
            }
        }
        return withPlaces(text, places);
    }

    private static String withPlaces(StringBuilder text, int places) {
        int point = text.indexOf(".");
        int there = point < 0 ? 0 : text.length() - point - 1;
        if (there < places) {
            text.append(point < 0 ? "." : "").append(Str.repeat("0", (long) places - there));
        }
        return text.toString();
    }

    /** Writes the digits with an exponent of at least two digits, and without a sign. */
    public String scientific(String letter) {
        String rest = digits.substring(1);
        int size = Math.abs(exponent);
        return digits.charAt(0)
                + (rest.isEmpty() ? "" : "." + rest)
                + letter
                + (exponent < 0 ? "-" : "+")
                + (size < 10 ? "0" : "")
                + size;
    }
}
