package dev.polyloom.python.runtime.object;

import org.jspecify.annotations.Nullable;

/**
 * A variable that code of several functions uses. A process that the program forks has a value of
 * its own for each. Safe for use by many threads.
 */
public abstract sealed class Variable permits Cell, Global {
    final String name;
    private volatile @Nullable Object value;

    Variable(String name, @Nullable Object value) {
        this.name = name;
        this.value = value;
    }

    /** Returns the value. */
    public abstract Object get();

    /** Returns the value, or null. */
    @Nullable Object orNull() {
        return Realm.isForked() ? Realm.get(this, value) : value;
    }

    /** Sets the value and returns it. */
    public Object set(Object now) {
        put(now);
        return now;
    }

    private void put(@Nullable Object now) {
        if (!Realm.isForked() || !Realm.set(this, now)) {
            value = now;
        }
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
    synchronized boolean update(Binary operator, Object right) {
        Object old = get();
        if (!Updates.isClosed(operator, old, right)) {
            return false;
        }
        set(Updates.augmented(operator, old, right));
        return true;
    }

    /** Takes the value away, if there is one. */
    public void forget() {
        put(null);
    }

    /** Takes the value away, which must be there. */
    public abstract void delete();
}
