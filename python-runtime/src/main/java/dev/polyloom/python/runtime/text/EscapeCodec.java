package dev.polyloom.python.runtime.text;

import dev.polyloom.python.runtime.fault.Fault;

/** The codecs {@code unicode_escape} and {@code raw_unicode_escape}: text as in Python's source. */
final class EscapeCodec {
    private static final String NAME = "unicode-escape";
    private static final String RAW = "raw-unicode-escape";
    private static final String LETTERS = "abfnrtv\\'\"";
    private static final String MEANT = "\u0007\b\f\n\r\t\u000b\\'\"";

    private EscapeCodec() {}

    static boolean is(String name) {
        return name.equals(NAME) || name.equals(RAW);
    }

    static byte[] encode(String text, String name) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> append(out, c, name.equals(RAW)));
        return Bytes.of(out.toString());
    }

    private static void append(StringBuilder out, int c, boolean raw) {
        if (raw ? c < 0x100 : c >= ' ' && c < 0x7F && c != '\\') {
            out.append((char) c);
            return;
        }
        switch (raw ? -1 : c) {
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                int width = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
                Repr.hex(out.append(width == 2 ? "\\x" : width == 4 ? "\\u" : "\\U"), c, width);
            }
        }
    }

    static String decode(byte[] bytes, String name) {
        boolean raw = name.equals(RAW);
        String text = Bytes.text(bytes);
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            char kind = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            int width = c == '\\' ? width(kind, raw) : 0;
            if (c == '\\' && kind == 0 && !raw) {
                throw refused(bytes, i, i + 1, "\\ at end of string");
            } else if (width > 0) {
                out.appendCodePoint(number(bytes, text, i, width));
                i += 2 + width;
            } else if (c != '\\' || raw) {
                out.append(c);
                i++;
            } else {
                i += escaped(out, text, i);
            }
        }
        return out.toString();
    }

    private static int width(char kind, boolean raw) {
        return switch (kind) {
            case 'x' -> raw ? 0 : 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
    }

    private static int number(byte[] bytes, String text, int at, int width) {
        int end = at + 2;
        while (end < text.length()
                && end < at + 2 + width
                && Character.digit(text.charAt(end), 16) >= 0) {
            end++;
        }
        if (end < at + 2 + width) {
            String kind = width == 2 ? "\\xXX" : width == 4 ? "\\uXXXX" : "\\UXXXXXXXX";
            throw refused(bytes, at, end, "truncated " + kind + " escape");
        }
        long number = Long.parseLong(text.substring(at + 2, end), 16);
        if (number > Character.MAX_CODE_POINT) {
            throw refused(bytes, at, end, "illegal Unicode character");
        }
        return (int) number;
    }

    /** Adds what a short escape means, and returns its length. */
    private static int escaped(StringBuilder out, String text, int at) {
        char kind = text.charAt(at + 1);
        int known = LETTERS.indexOf(kind);
        if (known >= 0) {
            out.append(MEANT.charAt(known));
        } else if (kind >= '0' && kind <= '7') {
            int end = at + 1;
            while (end < text.length()
                    && end < at + 4
                    && "01234567".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            out.append((char) Integer.parseInt(text.substring(at + 1, end), 8));
            return end - at;
        } else if (kind != '\n') {
            out.append('\\').append(kind);
        }
        return 2;
    }

    private static RuntimeException refused(byte[] bytes, int from, int to, String reason) {
        String where =
                to - from == 1
                        ? "byte 0x5c in position " + from
                        : "bytes in position " + from + "-" + (to - 1);
        return Fault.unicode(
                "UnicodeDecodeError",
                "'unicodeescape' codec can't decode " + where + ": " + reason,
                "unicodeescape",
                bytes,
                (long) from,
                (long) to,
                reason);
    }
}
