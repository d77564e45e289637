package dev.polyloom.python.runtime.json;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.number.FloatText;
import dev.polyloom.python.runtime.number.IntText;
import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code json.dumps}. An instance writes once, in one thread. */
public final class JsonWriter {
    private static final int MOST_DEPTH = 990;

    private final Style style;
    private final JsonValues values;
    private final StringBuilder out = new StringBuilder();
    private final IdentityHashMap<Object, Boolean> open = new IdentityHashMap<>();
    private int level;

    /**
     * How values are written.
     *
     * @param indent what each level is indented with, or null for one line
     * @param itemSeparator what stands between members
     * @param keySeparator what stands between key and value
     * @param ascii whether all beyond ASCII is escaped
     * @param sorted whether the keys are sorted
     * @param skipKeys whether keys of other types are left out
     * @param allowNan whether there may be NaN and infinities
     */
    public record Style(
            @Nullable String indent,
            String itemSeparator,
            String keySeparator,
            boolean ascii,
            boolean sorted,
            boolean skipKeys,
            boolean allowNan) {

        /** The style of {@code dumps} where nothing is said. */
        public static final Style USUAL = new Style(null, ", ", ": ", true, false, false, true);

        /** Returns this style with an indent, and the separators that go with it. */
        public Style indented(String by) {
            return new Style(by, ",", ": ", ascii, sorted, skipKeys, allowNan);
        }
    }

    private JsonWriter(Style style, JsonValues values) {
        this.style = style;
        this.values = values;
    }

    /**
     * Writes a value.
     *
     * @throws RuntimeException TypeError, ValueError, RecursionError, and what the values raise
     */
    public static String write(Object value, Style style, JsonValues values) {
        JsonWriter writer = new JsonWriter(style, values);
        writer.value(value);
        return writer.out.toString();
    }

    private void value(Object value) {
        String plain = plain(value);
        if (plain != null) {
            out.append(plain);
            return;
        }
        if (open.put(value, true) != null) {
            throw Fault.value("Circular reference detected");
        }
        if (open.size() > MOST_DEPTH) {
            throw Fault.of(
                    "RecursionError",
                    "maximum recursion depth exceeded while encoding a JSON object");
        }
        List<?> items = values.items(value);
        List<? extends Map.Entry<?, ?>> entries =
                items == null ? values.entries(value, style.sorted) : null;
        if (items != null) {
            array(items);
        } else if (entries != null) {
            object(entries);
        } else {
            value(values.fallback(value));
        }
        open.remove(value);
    }

    private @Nullable String plain(Object value) {
        return switch (value) {
            case String text -> quote(text, style.ascii);
            case None none -> "null";
            case Boolean truth -> truth ? "true" : "false";
            case Long number -> IntText.decimal(number);
            case BigInteger number -> IntText.decimal(number);
            case Double number -> real(number);
            default -> null;
        };
    }

    private String real(double value) {
        if (Double.isFinite(value)) {
            return FloatText.repr(value);
        }
        if (!style.allowNan) {
            throw Fault.value("Out of range float values are not JSON compliant");
        }
        return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    }

    private void array(List<?> items) {
        out.append('[');
        level++;
        boolean first = true;
        for (Object item : items) {
            separate(first);
            first = false;
            value(item);
        }
        close(first, ']');
    }

    private void object(List<? extends Map.Entry<?, ?>> entries) {
        out.append('{');
        level++;
        boolean first = true;
        for (Map.Entry<?, ?> entry : entries) {
            String key = key(entry.getKey());
            if (key != null) {
                separate(first);
                first = false;
                out.append(quote(key, style.ascii)).append(style.keySeparator);
                value(entry.getValue());
            }
        }
        close(first, '}');
    }

    private void separate(boolean first) {
        out.append(first ? "" : style.itemSeparator);
        newLine();
    }

    private void close(boolean empty, char bracket) {
        level--;
        if (!empty) {
            newLine();
        }
        out.append(bracket);
    }

    private void newLine() {
        if (style.indent != null) {
            out.append('\n').append(style.indent.repeat(level));
        }
    }

    private @Nullable String key(Object key) {
        if (key instanceof String text) {
            return text;
        }
        String plain = plain(key);
        if (plain == null && !style.skipKeys) {
            throw Fault.type(
                    "keys must be str, int, float, bool or None, not " + values.typeName(key));
        }
        return plain;
    }

    /** Returns the text as a string of JSON. */
    public static String quote(String text, boolean ascii) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\b' -> out.append("\\b");
                default -> {
                    if (c < ' ' || (ascii && c > '~')) {
                        String digits = Integer.toHexString(c);
                        out.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
