package dev.polyloom.python.runtime.format;

import dev.polyloom.python.runtime.number.Digits;
import dev.polyloom.python.runtime.number.FloatText;
import java.util.Locale;

/** Floats in the notations of format types. */
final class Reals {
    private static final int DEFAULT_PRECISION = 6;

    private Reals() {}

    /**
     * Writes the value, with a minus where its sign is set.
     *
     * @param type one of {@code e E f F g G}, or 0 for the notation of {@code str}
     * @param precision the precision, or -1 for the usual one
     * @param alternate whether there is always a point, and {@code g} keeps its zeros
     */
    static String write(double value, char type, int precision, boolean alternate) {
        boolean upper = type == 'E' || type == 'F' || type == 'G';
        if (!Double.isFinite(value)) {
            String text = FloatText.repr(value);
            return upper ? text.toUpperCase(Locale.ROOT) : text;
        }
        if (type == 0 && precision < 0) {
            String text = FloatText.repr(value);
            return alternate ? withPoint(text, 'e') : text;
        }
        int places = precision < 0 ? DEFAULT_PRECISION : precision;
        String exponent = upper ? "E" : "e";
        String text =
                switch (type) {
                    case 'e', 'E' ->
                            Digits.significant(value, Math.min(places, Integer.MAX_VALUE - 1) + 1)
                                    .scientific(exponent);
                    case 'f', 'F' -> Digits.fixed(value, places).plain(places);
                    default -> general(value, places, type, alternate, exponent);
                };
        String signed = Double.doubleToRawLongBits(value) < 0 ? "-" + text : text;
        return alternate ? withPoint(signed, exponent.charAt(0)) : signed;
    }

    private static String general(
            double value, int precision, char type, boolean alternate, String letter) {
        int count = Math.max(precision, 1);
        Digits rounded = Digits.significant(value, count);
        boolean always = type == 0;
        int exponent = rounded.exponent();
        boolean scientific = exponent < -4 || exponent >= count - (always ? 1 : 0);
        Digits shown = alternate ? rounded : rounded.stripped();
        if (scientific) {
            return shown.scientific(letter);
        }
        return shown.plain(always ? 1 : 0);
    }

    private static String withPoint(String text, char exponent) {
        if (text.indexOf('.') >= 0) {
            return text;
        }
        int at = text.indexOf(exponent);
        return at < 0 ? text + "." : text.substring(0, at) + "." + text.substring(at);
    }
}
