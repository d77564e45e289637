package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.number.Ints;
import org.jspecify.annotations.Nullable;

/** What {@code sum} has added so far of numbers that are all ints or all floats. */
public final class Sum {
    private long whole;
    private @Nullable Object large;
    private double real;
    private boolean isReal;

    /** Makes an empty one. */
    public Sum() {}

    /** Adds an int. */
    public void add(long value) {
        long next = whole + value;
        if (((whole ^ next) & (value ^ next)) < 0) {
            addLarge(whole);
            next = value;
        }
        whole = next;
    }

    /** Adds an int of any size. */
    public void add(Object value) {
        if (value instanceof Long small) {
            add((long) small);
        } else {
            addLarge(value);
        }
    }

    private void addLarge(Object value) {
        large = large == null ? value : Ints.add(large, value);
    }

    /** Adds a float. */
    public void add(double value) {
        real += value;
        isReal = true;
    }

    /** Returns the sum. */
    public Object result() {
        if (isReal) {
            return real;
        }
        return large == null ? (Object) whole : Ints.add(large, whole);
    }
}
