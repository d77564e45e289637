package dev.polyloom.process;

import dev.polyloom.PolyloomException;
import org.jspecify.annotations.Nullable;

/**
 * The other end of a pipe is gone. If it died, the cause is a {@link
 * dev.polyloom.WorkerDiedException}.
 */
public final class PipeClosedException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    private final int unconfirmed;

    /**
     * Makes an exception.
     *
     * @param message who is gone and why
     * @param unconfirmed how many messages were sent of which it is not known what became of them
     * @param cause what the other end died of, or null
     */
    public PipeClosedException(String message, int unconfirmed, @Nullable Throwable cause) {
        super(message, cause);
        this.unconfirmed = unconfirmed;
    }

    /**
     * Returns how many messages and requests were sent before the other end was gone, and never
     * confirmed: it may have dealt with some, and has certainly not dealt with those that waited.
     *
     * @return the number
     */
    public int unconfirmed() {
        return unconfirmed;
    }
}
