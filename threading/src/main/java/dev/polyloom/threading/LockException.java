package dev.polyloom.threading;

import org.jspecify.annotations.Nullable;

/** A lock, barrier or other means to wait for one another was used wrongly, or is broken. */
public sealed class LockException extends ThreadingException
        permits LockPoisonedException, DeadlockException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an error.
     *
     * @param message what was wrong, and with which lock
     * @param cause what led to it, or null
     */
    public LockException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
