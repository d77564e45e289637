package dev.polyloom.supervisor.spi;

/** The hold on a started service. Safe for use by several threads. */
public interface RunningService {
    /**
     * Ends the service by force, as far as the executor can: an interrupt, a signal. Must not
     * block, and does nothing to a service that has ended. If the service is not gone a while
     * later, the host calls {@link #abandon()}.
     */
    void kill();

    /**
     * Takes notice that the host has given up waiting for the end of the service, so that what it
     * shares with others, such as a loop, can be saved for them. Must not block.
     */
    default void abandon() {}

    /**
     * Tells what the service is doing now, for reports on one that does not end.
     *
     * @return a stack or the like, empty if unknown
     */
    default String activity() {
        return "";
    }
}
