package dev.polyloom.python.runtime.format;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Str;

/**
 * A format specification, {@code [[fill]align][sign][z][#][0][width][grouping][.precision][type]}.
 * Immutable.
 *
 * @param fill the code point to fill up with
 * @param align one of {@code < > = ^}
 * @param sign one of {@code + -} and space, or 0
 * @param coerce whether {@code z} asks for no negative zero
 * @param alternate whether there is a {@code #}
 * @param width the least width, or -1
 * @param grouping a comma, an underscore, or 0
 * @param precision the precision, or -1
 * @param type the code point of the type, or the default one
 */
record Spec(
        int fill,
        char align,
        char sign,
        boolean coerce,
        boolean alternate,
        int width,
        char grouping,
        int precision,
        int type) {

    /**
     * Reads a specification.
     *
     * @param defaultType the type if none is named
     * @param defaultAlign the alignment if none is named
     * @param typeName the name of the Python type that is formatted, for errors
     */
    static Spec parse(String spec, char defaultType, char defaultAlign, String typeName) {
        return new Reader(codePoints(spec), spec, typeName).read(defaultType, defaultAlign);
    }

    private static int[] codePoints(String spec) {
        int[] all = new int[spec.codePointCount(0, spec.length())];
        for (int i = 0, at = 0; i < all.length; i++) {
            all[i] = spec.codePointAt(at);
            at += Character.charCount(all[i]);
        }
        return all;
    }

    Spec withType(int other, int otherPrecision) {
        return new Spec(
                fill, align, sign, coerce, alternate, width, grouping, otherPrecision, other);
    }

    /** Puts fill around a text that is aligned left, right or centered. */
    String pad(String text) {
        int missing = width - Str.length(text);
        if (missing <= 0) {
            return text;
        }
        String filler = Str.of(fill);
        int left = align == '<' ? 0 : align == '^' ? missing / 2 : missing;
        return Str.repeat(filler, left) + text + Str.repeat(filler, missing - left);
    }

    RuntimeException unknown(String typeName) {
        return Fault.value(
                "Unknown format code '" + shown(type) + "' for object of type '" + typeName + "'");
    }

    private static String shown(int c) {
        return c > 32 && c < 128 ? Str.of(c) : "\\x" + Integer.toHexString(c);
    }

    private static final class Reader {
        private final int[] spec;
        private final String text;
        private final String typeName;
        private int at;

        Reader(int[] spec, String text, String typeName) {
            this.spec = spec;
            this.text = text;
            this.typeName = typeName;
        }

        Spec read(char defaultType, char defaultAlign) {
            int fill = ' ';
            char align = 0;
            boolean filled = spec.length > 1 && isAlign(spec[1]);
            if (filled) {
                fill = spec[0];
                align = (char) spec[1];
                at = 2;
            } else if (isAlign(peek())) {
                align = (char) spec[at++];
            }
            int c = peek();
            char sign = c == '+' || c == '-' || c == ' ' ? (char) spec[at++] : 0;
            boolean coerce = take('z');
            boolean alternate = take('#');
            if (!filled && take('0')) {
                fill = '0';
                align = align == 0 && defaultAlign == '>' ? '=' : align;
            }
            int width = number();
            char grouping = grouping();
            int precision = precision();
            int type = type(defaultType);
            checkGrouping(grouping, type);
            char aligned = align == 0 ? defaultAlign : align;
            return new Spec(
                    fill, aligned, sign, coerce, alternate, width, grouping, precision, type);
        }

        private int peek() {
            return at < spec.length ? spec[at] : -1;
        }

        private boolean take(int wanted) {
            boolean found = peek() == wanted;
            at += found ? 1 : 0;
            return found;
        }

        private static boolean isAlign(int c) {
            return c == '<' || c == '>' || c == '=' || c == '^';
        }

        private int number() {
            int begin = at;
            long value = 0;
            while (peek() >= '0' && peek() <= '9') {
                value = Math.min(value * 10 + spec[at++] - '0', Long.MAX_VALUE / 100);
                if (at - begin > 18 && value == Long.MAX_VALUE / 100) {
                    throw Fault.value("Too many decimal digits in format string");
                }
            }
            return at == begin ? -1 : (int) Math.min(value, Integer.MAX_VALUE);
        }

        private char grouping() {
            char grouping = take(',') ? ',' : 0;
            if (take('_')) {
                if (grouping != 0) {
                    throw both();
                }
                grouping = '_';
                if (peek() == ',') {
                    throw both();
                }
            }
            return grouping;
        }

        private static RuntimeException both() {
            return Fault.value("Cannot specify both ',' and '_'.");
        }

        private int precision() {
            if (!take('.')) {
                return -1;
            }
            int precision = number();
            if (precision < 0) {
                throw Fault.value("Format specifier missing precision");
            }
            return precision;
        }

        private int type(char defaultType) {
            if (spec.length - at > 1) {
                throw Fault.value(
                        "Invalid format specifier '"
                                + text
                                + "' for object of type '"
                                + typeName
                                + "'");
            }
            return at < spec.length ? spec[at] : defaultType;
        }

        private static void checkGrouping(char grouping, int type) {
            boolean fits =
                    grouping == 0
                            || type == 0
                            || (type < 128 && "defgEG%F".indexOf(type) >= 0)
                            || (grouping == '_' && type < 128 && "boxX".indexOf(type) >= 0);
            if (!fits) {
                throw Fault.value("Cannot specify '" + grouping + "' with '" + shown(type) + "'.");
            }
        }
    }
}
