package dev.polyloom.python.runtime.text;

import dev.polyloom.python.runtime.fault.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A str as a sequence of code points. Indexes are those of code points; text without surrogates is
 * addressed directly. Thread-safe: there is no state.
 */
public final class Str {
    /** How long a text may get by repetition, well below what no heap would hold. */
    private static final int MOST_CHARS = 1 << 29;

    private static final String[] LATIN = new String[256];

    static {
        for (int i = 0; i < LATIN.length; i++) {
            LATIN[i] = String.valueOf((char) i);
        }
    }

    private Str() {}

    /** Returns {@code len(text)}. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns whether each index of a code point is that of its char. */
    static boolean isDirect(String text) {
        return length(text) == text.length();
    }

    /** Returns the index of the char at which the code point with the index begins. */
    static int offset(String text, int index) {
        return isDirect(text) ? index : text.offsetByCodePoints(0, index);
    }

    /** Returns the index of the code point that begins at the index of a char. */
    static int index(String text, int offset) {
        return offset <= 0 ? offset : text.codePointCount(0, offset);
    }

    /**
     * Returns {@code text[index]}, counted from the end if negative.
     *
     * @throws RuntimeException IndexError
     */
    public static String get(String text, long index) {
        int length = length(text);
        long at = index < 0 ? index + length : index;
        if (at < 0 || at >= length) {
            throw Fault.index("string index out of range");
        }
        int offset = length == text.length() ? (int) at : text.offsetByCodePoints(0, (int) at);
        return of(text.codePointAt(offset));
    }

    /** Returns the part between two indexes, both of which are within the text. */
    public static String slice(String text, int from, int to) {
        if (isDirect(text)) {
            return text.substring(from, to);
        }
        int begin = text.offsetByCodePoints(0, from);
        return text.substring(begin, text.offsetByCodePoints(begin, to - from));
    }

    /**
     * Returns {@code text[start:stop:step]}; null is None.
     *
     * @throws RuntimeException ValueError if the step is zero
     */
    public static String slice(
            String text, @Nullable Object start, @Nullable Object stop, @Nullable Object step) {
        Slice slice = Slice.of(start, stop, step, length(text));
        if (slice.count() == 0) {
            return "";
        }
        if (slice.step() == 1) {
            return slice(text, slice.start(), slice.start() + slice.count());
        }
        if (isDirect(text)) {
            char[] chars = new char[slice.count()];
            for (int i = 0; i < chars.length; i++) {
                chars[i] = text.charAt(slice.index(i));
            }
            return new String(chars);
        }
        int[] points = text.codePoints().toArray();
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < slice.count(); i++) {
            result.appendCodePoint(points[slice.index(i)]);
        }
        return result.toString();
    }

    /** Compares by code points, as {@code <} does. */
    public static int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Integer.compare(rank(x), rank(y));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
    }

    /**
     * Returns {@code text * times}.
     *
     * @throws RuntimeException MemoryError if the result is longer than a string can be
     */
    public static String repeat(String text, long times) {
        if (times <= 0 || text.isEmpty()) {
            return "";
        }
        if (times > MOST_CHARS / text.length()) {
            throw Fault.of("MemoryError", "");
        }
        return text.repeat((int) times);
    }

    /**
     * Returns {@code chr(value)}.
     *
     * @throws RuntimeException ValueError
     */
    public static String chr(long value) {
        if (value < 0 || value > Character.MAX_CODE_POINT) {
            throw Fault.value("chr() arg not in range(0x110000)");
        }
        return of((int) value);
    }

    /** Returns the text that is one code point. */
    public static String of(int codePoint) {
        if (codePoint < LATIN.length) {
            return LATIN[codePoint];
        }
        return Character.isBmpCodePoint(codePoint)
                ? String.valueOf((char) codePoint)
                : new String(Character.toChars(codePoint));
    }

    /**
     * Returns {@code ord(text)}.
     *
     * @throws RuntimeException TypeError unless there is exactly one code point
     */
    public static long ord(String text) {
        int length = length(text);
        if (length != 1) {
            throw Fault.type(
                    "ord() expected a character, but string of length " + length + " found");
        }
        return text.codePointAt(0);
    }

    /** What a translation makes of a code point. */
    @FunctionalInterface
    public interface Table {
        /** Returns the text for the code point, empty to leave it out, or null to keep it. */
        @Nullable String of(int codePoint);
    }

    /** Returns {@code text.translate(table)}. */
    public static String translate(String text, Table table) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            String with = table.of(c);
            if (with == null) {
                result.appendCodePoint(c);
            } else {
                result.append(with);
            }
        }
        return result.toString();
    }
}
