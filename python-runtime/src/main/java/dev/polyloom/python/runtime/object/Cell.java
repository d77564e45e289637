package dev.polyloom.python.runtime.object;

import org.jspecify.annotations.Nullable;

/** A local variable that functions within its function use too. */
public final class Cell {
    private final String name;
    private volatile @Nullable Object value;

    /** Makes a variable without a value. */
    public Cell(String name) {
        this.name = name;
    }

    /** Makes a variable with a value. */
    public Cell(String name, @Nullable Object value) {
        this.name = name;
        this.value = value;
    }

    /** Returns the value. */
    public Object get() {
        Object now = value;
        if (now == null) {
            throw Errors.nameError(
                    Exceptions.NAME_ERROR,
                    name,
                    "cannot access free variable '%s' where it is not associated with a value in"
                                    .formatted(name)
                            + " enclosing scope");
        }
        return now;
    }

    @Nullable Object orNull() {
        return value;
    }

    /** Sets the value and returns it. */
    public Object set(Object now) {
        value = now;
        return now;
    }

    /** Takes the value away, if there is one. */
    public void forget() {
        value = null;
    }

    /** Takes the value away, which must be there. */
    public void delete() {
        get();
        value = null;
    }
}
