package dev.polyloom.contract;

/** An exception that tests throw out of {@code execute}; handlers of the tests keep it quiet. */
final class QuietException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QuietException() {
        super("thrown on purpose");
    }
}
