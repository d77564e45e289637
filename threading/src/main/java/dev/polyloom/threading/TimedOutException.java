package dev.polyloom.threading;

import org.jspecify.annotations.Nullable;

/** Something did not happen in time. */
public final class TimedOutException extends ThreadingException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an error.
     *
     * @param message what was wrong, and with which thread, lock, channel or task
     * @param cause what led to it, or null
     */
    public TimedOutException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
