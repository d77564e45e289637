package dev.polyloom.python.runtime.text;

import dev.polyloom.python.runtime.fault.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The methods of str that take it apart. A count of splits below zero is no limit. Thread-safe:
 * there is no state; the lists are new and belong to the caller.
 */
public final class Split {
    private static final int LONG = 4096;
    private static final int SEEN = 1024;

    private Split() {}

    /**
     * Returns {@code text.split(separator, most)}; null splits at runs of white space.
     *
     * @throws RuntimeException ValueError for an empty separator
     */
    public static List<String> split(String text, @Nullable String separator, long most) {
        if (separator == null) {
            return words(text, most);
        }
        check(separator);
        List<String> parts = new ArrayList<>();
        int begin = 0;
        int found;
        while ((most < 0 || parts.size() < most) && (found = text.indexOf(separator, begin)) >= 0) {
            parts.add(text.substring(begin, found));
            begin = found + separator.length();
        }
        parts.add(text.substring(begin));
        return parts;
    }

    private static List<String> words(String text, long most) {
        List<String> words = new ArrayList<>();
        @Nullable String[] seen = new String[text.length() < LONG ? 0 : SEEN];
        int begin = skip(text, 0, true);
        while (begin < text.length()) {
            if (most >= 0 && words.size() >= most) {
                words.add(text.substring(begin));
                break;
            }
            int end = skip(text, begin, false);
            words.add(once(seen, text.substring(begin, end)));
            begin = skip(text, end, true);
        }
        return words;
    }

    /** Returns the same object for a word that was seen before, most of the time. */
    private static String once(@Nullable String[] seen, String word) {
        if (seen.length == 0) {
            return word;
        }
        int hash = word.hashCode();
        int at = (hash ^ (hash >>> 15)) & (seen.length - 1);
        String before = seen[at];
        if (before != null && before.equals(word)) {
            return before;
        }
        seen[at] = word;
        return word;
    }

    private static int skip(String text, int from, boolean spaces) {
        int at = from;
        while (at < text.length() && Spaces.isSpace(text.charAt(at)) == spaces) {
            at++;
        }
        return at;
    }

    /**
     * Returns {@code text.rsplit(separator, most)}; null splits at runs of white space.
     *
     * @throws RuntimeException ValueError for an empty separator
     */
    public static List<String> rsplit(String text, @Nullable String separator, long most) {
        if (separator == null) {
            return lastWords(text, most);
        }
        check(separator);
        List<String> parts = new ArrayList<>();
        int end = text.length();
        int found;
        while ((most < 0 || parts.size() < most)
                && (found = text.lastIndexOf(separator, end - separator.length())) >= 0
                && end >= separator.length()) {
            parts.add(text.substring(found + separator.length(), end));
            end = found;
        }
        parts.add(text.substring(0, end));
        Collections.reverse(parts);
        return parts;
    }

    private static List<String> lastWords(String text, long most) {
        List<String> words = new ArrayList<>();
        int end = skipBack(text, text.length(), true);
        while (end > 0) {
            if (most >= 0 && words.size() >= most) {
                words.add(text.substring(0, end));
                break;
            }
            int begin = skipBack(text, end, false);
            words.add(text.substring(begin, end));
            end = skipBack(text, begin, true);
        }
        Collections.reverse(words);
        return words;
    }

    private static int skipBack(String text, int from, boolean spaces) {
        int at = from;
        while (at > 0 && Spaces.isSpace(text.charAt(at - 1)) == spaces) {
            at--;
        }
        return at;
    }

    /** Returns {@code text.splitlines(keepEnds)}. */
    public static List<String> lines(String text, boolean keepEnds) {
        List<String> lines = new ArrayList<>();
        int begin = 0;
        while (begin < text.length()) {
            int end = begin;
            while (end < text.length() && !isLineEnd(text.charAt(end))) {
                end++;
            }
            int next = end;
            if (next < text.length()) {
                next += text.startsWith("\r\n", next) ? 2 : 1;
            }
            lines.add(text.substring(begin, keepEnds ? next : end));
            begin = next;
        }
        return lines;
    }

    private static boolean isLineEnd(char c) {
        return (c >= '\n' && c <= '\r')
                || (c >= 0x1C && c <= 0x1E)
                || c == 0x85
                || c == 0x2028
                || c == 0x2029;
    }

    /**
     * Returns the three parts of {@code text.partition(separator)}.
     *
     * @throws RuntimeException ValueError for an empty separator
     */
    public static List<String> partition(String text, String separator) {
        check(separator);
        int found = text.indexOf(separator);
        return found < 0 ? List.of(text, "", "") : parts(text, separator, found);
    }

    /**
     * Returns the three parts of {@code text.rpartition(separator)}.
     *
     * @throws RuntimeException ValueError for an empty separator
     */
    public static List<String> rpartition(String text, String separator) {
        check(separator);
        int found = text.lastIndexOf(separator);
        return found < 0 ? List.of("", "", text) : parts(text, separator, found);
    }

    private static List<String> parts(String text, String separator, int found) {
        return List.of(
                text.substring(0, found), separator, text.substring(found + separator.length()));
    }

    private static void check(String separator) {
        if (separator.isEmpty()) {
            throw Fault.value("empty separator");
        }
    }
}
