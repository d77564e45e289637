package dev.polyloom.threading;

import org.jspecify.annotations.Nullable;

/** A thread could not be started. */
public final class SpawnException extends ThreadingException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an error.
     *
     * @param message what was wrong, and with which thread
     * @param cause what led to it, or null
     */
    public SpawnException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
