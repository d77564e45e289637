package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.number.Ints;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A local variable to which text or numbers are added again and again: what has been added is put
 * together only when it is read. Used by one thread.
 */
public final class Growing {
    private static final int SHORT = 128;

    private @Nullable Object value;
    private @Nullable StringBuilder added;
    private long sum;
    private double real;
    private boolean isInt;
    private boolean isReal;

    /** Makes a variable without a value. */
    public Growing() {}

    /** Returns the value, or null. */
    public @Nullable Object get() {
        if (isReal) {
            return real;
        }
        if (sum != 0) {
            value = Ints.add(Objects.requireNonNull(value), sum);
            sum = 0;
        } else if (value == null && added != null) {
            value = added.toString();
        }
        return value;
    }

    /** Sets the value, and returns it. */
    public Object set(Object now) {
        value = now;
        added = null;
        sum = 0;
        isInt = now instanceof Long || now instanceof BigInteger;
        isReal = now instanceof Double;
        if (now instanceof Double number) {
            real = number;
        }
        return now;
    }

    /** Takes the value away. */
    public void forget() {
        value = null;
        added = null;
        sum = 0;
        isInt = false;
        isReal = false;
    }

    /** Performs {@code variable += more}. */
    public void add(long more) {
        if (!isInt) {
            addOther(more);
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
    public void add(double more) {
        if (isReal) {
            real += more;
        } else {
            addOther(more);
        }
    }

    /** Performs {@code variable += more}. */
    public void add(Object more) {
        if (isInt && more instanceof Long whole) {
            add((long) whole);
        } else if (isReal && more instanceof Double number) {
            real += number;
        } else if (more instanceof String text) {
            addText(text);
        } else {
            addOther(more);
        }
    }

    private void addText(String text) {
        if (added != null) {
            added.append(text);
            value = null;
        } else if (value instanceof String before && before.length() > SHORT) {
            added = new StringBuilder(before.length() * 2).append(before).append(text);
            value = null;
        } else {
            addOther(text);
        }
    }

    private void addOther(Object more) {
        set(Ops.addTo(Objects.requireNonNull(get()), more));
    }
}
