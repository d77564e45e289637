package dev.polyloom.supervisor;

import dev.polyloom.PolyloomException;

/** A message was not accepted because its service is down, unknown, or has too many waiting. */
public final class MessageRefusedException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message which service, and why
     */
    public MessageRefusedException(String message) {
        super(message);
    }
}
