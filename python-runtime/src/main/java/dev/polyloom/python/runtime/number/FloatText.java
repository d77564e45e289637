package dev.polyloom.python.runtime.number;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Repr;
import dev.polyloom.python.runtime.text.Spaces;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Floats as text. Thread-safe: there is no state. */
public final class FloatText {
    private FloatText() {}

    /** Returns {@code repr(value)}, the shortest text that reads as the same float. */
    public static String repr(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        Digits digits = Digits.shortest(value);
        boolean exponent = digits.exponent() < -4 || digits.exponent() >= 16;
        String sign = digits.negative() ? "-" : "";
        return sign + (exponent ? digits.scientific("e") : digits.plain(1));
    }

    /**
     * Returns {@code float(text)}.
     *
     * @throws RuntimeException ValueError
     */
    public static double parse(String text) {
        Double value = read(Spaces.toAsciiDigits(text));
        if (value == null) {
            throw Fault.value("could not convert string to float: " + Repr.of(text));
        }
        return value;
    }

    private static @Nullable Double read(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean negative = lower.startsWith("-");
        String size = negative || lower.startsWith("+") ? lower.substring(1) : lower;
        return switch (size) {
            case "inf", "infinity" ->
                    negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> isNumber(size) ? Double.valueOf(lower.replace("_", "")) : null;
        };
    }

    private static boolean isNumber(String text) {
        int end = digits(text, 0);
        int count = end;
        if (end < text.length() && text.charAt(end) == '.') {
            int begin = end + 1;
            end = digits(text, begin);
            count += end - begin;
        }
        if (count == 0) {
            return false;
        }
        if (end < text.length() && text.charAt(end) == 'e') {
            int begin = end + 1;
            if (begin < text.length() && "+-".indexOf(text.charAt(begin)) >= 0) {
                begin++;
            }
            end = digits(text, begin);
            if (end == begin) {
                return false;
            }
        }
        return end == text.length();
    }

    /** Returns where the digits that begin here end; single underscores may stand between them. */
    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean between = c == '_' && i > from && i + 1 < text.length() && isDigit(text, i + 1);
            if (!isDigit(text, i) && !between) {
                return i;
            }
            i++;
        }
        return i;
    }

    private static boolean isDigit(String text, int at) {
        char c = text.charAt(at);
        return c >= '0' && c <= '9';
    }

    /** Returns {@code value.hex()}. */
    public static String hex(double value) {
        if (!Double.isFinite(value)) {
            return repr(value);
        }
        if (value == 0) {
            return Double.compare(value, 0.0) < 0 ? "-0x0.0p+0" : "0x0.0p+0";
        }
        long bits = Double.doubleToLongBits(value);
        int biased = (int) (bits >> 52 & 0x7FF);
        String fraction = Long.toHexString((bits & (1L << 52) - 1) | 1L << 52).substring(1);
        int exponent = Math.max(biased, 1) - 1023;
        return (bits < 0 ? "-" : "")
                + (biased == 0 ? "0x0." : "0x1.")
                + fraction
                + "p"
                + (exponent < 0 ? "" : "+")
                + exponent;
    }

    /**
     * Returns {@code float.fromhex(text)}.
     *
     * @throws RuntimeException ValueError, OverflowError
     */
    public static double fromHex(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        boolean signed = lower.startsWith("-") || lower.startsWith("+");
        String size = signed ? lower.substring(1) : lower;
        if (size.equals("inf") || size.equals("infinity") || size.equals("nan")) {
            return parse(lower);
        }
        double value;
        try {
            value = Double.parseDouble(javaHex(size));
        } catch (NumberFormatException e) {
            throw Fault.value("invalid hexadecimal floating-point string");
        }
        if (Double.isInfinite(value)) {
            throw Fault.overflow("hexadecimal value too large to represent as a float");
        }
        return lower.startsWith("-") ? -value : value;
    }

    private static String javaHex(String size) {
        String digits = size.startsWith("0x") ? size.substring(2) : size;
        if (digits.isEmpty() || (!isHexDigit(digits.charAt(0)) && digits.charAt(0) != '.')) {
            throw new NumberFormatException();
        }
        return "0x" + digits + (digits.contains("p") ? "" : "p0");
    }

    private static boolean isHexDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
