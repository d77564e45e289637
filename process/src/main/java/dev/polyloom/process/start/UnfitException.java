package dev.polyloom.process.start;

/** There is, or can be, no start cache for a worker; the message says why. */
final class UnfitException extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitException(String message) {
        super(message);
    }
}
