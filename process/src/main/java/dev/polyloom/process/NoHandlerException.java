package dev.polyloom.process;

import dev.polyloom.PolyloomException;

/** The other end of a pipe has no handler for a message; its message names near ones. */
public final class NoHandlerException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what was sent, and what has a handler
     */
    public NoHandlerException(String message) {
        super(message);
    }
}
