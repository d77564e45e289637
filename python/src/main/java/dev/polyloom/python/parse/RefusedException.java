package dev.polyloom.python.parse;

import dev.polyloom.python.PythonSyntaxException;

/** Carries a syntax error out of code that cannot throw a checked exception. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final PythonSyntaxException error;

    /** Makes one around an error. */
    public RefusedException(PythonSyntaxException error) {
        super(error.getMessage(), error, false, false);
        this.error = error;
    }

    /** Returns the error. */
    public PythonSyntaxException error() {
        return error;
    }
}
