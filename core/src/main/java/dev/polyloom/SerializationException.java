package dev.polyloom;

import org.jspecify.annotations.Nullable;

/**
 * A task, argument, result or exception cannot travel between processes; the path names the
 * offending field.
 */
public final class SerializationException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * Makes an exception.
     *
     * @param path the way to the culprit, such as {@code task.arg[0].connection}
     * @param message what is wrong with it, and what would be right
     * @param cause what the codec said, or null
     */
    public SerializationException(String path, String message, @Nullable Throwable cause) {
        super(path + ": " + message, cause);
        this.path = path;
    }

    /**
     * Returns the way to the culprit, such as {@code task.arg[0].connection}.
     *
     * @return the path, from {@code task}, {@code result} or {@code exception} down
     */
    public String path() {
        return path;
    }
}
