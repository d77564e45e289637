package dev.polyloom.threading;

import org.jspecify.annotations.Nullable;

/** A channel takes no more, since it is closed; the cause is the error it was closed with. */
public final class SendException extends ThreadingException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an error.
     *
     * @param message what was wrong, and with which channel
     * @param cause what led to it, or null
     */
    public SendException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
