package dev.polyloom;

import org.jspecify.annotations.Nullable;

/** The root of the errors that Polyloom itself raises; a task's own exception arrives as itself. */
public class PolyloomException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public PolyloomException(String message) {
        super(message);
    }

    /**
     * Makes an exception with a cause.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it, or null
     */
    public PolyloomException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
