package dev.polyloom.python.runtime.format;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.number.IntText;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.text.Str;
import java.math.BigInteger;
import java.util.Locale;

/**
 * {@code format(value, specification)} for the types that have a language for it. Thread-safe:
 * there is no state.
 */
public final class Format {
    private static final int MOST_WIDTH = 1 << 29;

    private Format() {}

    /**
     * Formats an int, a bool, a float or a str.
     *
     * @param value a {@link Long}, {@link BigInteger}, {@link Boolean}, {@link Double} or {@link
     *     String}
     * @param spec the specification
     * @throws RuntimeException ValueError, OverflowError
     * @throws IllegalArgumentException for another type
     */
    public static String of(Object value, String spec) {
        return switch (value) {
            case String text -> text(text, spec);
            case Double number -> real(number, spec);
            case Boolean truth when spec.isEmpty() -> truth ? "True" : "False";
            case Boolean truth -> whole(Ints.plain(truth), spec, "bool");
            case Long number when spec.isEmpty() -> Long.toString(number);
            case Long number -> whole(number, spec, "int");
            case BigInteger number -> whole(number, spec, "int");
            default -> throw new IllegalArgumentException("no number and no text: " + value);
        };
    }

    /**
     * Formats a str.
     *
     * @throws RuntimeException ValueError
     */
    public static String text(String text, String spec) {
        if (spec.isEmpty()) {
            return text;
        }
        Spec format = Spec.parse(spec, 's', '<', "str");
        if (format.type() != 's') {
            throw format.unknown("str");
        }
        if (format.sign() != 0) {
            String what = format.sign() == ' ' ? "Space" : "Sign";
            throw Fault.value(what + " not allowed in string format specifier");
        }
        if (format.coerce()) {
            throw Fault.value("Negative zero coercion (z) not allowed in string format specifier");
        }
        if (format.alternate()) {
            throw Fault.value("Alternate form (#) not allowed in string format specifier");
        }
        if (format.align() == '=') {
            throw Fault.value("'=' alignment not allowed in string format specifier");
        }
        int precision = format.precision();
        boolean cut = precision >= 0 && precision < Str.length(text);
        return format.pad(cut ? Str.slice(text, 0, precision) : text);
    }

    /**
     * Formats an int.
     *
     * @param value a {@link Long} or {@link BigInteger}
     * @param typeName the name of its Python type, for errors
     * @throws RuntimeException ValueError, OverflowError
     */
    public static String whole(Object value, String spec, String typeName) {
        Spec format = Spec.parse(spec, 'd', '>', typeName);
        return switch (format.type()) {
            case 'b', 'c', 'd', 'o', 'x', 'X', 'n' -> whole(value, format);
            case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> real(Ints.toFloat(value), format, typeName);
            default -> throw format.unknown(typeName);
        };
    }

    private static String whole(Object value, Spec format) {
        if (format.precision() >= 0) {
            throw Fault.value("Precision not allowed in integer format specifier");
        }
        if (format.coerce()) {
            throw Fault.value("Negative zero coercion (z) not allowed in integer format specifier");
        }
        if (format.type() == 'c') {
            return new NumberText(false, "", character(value, format), "").write(format);
        }
        boolean negative = Ints.signum(value) < 0;
        Object size = Ints.abs(value);
        String digits =
                switch (format.type()) {
                    case 'b' -> Ints.big(size).toString(2);
                    case 'o' -> Ints.big(size).toString(8);
                    case 'x' -> Ints.big(size).toString(16);
                    case 'X' -> Ints.big(size).toString(16).toUpperCase(Locale.ROOT);
                    default -> IntText.decimal(size);
                };
        boolean prefixed = format.alternate() && format.type() != 'd' && format.type() != 'n';
        String prefix = prefixed ? "0" + (char) format.type() : "";
        return new NumberText(negative, prefix, digits, "").write(format);
    }

    private static String character(Object value, Spec format) {
        if (format.sign() != 0) {
            throw Fault.value("Sign not allowed with integer format specifier 'c'");
        }
        if (format.alternate()) {
            throw Fault.value("Alternate form (#) not allowed with integer format specifier 'c'");
        }
        if (!(value instanceof Long code)) {
            throw Fault.overflow("Python int too large to convert to C long");
        }
        if (code < 0 || code > Character.MAX_CODE_POINT) {
            throw Fault.overflow("%c arg not in range(0x110000)");
        }
        return Str.of(code.intValue());
    }

    /**
     * Formats a float.
     *
     * @throws RuntimeException ValueError
     */
    public static String real(double value, String spec) {
        return real(value, Spec.parse(spec, '\0', '>', "float"), "float");
    }

    private static String real(double value, Spec format, String typeName) {
        int type = format.type();
        if (type > 127 || "\0eEfFgGn%".indexOf(type) < 0) {
            throw format.unknown(typeName);
        }
        String text =
                Reals.write(
                        type == '%' ? value * 100 : value,
                        type == 'n' ? 'g' : type == '%' ? 'f' : (char) type,
                        format.precision(),
                        format.alternate());
        boolean negative = text.startsWith("-");
        String size = negative ? text.substring(1) : text;
        int end = 0;
        while (end < size.length() && Character.isDigit(size.charAt(end))) {
            end++;
        }
        boolean coerced = format.coerce() && isZero(size);
        return new NumberText(
                        negative && !coerced,
                        "",
                        size.substring(0, end),
                        size.substring(end) + (type == '%' ? "%" : ""))
                .write(format);
    }

    private static boolean isZero(String size) {
        for (int i = 0; i < size.length() && size.charAt(i) != 'e' && size.charAt(i) != 'E'; i++) {
            if (size.charAt(i) != '0' && size.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    /**
     * A number taken apart.
     *
     * @param negative whether it has a minus
     * @param prefix what stands between sign and digits
     * @param digits the digits that are grouped
     * @param rest what follows them
     */
    private record NumberText(boolean negative, String prefix, String digits, String rest) {

        String write(Spec format) {
            String before = (negative ? "-" : plus(format)) + prefix;
            int around = before.length() + rest.length();
            boolean zeros = format.fill() == '0' && format.align() == '=';
            String grouped = group(format, zeros ? format.width() - around : 0);
            if (format.align() != '=') {
                return format.pad(before + grouped + rest);
            }
            int missing = format.width() - around - Str.length(grouped);
            return before + Str.repeat(Str.of(format.fill()), missing) + grouped + rest;
        }

        private static String plus(Spec format) {
            return format.sign() == '+' ? "+" : format.sign() == ' ' ? " " : "";
        }

        /** Groups the digits, with zeros before them until they take the width. */
        private String group(Spec format, int width) {
            if (format.grouping() == 0 || digits.isEmpty()) {
                return digits;
            }
            int size = "boxX".indexOf(format.type()) >= 0 ? 4 : 3;
            if (width > MOST_WIDTH) {
                throw Fault.of("MemoryError", "");
            }
            StringBuilder reversed = new StringBuilder();
            for (int i = 0; i < digits.length() || reversed.length() < width; i++) {
                if (i > 0 && i % size == 0) {
                    reversed.append(format.grouping());
                }
                int place = digits.length() - 1 - i;
                reversed.append(place < 0 ? '0' : digits.charAt(place));
            }
            return reversed.reverse().toString();
        }
    }
}
