package dev.polyloom.cli.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, iterables, numbers, booleans, strings and null as JSON. The text may stand inside an
 * HTML script element, whatever the strings hold.
 */
public final class Json {
    private Json() {}

    /**
     * Returns a value as JSON.
     *
     * @param value a map, iterable, finite number, boolean, string or null; anything else is
     *     written as the string that its {@code toString} gives
     * @return the JSON text, on one line
     */
    public static String text(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        try {
            write(value, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Writes a value as JSON.
     *
     * @param value as for {@link #text}
     * @param out where to
     * @throws IOException if it cannot be written
     */
    public static void write(@Nullable Object value, Appendable out) throws IOException {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> writeMap(map, out);
            case Iterable<?> items -> writeItems(items, out);
            case Boolean flag -> out.append(flag.toString());
            case Double number when !Double.isFinite(number) -> out.append("null");
            case Number number -> out.append(number.toString());
            default -> writeString(value.toString(), out);
        }
    }

    private static void writeMap(Map<?, ?> map, Appendable out) throws IOException {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            writeString(String.valueOf(entry.getKey()), out);
            out.append(':');
            write(entry.getValue(), out);
            out.append(entries.hasNext() ? "," : "");
        }
        out.append('}');
    }

    private static void writeItems(Iterable<?> items, Appendable out) throws IOException {
        out.append('[');
        Iterator<?> rest = items.iterator();
        while (rest.hasNext()) {
            write(rest.next(), out);
            out.append(rest.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private static void writeString(String string, Appendable out) throws IOException {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default ->
                        out.append(isPlain(c) ? String.valueOf(c) : "\\u%04x".formatted((int) c));
            }
        }
        out.append('"');
    }

    private static boolean isPlain(char c) {
        return c >= ' '
                && c != '<'
                && c != '>'
                && c != '&'
                && c != '\u007f'
                && c != '\u2028'
                && c != '\u2029'
                && !Character.isSurrogate(c);
    }
}
