package dev.polyloom.process.transport;

import java.io.IOException;

/** The other side of a connection said something it must not say. */
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception that says what was wrong. */
    public ProtocolException(String message) {
        super(message);
    }
}
