package dev.polyloom.python.runtime.object;

import org.jspecify.annotations.Nullable;

/** A local variable that functions within its function use too. */
public final class Cell extends Variable {
    /** Makes a variable without a value. */
    public Cell(String name) {
        this(name, null);
    }

    /** Makes a variable with a value. */
    public Cell(String name, @Nullable Object value) {
        super(name, value);
    }

    @Override
    public Object get() {
        Object now = orNull();
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
        Object now = orNull();
        return now != null ? now : Errors.local(null, name);
    }

    /** Takes the value away, which must be there, for the function whose variable it is. */
    public void deleteOwn() {
        own();
        forget();
    }

    @Override
    public void delete() {
        get();
        forget();
    }
}
