package dev.polyloom.supervisor;

import dev.polyloom.PolyloomException;

/** A service is held for crashed: not ready in time, without heartbeat, or blocking its loop. */
public final class ServiceStalledException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message which service, and what it failed to do in what time
     */
    public ServiceStalledException(String message) {
        super(message);
    }
}
