package dev.polyloom.supervisor.spi;

import dev.polyloom.supervisor.Service;

/**
 * A kind of place where services run: a thread, a loop, a process. It belongs to no host; what it
 * needs for a host it keeps as a {@link ServiceLaunch#resource}. Safe for use by several threads.
 */
public interface ServiceExecutor {
    /**
     * Returns what this kind is called in status and log.
     *
     * @return the name, such as {@code thread}
     */
    String kind();

    /**
     * Checks whether a service can run here, when it is declared.
     *
     * @param service the service
     * @throws IllegalArgumentException if it cannot, saying why
     */
    default void check(Service service) {}

    /**
     * Starts a service. Called by the thread of the host that makes all decisions, so it must not
     * block. The executor calls {@link ServiceLaunch#started()} when the service begins and {@link
     * ServiceLaunch#ended} when it is gone. A service that shall stop sees it by the token of its
     * context; an executor whose services cannot see it there listens to the token.
     *
     * @param launch what to start
     * @return the hold on what was started
     * @throws Exception if it cannot be started; that is a crash of the service
     */
    RunningService start(ServiceLaunch launch) throws Exception;
}
