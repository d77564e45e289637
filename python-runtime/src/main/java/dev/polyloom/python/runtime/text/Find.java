package dev.polyloom.python.runtime.text;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.number.Ints;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The methods of str that look for another. Ranges are those of {@code text[start:end]}; null is
 * None. Thread-safe: there is no state.
 */
public final class Find {
    private Find() {}

    /** Returns {@code text.find(what, start, end)}. */
    public static int find(String text, String what, @Nullable Object start, @Nullable Object end) {
        Range range = Range.of(text, start, end);
        if (range == null) {
            return -1;
        }
        int found = text.substring(0, range.end).indexOf(what, range.begin);
        return Str.index(text, found);
    }

    /** Returns {@code text.rfind(what, start, end)}. */
    public static int rfind(
            String text, String what, @Nullable Object start, @Nullable Object end) {
        Range range = Range.of(text, start, end);
        if (range == null) {
            return -1;
        }
        int found = text.substring(0, range.end).lastIndexOf(what);
        return found < range.begin ? -1 : Str.index(text, found);
    }

    /**
     * Returns {@code text.index(what, start, end)}.
     *
     * @throws RuntimeException ValueError
     */
    public static int index(
            String text, String what, @Nullable Object start, @Nullable Object end) {
        return check(find(text, what, start, end));
    }

    /**
     * Returns {@code text.rindex(what, start, end)}.
     *
     * @throws RuntimeException ValueError
     */
    public static int rindex(
            String text, String what, @Nullable Object start, @Nullable Object end) {
        return check(rfind(text, what, start, end));
    }

    private static int check(int found) {
        if (found < 0) {
            throw Fault.value("substring not found");
        }
        return found;
    }

    /** Returns {@code text.count(what, start, end)}. */
    public static int count(
            String text, String what, @Nullable Object start, @Nullable Object end) {
        Range range = Range.of(text, start, end);
        if (range == null) {
            return 0;
        }
        if (what.isEmpty()) {
            return text.codePointCount(range.begin, range.end) + 1;
        }
        String part = text.substring(0, range.end);
        int count = 0;
        for (int at = part.indexOf(what, range.begin);
                at >= 0;
                at = part.indexOf(what, at + what.length())) {
            count++;
        }
        return count;
    }

    /** Returns {@code text.startswith(prefix, start, end)}. */
    public static boolean startsWith(
            String text, String prefix, @Nullable Object start, @Nullable Object end) {
        Range range = Range.of(text, start, end);
        return range != null
                && range.begin + prefix.length() <= range.end
                && text.startsWith(prefix, range.begin);
    }

    /** Returns {@code text.endswith(suffix, start, end)}. */
    public static boolean endsWith(
            String text, String suffix, @Nullable Object start, @Nullable Object end) {
        Range range = Range.of(text, start, end);
        return range != null
                && range.begin + suffix.length() <= range.end
                && text.startsWith(suffix, range.end - suffix.length());
    }

    /** Returns {@code text.replace(what, with, most)}; a count below zero is no limit. */
    public static String replace(String text, String what, String with, long most) {
        if (what.isEmpty()) {
            return interleave(text, with, most);
        }
        if (most < 0) {
            return text.replace(what, with);
        }
        StringBuilder result = new StringBuilder();
        int begin = 0;
        int found;
        for (long i = 0; i < most && (found = text.indexOf(what, begin)) >= 0; i++) {
            result.append(text, begin, found).append(with);
            begin = found + what.length();
        }
        return result.append(text, begin, text.length()).toString();
    }

    private static String interleave(String text, String with, long most) {
        StringBuilder result = new StringBuilder();
        long left = most < 0 ? Long.MAX_VALUE : most;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (left-- > 0) {
                result.append(with);
            }
            result.appendCodePoint(c);
        }
        return left > 0 ? result.append(with).toString() : result.toString();
    }

    /** A range as indexes of chars. */
    private record Range(int begin, int end) {
        /** Returns the range, or null if it begins after its end or after the text. */
        static @Nullable Range of(String text, @Nullable Object start, @Nullable Object end) {
            if (start == null && end == null) {
                return new Range(0, text.length());
            }
            int length = Str.length(text);
            int first = bound(start, 0, length, Integer.MAX_VALUE);
            int last = bound(end, length, length, length);
            if (first > last) {
                return null;
            }
            return new Range(Str.offset(text, first), Str.offset(text, last));
        }

        private static int bound(@Nullable Object index, int absent, int length, int most) {
            if (index == null) {
                return absent;
            }
            long value =
                    Ints.big(index)
                            .max(BigInteger.valueOf(Integer.MIN_VALUE))
                            .min(BigInteger.valueOf(Integer.MAX_VALUE))
                            .longValue();
            return (int) Math.min(value < 0 ? Math.max(0, value + length) : value, most);
        }
    }
}
