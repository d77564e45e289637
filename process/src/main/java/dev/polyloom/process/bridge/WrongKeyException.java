package dev.polyloom.process.bridge;

import java.io.IOException;

/** Somebody on the other side of a socket has another key. */
final class WrongKeyException extends IOException {
    private static final long serialVersionUID = 1L;

    WrongKeyException(String message) {
        super(message);
    }
}
