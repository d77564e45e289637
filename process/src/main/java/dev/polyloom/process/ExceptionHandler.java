package dev.polyloom.process;

import java.io.Serializable;

/**
 * Says what is done when a call in a worker throws.
 *
 * @param <X> the type of the exceptions
 */
@FunctionalInterface
public interface ExceptionHandler<X extends Throwable> extends Serializable {
    /**
     * Handles an exception.
     *
     * @param thrown the exception
     * @param call what threw it
     * @return what is done
     * @throws Exception if handling fails; the caller then gets what was to be handled, with this
     *     suppressed
     */
    Remedy handle(X thrown, Call call) throws Exception;
}
