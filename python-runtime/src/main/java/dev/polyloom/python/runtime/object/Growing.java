package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.number.Ints;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A local variable to which text or ints of any size are added again and again: what has been added
 * is put together only when it is read. Used by one thread.
 */
public final class Growing {
    private static final int SHORT = 128;

    private @Nullable Object value;
    private @Nullable StringBuilder added;
    private long sum;

    /** Makes a variable without a value. */
    public Growing() {}

    /** Returns the value, or null. */
    public @Nullable Object get() {
        if (sum != 0) {
            value = Ints.add(Objects.requireNonNull(value), sum);
            sum = 0;
        } else if (value == null && added != null) {
            value = added.toString();
        }
        return value;
    }

    /** Sets the value. */
    public void set(Object now) {
        value = now;
        added = null;
        sum = 0;
    }

    /** Performs {@code variable += more}. */
    public void add(long more) {
        if (!isInt()) {
            set(Ops.addTo(Objects.requireNonNull(get()), more));
            return;
        }
        long next = sum + more;
        if (((sum ^ next) & (more ^ next)) < 0) {
            get();
            next = more;
        }
        sum = next;
    }

    /** Performs {@code variable += more}. */
    public void add(Object more) {
        if (more instanceof Long whole && isInt()) {
            add((long) whole);
            return;
        }
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
        set(Ops.addTo(Objects.requireNonNull(get()), more));
    }

    private boolean isInt() {
        return value instanceof Long || value instanceof BigInteger;
    }
}
