package dev.polyloom.python.runtime.object;

import org.jspecify.annotations.Nullable;

/** An attribute of a type that becomes something else when it is read of an object. */
interface Descriptor {
    /**
     * Returns what is read.
     *
     * @param object the object, or null where the type itself is asked
     * @param owner the type of the object
     */
    Object get(@Nullable Object object, PyType owner);

    /** Tells whether it comes before the attributes of the object itself. */
    default boolean isData() {
        return false;
    }

    /** Writes the attribute of an object. */
    default void set(Object object, Object value) {
        throw Errors.attribute("can't set attribute");
    }

    /** Deletes the attribute of an object. */
    default void delete(Object object) {
        throw Errors.attribute("can't delete attribute");
    }
}
