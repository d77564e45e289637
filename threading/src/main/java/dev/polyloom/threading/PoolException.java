package dev.polyloom.threading;

import org.jspecify.annotations.Nullable;

/** A pool refused a task, or cannot be used so. */
public final class PoolException extends ThreadingException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an error.
     *
     * @param message what was wrong, and with which pool
     * @param cause what led to it, or null
     */
    public PoolException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
