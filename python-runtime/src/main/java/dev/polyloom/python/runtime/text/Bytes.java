package dev.polyloom.python.runtime.text;

import dev.polyloom.python.runtime.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Methods of bytes. Those that look at bytes as at text work on a str with a code point for each
 * byte, see {@link #text} and {@link #of}. Thread-safe: there is no state; arrays that come back
 * are new.
 */
public final class Bytes {
    private static final int MASK = 0x4E00;
    private static final String WHITE = " \t\n\r\f\u000B";

    private Bytes() {}

    /** Returns the bytes as a text of the code points 0 to 255. */
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Returns the bytes that such a text stands for. */
    public static byte[] of(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns the bytes that the method of str for which there is one in bytes makes. */
    public static byte[] map(byte[] bytes, UnaryOperator<String> method) {
        return of(method.apply(text(bytes)));
    }

    /** Returns {@code repr(bytes)}. */
    public static String repr(byte[] bytes) {
        String text = text(bytes);
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder(bytes.length + 3).append('b').append(quote);
        for (byte b : bytes) {
            int c = b & 0xFF;
            switch (c) {
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c == quote || c == '\\') {
                        out.append('\\').append((char) c);
                    } else if (c < ' ' || c >= 127) {
                        Repr.hex(out.append("\\x"), c, 2);
                    } else {
                        out.append((char) c);
                    }
                }
            }
        }
        return out.append(quote).toString();
    }

    /**
     * Returns {@code bytes[index]}, counted from the end if negative.
     *
     * @throws RuntimeException IndexError
     */
    public static long get(byte[] bytes, long index) {
        long at = index < 0 ? index + bytes.length : index;
        if (at < 0 || at >= bytes.length) {
            throw Fault.index("index out of range");
        }
        return bytes[(int) at] & 0xFF;
    }

    /**
     * Returns {@code bytes[start:stop:step]}; null is None.
     *
     * @throws RuntimeException ValueError if the step is zero
     */
    public static byte[] slice(
            byte[] bytes, @Nullable Object start, @Nullable Object stop, @Nullable Object step) {
        Slice slice = Slice.of(start, stop, step, bytes.length);
        byte[] part = new byte[slice.count()];
        for (int i = 0; i < part.length; i++) {
            part[i] = bytes[slice.index(i)];
        }
        return part;
    }

    /** Compares as {@code <} does. */
    public static int compare(byte[] a, byte[] b) {
        return text(a).compareTo(text(b));
    }

    /** Returns the bytes one after the other. */
    public static byte[] join(byte[] separator, List<byte[]> parts) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            all.append(i == 0 ? "" : text(separator)).append(text(parts.get(i)));
        }
        return of(all.toString());
    }

    /** Returns {@code bytes.hex()}, or {@code bytes.hex(separator, group)} with a separator. */
    public static String hex(byte[] bytes, String separator, long group) {
        StringBuilder out = new StringBuilder();
        long size = Math.abs(group);
        for (int i = 0; i < bytes.length; i++) {
            long place = group > 0 ? bytes.length - i : i;
            if (i > 0 && size > 0 && place % size == 0) {
                out.append(separator);
            }
            Repr.hex(out, bytes[i] & 0xFF, 2);
        }
        return out.toString();
    }

    /**
     * Returns {@code bytes.fromhex(text)}.
     *
     * @throws RuntimeException ValueError
     */
    public static byte[] fromHex(String text) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            if (Spaces.isByteSpace(text.charAt(i))) {
                i++;
                continue;
            }
            out.append((char) (hexDigit(text, i) << 4 | hexDigit(text, i + 1)));
            i += 2;
        }
        return of(out.toString());
    }

    private static int hexDigit(String text, int at) {
        char c = at < text.length() ? text.charAt(at) : 0;
        int digit = c < 128 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw Fault.value(
                    "non-hexadecimal number found in fromhex() arg at position "
                            + Str.index(text, at));
        }
        return digit;
    }

    /** Returns {@code bytes.upper()}. */
    public static byte[] upper(byte[] bytes) {
        return ascii(bytes, text -> text.toUpperCase(Locale.ROOT));
    }

    /** Returns {@code bytes.lower()}. */
    public static byte[] lower(byte[] bytes) {
        return ascii(bytes, text -> text.toLowerCase(Locale.ROOT));
    }

    /** Returns {@code bytes.title()}. */
    public static byte[] title(byte[] bytes) {
        return ascii(bytes, Letters::title);
    }

    /** Returns {@code bytes.swapcase()}. */
    public static byte[] swapCase(byte[] bytes) {
        return ascii(bytes, Letters::swapCase);
    }

    /** Returns {@code bytes.capitalize()}. */
    public static byte[] capitalize(byte[] bytes) {
        byte[] result = lower(bytes);
        if (result.length > 0 && result[0] >= 'a' && result[0] <= 'z') {
            result[0] = (byte) (result[0] - 'a' + 'A');
        }
        return result;
    }

    /** Changes only letters of ASCII: to the method each other byte looks like a digit. */
    private static byte[] ascii(byte[] bytes, UnaryOperator<String> method) {
        byte[] plain = bytes.clone();
        for (int i = 0; i < plain.length; i++) {
            plain[i] = plain[i] < 0 ? (byte) '0' : plain[i];
        }
        byte[] result = map(plain, method);
        for (int i = 0; i < bytes.length; i++) {
            result[i] = bytes[i] < 0 ? bytes[i] : result[i];
        }
        return result;
    }

    /** Returns what a test of str answers for the bytes, of which only ASCII has letters. */
    public static boolean is(byte[] bytes, Predicate<String> test) {
        StringBuilder plain = new StringBuilder();
        for (byte b : bytes) {
            plain.append(b < 0 || (b >= 0x1C && b < ' ') ? '\u0000' : (char) b);
        }
        return test.test(plain.toString());
    }

    /** Returns {@code bytes.split(separator, most)}; null splits at runs of white space. */
    public static List<byte[]> split(byte[] bytes, byte @Nullable [] separator, long most) {
        if (separator != null) {
            return all(Split.split(text(bytes), text(separator), most));
        }
        return all(unmask(Split.split(mask(bytes), null, most)));
    }

    /** Returns {@code bytes.rsplit(separator, most)}; null splits at runs of white space. */
    public static List<byte[]> rsplit(byte[] bytes, byte @Nullable [] separator, long most) {
        if (separator != null) {
            return all(Split.rsplit(text(bytes), text(separator), most));
        }
        return all(unmask(Split.rsplit(mask(bytes), null, most)));
    }

    /** Returns {@code bytes.strip(chars)}; null takes white space away. */
    public static byte[] strip(byte[] bytes, byte @Nullable [] chars) {
        return of(Strip.strip(text(bytes), chars == null ? WHITE : text(chars)));
    }

    /** Returns {@code bytes.lstrip(chars)}; null takes white space away. */
    public static byte[] stripLeft(byte[] bytes, byte @Nullable [] chars) {
        return of(Strip.left(text(bytes), chars == null ? WHITE : text(chars)));
    }

    /** Returns {@code bytes.rstrip(chars)}; null takes white space away. */
    public static byte[] stripRight(byte[] bytes, byte @Nullable [] chars) {
        return of(Strip.right(text(bytes), chars == null ? WHITE : text(chars)));
    }

    /** Returns {@code bytes.splitlines(keepEnds)}. */
    public static List<byte[]> lines(byte[] bytes, boolean keepEnds) {
        String text = text(bytes);
        List<byte[]> lines = new ArrayList<>();
        int begin = 0;
        while (begin < text.length()) {
            int end = begin;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            int next = end == text.length() ? end : end + (text.startsWith("\r\n", end) ? 2 : 1);
            lines.add(of(text.substring(begin, keepEnds ? next : end)));
            begin = next;
        }
        return lines;
    }

    /** Moves what only str takes for white space, or what is none, out of its way. */
    private static String mask(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (byte b : bytes) {
            out.append((char) (Spaces.isByteSpace(b & 0xFF) ? b : (b & 0xFF) + MASK));
        }
        return out.toString();
    }

    private static List<String> unmask(List<String> parts) {
        return parts.stream().map(Bytes::unmask).toList();
    }

    private static String unmask(String part) {
        StringBuilder out = new StringBuilder();
        part.chars().forEach(c -> out.append((char) (c >= MASK ? c - MASK : c)));
        return out.toString();
    }

    private static List<byte[]> all(List<String> parts) {
        return parts.stream().map(Bytes::of).toList();
    }
}
