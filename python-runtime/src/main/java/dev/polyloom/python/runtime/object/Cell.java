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

    /** Returns the value, for the function whose variable it is. */
    public Object own() {
        Object now = value;
        return now != null ? now : Errors.local(null, name);
    }

    @Nullable Object orNull() {
        return value;
    }

    /** Sets the value and returns it. */
    public Object set(Object now) {
        value = now;
        return now;
    }

    /** Performs {@code x operator= right}. */
    public void augment(Binary operator, Object right) {
        if (!Sharing.isShared() || !update(operator, right)) {
            set(Updates.augmented(operator, get(), right));
        }
    }

    /** Performs {@code x = x operator right}. */
    public void combine(Binary operator, Object right) {
        if (!Sharing.isShared() || !update(operator, right)) {
            set(operator.apply(get(), right));
        }
    }

    /** Applies an operator at one go if the value and what is given are numbers or text. */
    private synchronized boolean update(Binary operator, Object right) {
        Object old = get();
        if (!Updates.isClosed(operator, old, right)) {
            return false;
        }
        set(Updates.augmented(operator, old, right));
        return true;
    }

    /** Takes the value away, if there is one. */
    public void forget() {
        value = null;
    }

    /** Takes the value away, which must be there, for the function whose variable it is. */
    public void deleteOwn() {
        own();
        value = null;
    }

    /** Takes the value away, which must be there. */
    public void delete() {
        get();
        value = null;
    }
}
