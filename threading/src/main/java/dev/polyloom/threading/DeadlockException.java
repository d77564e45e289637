package dev.polyloom.threading;

import org.jspecify.annotations.Nullable;

/** Threads wait for each other's locks in a circle, and would for ever. */
public final class DeadlockException extends LockException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an error.
     *
     * @param message what was wrong, and with which threads and locks
     * @param cause what led to it, or null
     */
    public DeadlockException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
