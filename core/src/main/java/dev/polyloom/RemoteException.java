package dev.polyloom;

/**
 * The trace of a failure in another process. It is added as suppressed to a user's exception that
 * came back as itself, and stands in for one whose class this JVM cannot make.
 */
public final class RemoteException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    private final String worker;
    private final String remoteType;
    private final String remoteStack;

    /**
     * Makes an exception.
     *
     * @param worker the worker's name
     * @param remoteType the class name of the exception there
     * @param message its message there
     * @param remoteStack its whole stack trace there, as text
     */
    public RemoteException(String worker, String remoteType, String message, String remoteStack) {
        super("in worker %s: %s: %s%n%s".formatted(worker, remoteType, message, remoteStack));
        this.worker = worker;
        this.remoteType = remoteType;
        this.remoteStack = remoteStack;
    }

    /**
     * Returns the name of the worker it happened in.
     *
     * @return the worker's name
     */
    public String worker() {
        return worker;
    }

    /**
     * Returns the class name of the exception in the worker.
     *
     * @return the binary class name
     */
    public String remoteType() {
        return remoteType;
    }

    /**
     * Returns the whole stack trace in the worker.
     *
     * @return the trace as text, a line a frame
     */
    public String remoteStack() {
        return remoteStack;
    }
}
