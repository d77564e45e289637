package dev.polyloom.threading.backend;

/** Thrown by the body of a task that knows what those who wait for it should get. */
public final class FailureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /** Makes an error. */
    public FailureException(Failure failure) {
        super(null, null, false, false);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
