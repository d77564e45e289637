package dev.polyloom.threading;

import org.jspecify.annotations.Nullable;

/**
 * A value may be half changed, since a body that held its lock failed; the cause is that failure.
 */
public final class LockPoisonedException extends LockException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an error.
     *
     * @param message what was wrong, and with which lock
     * @param cause what led to it, or null
     */
    public LockPoisonedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
