package dev.polyloom.python.runtime.format;

import org.jspecify.annotations.Nullable;

/** What formatting with {@code %} asks about objects. What these raise goes to the caller. */
public interface Values {
    /** Returns {@code str(value)}. */
    String str(Object value);

    /** Returns {@code repr(value)}. */
    String repr(Object value);

    /** Returns {@code type(value).__name__}. */
    String typeName(Object value);

    /** Returns {@code mapping[key]}. */
    Object item(Object mapping, String key);

    /** Returns the int that {@code __index__} of an object gives, or null if it has none. */
    @Nullable Object index(Object value);

    /** Returns what {@code %c} is to write: an int or a text of one character. */
    default Object letter(Object value) {
        return value;
    }

    /** Returns the int that {@code __int__} of an object gives, or null if it has none. */
    @Nullable Object whole(Object value);

    /** Returns the float that {@code __float__} of an object gives, or null if it has none. */
    @Nullable Double real(Object value);
}
