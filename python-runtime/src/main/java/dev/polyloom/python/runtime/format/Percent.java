package dev.polyloom.python.runtime.format;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.number.Floats;
import dev.polyloom.python.runtime.number.IntText;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.text.Repr;
import dev.polyloom.python.runtime.text.Str;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code format % arguments} of str. An instance formats once, in one thread. */
public final class Percent {
    private final int[] format;
    private final List<?> arguments;
    private final @Nullable Object mapping;
    private final Values values;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int used;
    private boolean named;

    private Percent(String format, List<?> arguments, @Nullable Object mapping, Values values) {
        this.format = format.codePoints().toArray();
        this.arguments = arguments;
        this.mapping = mapping;
        this.values = values;
    }

    /**
     * Formats.
     *
     * @param format the format
     * @param arguments the items of the tuple on the right, or the one object there
     * @param mapping that object where it has items and is neither tuple nor str; else null
     * @param values what is asked about the arguments
     * @throws RuntimeException TypeError, ValueError, OverflowError, and what the values raise
     */
    public static String of(
            String format, List<?> arguments, @Nullable Object mapping, Values values) {
        return new Percent(format, arguments, mapping, values).run();
    }

    private String run() {
        while (at < format.length) {
            int c = format[at++];
            if (c != '%') {
                out.appendCodePoint(c);
            } else if (at < format.length && format[at] == '%') {
                out.append('%');
                at++;
            } else {
                conversion();
            }
        }
        if (used < arguments.size() && mapping == null) {
            throw Fault.type("not all arguments converted during string formatting");
        }
        return out.toString();
    }

    /** The flags, width and precision of a conversion. */
    private static final class Shape {
        boolean left;
        boolean zero;
        boolean alternate;
        char sign;
        int width = -1;
        int precision = -1;
    }

    private void conversion() {
        Object keyed = peek() == '(' ? key() : null;
        Shape shape = shape();
        int c = next();
        Object value = keyed != null ? keyed : argument();
        String text =
                switch (c) {
                    case 's' -> cut(values.str(value), shape);
                    case 'r' -> cut(values.repr(value), shape);
                    case 'a' -> cut(Repr.escapeBeyondAscii(values.repr(value)), shape);
                    case 'c' -> character(value);
                    case 'd', 'i', 'u', 'o', 'x', 'X' -> whole(value, (char) c, shape);
                    case 'e', 'E', 'f', 'F', 'g', 'G' ->
                            Reals.write(real(value), (char) c, shape.precision, shape.alternate);
                    default -> throw unsupported(c);
                };
        pad(text, shape, "diuoxXeEfFgG".indexOf(c) >= 0, "oxX".indexOf(c) >= 0 && shape.alternate);
    }

    private int peek() {
        return at < format.length ? format[at] : -1;
    }

    private int next() {
        if (at >= format.length) {
            throw Fault.value("incomplete format");
        }
        return format[at++];
    }

