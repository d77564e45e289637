package dev.polyloom.python.runtime.object;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that knows its Python type and may have attributes of its own. */
public interface Typed {
    /** Returns the type. */
    PyType type();

    /** Returns an attribute of the instance itself, or null. */
    @Nullable Object own(String name);

    /** Sets an attribute of the instance itself. */
    void setOwn(String name, Object value);

    /** Removes an attribute of the instance itself, and tells whether it was there. */
    boolean deleteOwn(String name);

    /** Returns the attributes of the instance itself, in order, as a copy. */
    Map<String, Object> owned();
}
