package dev.polyloom.python.runtime;

/** Python's {@code None}: the one value of its type. */
public enum None {
    /** The value. */
    NONE;

    @Override
    public String toString() {
        return "None";
    }
}
