package dev.polyloom.process.actions;

import java.lang.reflect.Array;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes calls as they would stand in a source, each part cut to a readable length. */
public final class CallText {
    private static final int LONGEST = 80;
    private static final int MOST_LISTED = 12;
    private static final int MOST_DEPTH = 3;

    private CallText() {}

    /**
     * Returns the text of a call.
     *
     * @param name what is called
     * @param arguments its arguments
     * @return the text on one line, such as {@code images.thumbnail("a.png", 128)}
     */
    public static String of(String name, List<? extends @Nullable Object> arguments) {
        StringBuilder text = new StringBuilder(name).append('(');
        list(arguments.size(), arguments::get, MOST_DEPTH, text);
        return text.append(')').toString();
    }

    @FunctionalInterface
    private interface Items {
        @Nullable Object get(int index);
    }

    private static void list(int size, Items items, int depth, StringBuilder text) {
        for (int i = 0; i < Math.min(size, MOST_LISTED); i++) {
            text.append(i == 0 ? "" : ", ");
            append(items.get(i), depth, text);
        }
        if (size > MOST_LISTED) {
            text.append(", … %d more".formatted(size - MOST_LISTED));
        }
    }

    private static void append(@Nullable Object value, int depth, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case String string -> text.append(quoted(string, '"'));
            case Character c -> text.append(quoted(c.toString(), '\''));
            case Object array when array.getClass().isArray() -> {
                text.append('[');
                if (depth > 0) {
                    list(Array.getLength(array), i -> Array.get(array, i), depth - 1, text);
                } else {
                    text.append('…');
                }
                text.append(']');
            }
            default -> text.append(shortened(own(value)));
        }
    }

    private static String own(Object value) {
        try {
            return String.valueOf(value.toString());
        } catch (RuntimeException | StackOverflowError e) {
            return value.getClass().getName();
        }
    }

    private static String quoted(String string, char quote) {
        return quote + shortened(string).replace("" + quote, "\\" + quote) + quote;
    }

    /**
     * Cuts a text and makes it fit for one line.
     *
     * @param text the text
     * @return the text without line breaks and other control characters
     */
    public static String shortened(String text) {
        StringBuilder line = new StringBuilder();
        int end = Math.min(text.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> line.append(Character.isISOControl(c) ? '\uFFFD' : c);
            }
        }
        return end < text.length() ? line.append('…').toString() : line.toString();
    }
}
