package dev.polyloom.python.runtime.text;

/** How {@code repr} and {@code ascii} write a str. Thread-safe: there is no state. */
public final class Repr {
    private Repr() {}

    /** Returns {@code repr(text)}. */
    public static String of(String text) {
        return write(text, false);
    }

    /** Returns {@code ascii(text)}. */
    public static String ascii(String text) {
        return write(text, true);
    }

    /** Returns a text that is a {@code repr} already with all beyond ASCII escaped. */
    public static String escapeBeyondAscii(String repr) {
        StringBuilder out = new StringBuilder(repr.length());
        repr.codePoints()
                .forEach(c -> {
                    if (c < 128) {
                        out.append((char) c);
                    } else {
                        escape(out, c);
                    }
                });
        return out.toString();
    }

    private static String write(String text, boolean ascii) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == quote || c == '\\') {
                out.append('\\').append((char) c);
            } else if ((c >= ' ' && c < 127) || (c >= 128 && !ascii && isPrintable(c))) {
                out.appendCodePoint(c);
            } else {
                escape(out, c);
            }
        }
        return out.append(quote).toString();
    }

    private static void escape(StringBuilder out, int c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x100) {
                    hex(out.append("\\x"), c, 2);
                } else if (c < 0x10000) {
                    hex(out.append("\\u"), c, 4);
                } else {
                    hex(out.append("\\U"), c, 8);
                }
            }
        }
    }

    static void hex(StringBuilder out, int value, int width) {
        String digits = Integer.toHexString(value);
        out.append("0".repeat(width - digits.length())).append(digits);
    }

    /** Returns whether {@code repr} writes the code point as itself. */
    public static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
