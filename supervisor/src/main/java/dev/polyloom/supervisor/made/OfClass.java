package dev.polyloom.supervisor.made;

/** A service that was made of a class. */
public interface OfClass {
    /** Returns the class. */
    Class<?> type();
}
