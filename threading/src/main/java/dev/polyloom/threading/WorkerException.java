package dev.polyloom.threading;

import org.jspecify.annotations.Nullable;

/** A task of a worker pool failed, or its worker was lost. */
public final class WorkerException extends ThreadingException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an error.
     *
     * @param message what was wrong, and with which worker and task
     * @param cause what led to it, or null
     */
    public WorkerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
