package dev.polyloom.threading;

import org.jspecify.annotations.Nullable;

/** The body of a thread or the task of a pool failed; the cause is what it threw. */
public final class JoinException extends ThreadingException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an error.
     *
     * @param message what was wrong, and with which thread
     * @param cause what led to it, or null
     */
    public JoinException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
