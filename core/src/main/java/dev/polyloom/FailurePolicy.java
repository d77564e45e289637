package dev.polyloom;

/** What a parallel map does when an item fails. */
public enum FailurePolicy {
    /** Cancels what is left and raises the exception of the first item that failed. */
    FAIL_FAST,
    /** Runs every item, then raises an {@link ItemsFailedException} with all the failures. */
    COLLECT
}
