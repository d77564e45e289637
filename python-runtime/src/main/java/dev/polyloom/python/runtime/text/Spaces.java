package dev.polyloom.python.runtime.text;

/** What Python takes for white space. Thread-safe: there is no state. */
public final class Spaces {
    private Spaces() {}

    /** Returns whether the code point is white space, as {@code str.isspace} says. */
    public static boolean isSpace(int c) {
        if (c < 128) {
            return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
        }
        return c == 0x85
                || Character.getType(c) == Character.SPACE_SEPARATOR
                || c == 0x2028
                || c == 0x2029;
    }

    /** Returns whether the byte is white space, as {@code bytes.isspace} says. */
    public static boolean isByteSpace(int c) {
        return c == ' ' || (c >= 9 && c <= 13);
    }

    /** Returns the text without surrounding white space, its decimal digits as those of ASCII. */
    public static String toAsciiDigits(String text) {
        String inner = Strip.strip(text, null);
        if (inner.chars().allMatch(c -> c < 128)) {
            return inner;
        }
        StringBuilder ascii = new StringBuilder();
        inner.codePoints()
                .forEach(c -> {
                    boolean digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
                    ascii.appendCodePoint(digit ? '0' + Character.digit(c, 10) : c);
                });
        return ascii.toString();
    }
}
