package dev.polyloom.python.runtime.format;

/** What {@code str.format} asks about its arguments. What these raise goes to the caller. */
public interface Fields {
    /** Returns how many positional arguments there are. */
    int count();

    /** Returns a positional argument that is there. */
    Object positional(int index);

    /** Returns the argument with the name; raises KeyError if there is none. */
    Object named(String name);

    /** Returns {@code getattr(value, name)}. */
    Object attribute(Object value, String name);

    /** Returns {@code value[key]}, where the key is a {@link Long} or a {@link String}. */
    Object item(Object value, Object key);

    /** Returns {@code str(value)}, {@code repr(value)} or {@code ascii(value)}. */
    String convert(Object value, char conversion);

    /** Returns {@code format(value, spec)}. */
    String format(Object value, String spec);
}
