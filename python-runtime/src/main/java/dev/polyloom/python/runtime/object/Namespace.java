package dev.polyloom.python.runtime.object;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of a scope as {@code locals()}, {@code vars()} and {@code dir()} show them. */
public final class Namespace {
    private Namespace() {}

    /**
     * Returns a dict of variables, names and values in turn; those without a value are left out.
     */
    public static PyDict of(@Nullable Object... pairs) {
        return update(new PyDict(), pairs);
    }

    /**
     * Brings the dict of a call's variables up to date, and returns it; it keeps what {@code exec}
     * has added.
     */
    public static PyDict update(PyDict dict, @Nullable Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            String name = Text.str(java.util.Objects.requireNonNull(pairs[i]));
            Object value = pairs[i + 1] instanceof Cell cell ? cell.orNull() : pairs[i + 1];
            if (value == null) {
                dict.remove(name);
            } else {
                dict.put(name, value);
            }
        }
        return dict;
    }

    /** Returns a dict of the names that a class statement has defined so far. */
    public static PyDict of(Map<String, Object> names) {
        PyDict dict = new PyDict();
        names.forEach(dict::put);
        return dict;
    }

    /** Returns the names of a dict of variables in order. */
    public static PyList names(Object variables) {
        return PyList.of(
                Sorting.sorted(
                        Iteration.toList(variables).toArray(),
                        dev.polyloom.python.runtime.None.NONE,
                        false));
    }
}
