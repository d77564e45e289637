package dev.polyloom.supervisor;

import dev.polyloom.PolyloomException;

/** A supervisor gave up, because its children crashed too often; the cause is the last crash. */
public final class EscalationException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message which supervisor, and after what
     * @param cause the last crash
     */
    public EscalationException(String message, Throwable cause) {
        super(message, cause);
    }
}
