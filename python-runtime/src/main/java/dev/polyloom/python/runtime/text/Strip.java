package dev.polyloom.python.runtime.text;

import org.jspecify.annotations.Nullable;

/** The methods of str that take away at its ends. Thread-safe: there is no state. */
public final class Strip {
    private Strip() {}

    /** Returns {@code text.strip(chars)}; null takes white space away. */
    public static String strip(String text, @Nullable String chars) {
        return left(right(text, chars), chars);
    }

    /** Returns {@code text.lstrip(chars)}; null takes white space away. */
    public static String left(String text, @Nullable String chars) {
        int begin = 0;
        while (begin < text.length()) {
            int c = text.codePointAt(begin);
            if (!isTaken(c, chars)) {
                break;
            }
            begin += Character.charCount(c);
        }
        return text.substring(begin);
    }

    /** Returns {@code text.rstrip(chars)}; null takes white space away. */
    public static String right(String text, @Nullable String chars) {
        int end = text.length();
        while (end > 0) {
            int c = text.codePointBefore(end);
            if (!isTaken(c, chars)) {
                break;
            }
            end -= Character.charCount(c);
        }
        return text.substring(0, end);
    }

    private static boolean isTaken(int c, @Nullable String chars) {
        return chars == null ? Spaces.isSpace(c) : chars.indexOf(c) >= 0;
    }

    /** Returns {@code text.removeprefix(prefix)}. */
    public static String removePrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    /** Returns {@code text.removesuffix(suffix)}. */
    public static String removeSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }
}
