package dev.polyloom;

import org.jspecify.annotations.Nullable;

/** Items as text for messages: bounded, on one line, and whatever their {@code toString} does. */
final class ItemText {
    private static final int LONGEST = 120;

    private ItemText() {}

    static String of(@Nullable Object item) {
        String text;
        try {
            text = String.valueOf(item);
        } catch (Throwable e) {
            return "(%s, whose toString threw %s)"
                    .formatted(item == null ? "null" : item.getClass().getName(), e);
        }
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST) + "…";
        }
        text = text.replace("\r", "\\r").replace("\n", "\\n");
        return item instanceof CharSequence ? '"' + text + '"' : text;
    }
}
