package dev.polyloom.python.runtime.text;

import dev.polyloom.python.runtime.fault.Fault;

/** The methods of str that fill it up to a width in code points. Thread-safe: there is no state. */
public final class Pad {
    private Pad() {}

    /**
     * Returns {@code text.ljust(width, fill)}.
     *
     * @throws RuntimeException TypeError unless the fill is one code point
     */
    public static String left(String text, long width, String fill) {
        return text + fill(fill, width - Str.length(text));
    }

    /**
     * Returns {@code text.rjust(width, fill)}.
     *
     * @throws RuntimeException TypeError unless the fill is one code point
     */
    public static String right(String text, long width, String fill) {
        return fill(fill, width - Str.length(text)) + text;
    }

    /**
     * Returns {@code text.center(width, fill)}.
     *
     * @throws RuntimeException TypeError unless the fill is one code point
     */
    public static String center(String text, long width, String fill) {
        long room = Math.max(0, width - Str.length(text));
        long left = room / 2 + (room & width & 1);
        return fill(fill, left) + text + fill(fill, room - left);
    }

    private static String fill(String fill, long count) {
        if (Str.length(fill) != 1) {
            throw Fault.type("The fill character must be exactly one character long");
        }
        return Str.repeat(fill, count);
    }

    /** Returns {@code text.zfill(width)}. */
    public static String zeros(String text, long width) {
        boolean signed = text.startsWith("+") || text.startsWith("-");
        String zeros = Str.repeat("0", width - Str.length(text));
        return signed ? text.charAt(0) + zeros + text.substring(1) : zeros + text;
    }

    /** Returns {@code text.expandtabs(size)}. */
    public static String expandTabs(String text, long size) {
        StringBuilder out = new StringBuilder();
        long column = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\t') {
                long spaces = size > 0 ? size - column % size : 0;
                out.append(Str.repeat(" ", spaces));
                column += spaces;
            } else {
                out.appendCodePoint(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return out.toString();
    }
}
