package dev.polyloom.python.runtime.re;

import dev.polyloom.python.runtime.platform.Platform;
import dev.polyloom.python.runtime.text.Repr;
import dev.polyloom.python.runtime.text.Str;
import org.jspecify.annotations.Nullable;

/** Escapes in patterns, and what Java has for them. */
final class Escapes {
    private static final String SPACES =
            " \\t-\\r\\x1c-\\x1f\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

    private Escapes() {}

    /** Returns the code point as a literal of Java's language. */
    static String literal(int c) {
        if (Character.isLetterOrDigit(c)) {
            return Str.of(c);
        }
        return "\\x{" + Integer.toHexString(c) + "}";
    }

    static String word(boolean ascii) {
        return ascii ? "0-9A-Za-z_" : "\\p{L}\\p{N}_";
    }

    /** Returns the inner part of the set that an escape stands for, or null if it is none. */
    static @Nullable String category(int c, boolean ascii) {
        return switch (c) {
            case 'd', 'D' -> ascii ? "0-9" : "\\p{Nd}";
            case 's', 'S' -> ascii ? " \\t-\\r" : SPACES;
            case 'w', 'W' -> word(ascii);
            default -> null;
        };
    }

    /** Reads three octal digits if they come next, or returns -1. */
    static int octal(Source source, int begin) {
        int value = 0;
        for (int i = 0; i < 3; i++) {
            int digit = source.peek(i) - '0';
            if (digit < 0 || digit > 7) {
                return -1;
            }
            value = value * 8 + digit;
        }
        source.at += 3;
        if (value > 0xFF) {
            throw source.error(
                    "octal escape value "
                            + source.part(begin, source.at)
                            + " outside of range 0-0o377",
                    begin);
        }
        return value;
    }

    /**
     * Reads what follows a backslash where it is one code point.
     *
     * @param inSet whether this is in a set, where digits are never references
     */
    static int read(Source source, int begin, boolean inSet) {
        int c = source.next();
        return switch (c) {
            case Source.END -> throw source.error("bad escape (end of pattern)", begin);
            case 'a' -> 7;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            case 'x' -> hex(source, begin, 2);
            case 'u' -> hex(source, begin, 4);
            case 'U' -> hex(source, begin, 8);
            case 'N' -> named(source, begin);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                if (c != '0' && !inSet) {
                    throw new IllegalStateException("a reference is no escape");
                }
                source.at--;
                yield octalOf(source, begin);
            }
            default -> other(source, begin, c, inSet);
        };
    }

    private static int octalOf(Source source, int begin) {
        int full = octal(source, begin);
        return full >= 0 ? full : Integer.parseInt(source.digits(8, 3), 8);
    }

    private static int other(Source source, int begin, int c, boolean inSet) {
        if (inSet && c == 'b') {
            return '\b';
        }
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter || (inSet && (c == '8' || c == '9'))) {
            throw source.error("bad escape " + source.part(begin, source.at), begin);
        }
        return c;
    }

    private static int hex(Source source, int begin, int width) {
        String digits = source.digits(16, width);
        String shown = source.part(begin, source.at);
        if (digits.length() != width) {
            throw source.error("incomplete escape " + shown, begin);
        }
        long value = Long.parseLong(digits, 16);
        if (value > Character.MAX_CODE_POINT) {
            throw source.error("bad escape " + shown, begin);
        }
        return (int) value;
    }

    private static int named(Source source, int begin) {
        if (!source.take('{')) {
            throw source.error("missing {", source.at);
        }
        String name = source.until('}', "character name");
        try {
            return Platform.machine().characterOf(name);
        } catch (IllegalArgumentException e) {
            throw source.error("undefined character name " + Repr.of(name), begin);
        }
    }
}
