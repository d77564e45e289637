package dev.polyloom.python.runtime.json;

import java.util.List;

/** What makes Python's objects of what a {@link JsonReader} finds. */
public interface JsonBuilder {
    /**
     * Makes a dict, or what a hook makes of its pairs.
     *
     * @param keys the keys, of which the same may be there more than once
     * @param values their values
     */
    Object object(List<String> keys, List<Object> values);

    /** Makes a list of the items. */
    Object array(List<Object> items);

    /** Makes a number of the digits of an int; the usual one is that of {@code int}. */
    Object integer(String digits);

    /** Makes a number of the text of a float; the usual one is that of {@code float}. */
    Object real(String text);

    /** Makes a value of {@code NaN}, {@code Infinity} or {@code -Infinity}. */
    Object constant(String name);
}
