package dev.polyloom.process;

import dev.polyloom.PolyloomException;
import org.jspecify.annotations.Nullable;

/**
 * An action cannot be registered or called: there is none of the name, or none that takes the
 * arguments. What the action itself throws arrives as itself.
 */
public final class ActionException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what was wrong and what would be right
     */
    public ActionException(String message) {
        super(message);
    }

    /**
     * Makes an exception with a cause.
     *
     * @param message what was wrong and what would be right
     * @param cause what led to it, or null
     */
    public ActionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
