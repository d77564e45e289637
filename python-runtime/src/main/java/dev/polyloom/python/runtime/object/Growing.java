package dev.polyloom.python.runtime.object;

import org.jspecify.annotations.Nullable;

/**
 * A local variable to which text is added again and again: what has been added is put together only
 * when it is read. Used by one thread.
 */
public final class Growing {
    private static final int SHORT = 128;

    private @Nullable Object value;
    private @Nullable StringBuilder added;

    /** Makes a variable without a value. */
    public Growing() {}

    /** Returns the value, or null. */
    public @Nullable Object get() {
        if (value == null && added != null) {
            value = added.toString();
        }
        return value;
    }

    /** Sets the value. */
    public void set(Object now) {
        value = now;
        added = null;
    }

    /** Performs {@code variable += more}. */
    public void add(Object more) {
        if (more instanceof String text) {
            if (added != null) {
                added.append(text);
                value = null;
                return;
            }
            if (value instanceof String before && before.length() > SHORT) {
                added = new StringBuilder(before.length() * 2).append(before).append(text);
                value = null;
                return;
            }
        }
        set(Ops.addTo(java.util.Objects.requireNonNull(get()), more));
    }
}