    private Object key() {
        if (mapping == null) {
            throw Fault.type("format requires a mapping");
        }
        int begin = ++at;
        int depth = 1;
        while (depth > 0) {
            if (at >= format.length) {
                throw Fault.value("incomplete format key");
            }
            int c = format[at++];
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        named = true;
        return values.item(mapping, new String(format, begin, at - 1 - begin));
    }

    private Shape shape() {
        Shape shape = new Shape();
        for (; "-+ #0".indexOf(Math.max(peek(), 1)) >= 0; at++) {
            switch (format[at]) {
                case '-' -> shape.left = true;
                case '+' -> shape.sign = '+';
                case ' ' -> shape.sign = shape.sign == '+' ? '+' : ' ';
                case '#' -> shape.alternate = true;
                default -> shape.zero = true;
            }
        }
        if (peek() == '*') {
            at++;
            int width = star();
            shape.left |= width < 0;
            shape.width = Math.abs(width);
        } else {
            shape.width = digits("width too big");
        }
        if (peek() == '.') {
            at++;
            boolean star = peek() == '*';
            at += star ? 1 : 0;
            shape.precision = Math.max(0, star ? starPrecision() : digits("precision too big"));
        }
        if (peek() == 'h' || peek() == 'l' || peek() == 'L') {
            at++;
        }
        return shape;
    }

    private int star() {
        Object value = argument();
        if (!Ints.isInt(value)) {
            throw Fault.type("* wants int");
        }
        if (!(Ints.plain(value) instanceof Long number)) {
            throw Fault.overflow("Python int too large to convert to C ssize_t");
        }
        // The least width has no positive counterpart, and CPython fills nothing up to it.
        return number == Long.MIN_VALUE
                ? 0
                : Math.clamp(number, -Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private int starPrecision() {
        Object value = argument();
        if (!Ints.isInt(value)) {
            throw Fault.type("* wants int");
        }
        if (!(Ints.plain(value) instanceof Long number) || number != number.intValue()) {
            throw Fault.overflow("Python int too large to convert to C int");
        }
        return number.intValue();
    }

    private int digits(String ifTooBig) {
        long value = -1;
        while (peek() >= '0' && peek() <= '9') {
            value = Math.max(value, 0) * 10 + format[at++] - '0';
            if (value > Integer.MAX_VALUE) {
                throw Fault.value(ifTooBig);
            }
        }
        return (int) value;
    }

    private Object argument() {
        if ((named && mapping != null) || used >= arguments.size()) {
            throw Fault.type("not enough arguments for format string");
        }
        return arguments.get(used++);
    }

    private RuntimeException unsupported(int c) {
        return Fault.value(
                "unsupported format character '"
                        + (c >= 31 && c <= 126 ? (char) c : '?')
                        + "' (0x"
                        + Integer.toHexString(c)
                        + ") at index "
                        + (at - 1));
    }

    private static String cut(String text, Shape shape) {
        return shape.precision >= 0 && shape.precision < Str.length(text)
                ? Str.slice(text, 0, shape.precision)
                : text;
    }

    private String character(Object given) {
        Object value = values.letter(given);
        if (value instanceof String text && Str.length(text) == 1) {
            return text;
        }
        Object code = value instanceof String || value instanceof Double ? null : index(value);
        if (code == null) {
            throw Fault.type("%c requires int or char");
        }
        if (!(code instanceof Long number) || number < 0 || number > Character.MAX_CODE_POINT) {
            throw Fault.overflow("%c arg not in range(0x110000)");
        }
        return Str.of(number.intValue());
    }

    private @Nullable Object index(Object value) {
        return Ints.isInt(value) ? Ints.plain(value) : values.index(value);
    }

    private String whole(Object value, char type, Shape shape) {
        boolean decimal = "diu".indexOf(type) >= 0;
        Object number = decimal && value instanceof Double real ? Floats.toInt(real) : index(value);
        if (number == null && decimal) {
            number = values.whole(value);
        }
        if (number == null) {
            String wanted = decimal ? "a real number" : "an integer";
            throw Fault.type(
                    "%"
                            + type
                            + " format: "
                            + wanted
                            + " is required, not "
                            + values.typeName(value));
        }
        Object size = Ints.abs(number);
        String digits =
                switch (type) {
                    case 'o' -> Ints.big(size).toString(8);
                    case 'x' -> Ints.big(size).toString(16);
                    case 'X' -> Ints.big(size).toString(16).toUpperCase(Locale.ROOT);
                    default -> IntText.decimal(size);
                };
        String prefix = shape.alternate && !decimal ? "0" + type : "";
        String zeros = Str.repeat("0", shape.precision - digits.length());
        return (Ints.signum(number) < 0 ? "-" : "") + prefix + zeros + digits;
    }

    private double real(Object value) {
        if (value instanceof Double real) {
            return real;
        }
        Object index = Ints.isInt(value) ? value : null;
        Double real = index == null ? values.real(value) : (Double) Ints.toFloat(index);
        if (real == null) {
            throw Fault.type("must be real number, not " + values.typeName(value));
        }
        return real;
    }

    private void pad(String text, Shape shape, boolean numeric, boolean prefixed) {
        String sign = "";
        String rest = text;
        if (numeric && text.startsWith("-")) {
            sign = "-";
            rest = text.substring(1);
        } else if (numeric && shape.sign != 0) {
            sign = String.valueOf(shape.sign);
        }
        int missing = Math.max(0, shape.width - Str.length(sign + rest));
        if (shape.left) {
            out.append(sign).append(rest).append(Str.repeat(" ", missing));
        } else if (numeric && shape.zero) {
            int prefix = prefixed ? 2 : 0;
            out.append(sign).append(rest, 0, prefix).append(Str.repeat("0", missing));
            out.append(rest, prefix, rest.length());
        } else {
            out.append(Str.repeat(" ", missing)).append(sign).append(rest);
        }
    }
}
