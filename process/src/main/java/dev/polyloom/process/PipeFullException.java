package dev.polyloom.process;

import dev.polyloom.PolyloomException;

/** The other end of a pipe has not dealt with what it was sent, and there was no room for more. */
public final class PipeFullException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message which pipe, how full, and for how long it was waited
     */
    public PipeFullException(String message) {
        super(message);
    }
}
