package dev.polyloom.contract;

/** A checked exception of a user, with a field of its own. */
public final class UserException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    /**
     * Makes an exception.
     *
     * @param message what went wrong
     * @param code a code
     */
    public UserException(String message, int code) {
        super(message);
        this.code = code;
    }

    /**
     * Returns the code.
     *
     * @return the code
     */
    public int code() {
        return code;
    }
}
