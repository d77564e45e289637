package dev.polyloom.python.runtime.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a {@link JsonWriter} asks about objects that are no numbers, texts, bools or None. */
public interface JsonValues {
    /** Returns the items of a list or tuple, or null for another type. */
    @Nullable List<?> items(Object value);

    /**
     * Returns the pairs of a dict, or null for another type.
     *
     * @param sorted whether they are sorted as {@code sorted} does it
     */
    @Nullable List<? extends Map.Entry<?, ?>> entries(Object value, boolean sorted);

    /** Returns what {@code default} makes of an object; raises TypeError if there is none. */
    Object fallback(Object value);

    /** Returns {@code type(value).__name__}. */
    String typeName(Object value);
}
