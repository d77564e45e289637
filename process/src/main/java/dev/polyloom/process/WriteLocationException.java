package dev.polyloom.process;

import dev.polyloom.PolyloomException;
import org.jspecify.annotations.Nullable;

/** A write location cannot be made, opened, read or written; the message names it. */
public final class WriteLocationException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what was wrong, with which location, and what would be right
     * @param cause what led to it, or null
     */
    public WriteLocationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
