package dev.polyloom.supervisor;

/**
 * A unit of work that a supervisor starts, watches and restarts.
 *
 * <p>The same object is run again after a crash, so what must not survive one belongs into local
 * variables of {@link #run}.
 */
@FunctionalInterface
public interface Service {
    /**
     * Does the work, until it is done or the context's token is cancelled. May block. Returning is
     * a normal end; throwing, whatever it is, a crash.
     *
     * @param context what the service may use and tell
     * @throws Exception whatever goes wrong
     */
    void run(ServiceContext context) throws Exception;
}
