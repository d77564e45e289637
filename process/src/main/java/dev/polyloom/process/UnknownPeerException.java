package dev.polyloom.process;

import dev.polyloom.PolyloomException;

/** No worker has the address; the message names near ones. */
public final class UnknownPeerException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what was asked for, and what there is
     */
    public UnknownPeerException(String message) {
        super(message);
    }
}
