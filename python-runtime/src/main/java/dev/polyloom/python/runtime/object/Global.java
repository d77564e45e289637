package dev.polyloom.python.runtime.object;

import org.jspecify.annotations.Nullable;

/** A variable of a module. */
public sealed class Global permits DictModule.Variable {
    private final String name;
    private volatile @Nullable Object value;

    Global(String name) {
        this.name = name;
    }

    /** Returns the value, or that of the built-in of the same name. */
    public Object get() {
        Object now = orNull();
        return now != null ? now : Builtins.get(name);
    }

    /** Returns the value, or null. */
    @Nullable Object orNull() {
        return Realm.isForked() ? Realm.get(this, value) : value;
    }

    /** Sets the value and returns it. */
    public Object set(Object now) {
        if (!Realm.isForked() || !Realm.set(this, now)) {
            value = now;
        }
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
        value = null;
    }

    /** Takes the value away, which must be there. */
    public void delete() {
        if (orNull() == null) {
            throw Errors.name(name);
        }
        if (!Realm.isForked() || !Realm.set(this, null)) {
            value = null;
        }
    }
}
