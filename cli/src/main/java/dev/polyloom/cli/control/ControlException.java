package dev.polyloom.cli.control;

import java.io.IOException;

/** A host cannot be spoken to; the message says which, and what would be right. */
public final class ControlException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what is wrong
     */
    public ControlException(String message) {
        super(message);
    }
}
