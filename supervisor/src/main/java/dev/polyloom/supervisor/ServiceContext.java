package dev.polyloom.supervisor;

import java.util.Map;

/**
 * What a running service knows and can tell. Each start gets a context of its own; what a service
 * tells through the context of an earlier start is ignored. Safe for use by several threads.
 */
public interface ServiceContext {
    /**
     * Returns the token that is cancelled when the service shall stop.
     *
     * @return the token
     */
    CancellationToken token();

    /**
     * Tells that the service is ready, so that what starts after it may start. Needed only of a
     * service with {@link ServiceBuilder#readyWithin}; other calls do nothing.
     */
    void ready();

    /**
     * Tells that the service is alive. Needed of a service with {@link ServiceBuilder#heartbeat}.
     */
    void heartbeat();

    /**
     * Tells how well the service is.
     *
     * @param health how well
     */
    void health(Health health);

    /**
     * Returns the messages sent to this service. They outlive a crash.
     *
     * @return the mailbox
     */
    Mailbox mailbox();

    /**
     * Returns the names from the host down to this service, as in {@code host/web/listener}.
     *
     * @return the path
     */
    String path();

    /**
     * Returns how often the service was started so far, from 1.
     *
     * @return the number of this start
     */
    int incarnation();

    /**
     * Returns the arguments given where the service was declared.
     *
     * @return names and values, unmodifiable
     */
    Map<String, String> arguments();

    /**
     * Returns a logger named after the path, with dots.
     *
     * @return the logger
     */
    System.Logger logger();

    /**
     * Returns the event loop that the service runs on.
     *
     * @return the loop
     * @throws IllegalStateException if the service's executor has no loop
     */
    EventLoop loop();

    /**
     * Sends a message to a service of the same host.
     *
     * @param path path of the service
     * @param message the message
     * @return whether the service has it or will have it; see {@link Host#send}
     */
    boolean send(String path, Object message);

    /**
     * Hears the events of a part of the host until this service ends.
     *
     * @param path path of a service, or of a supervisor with all beneath it
     * @param listener hears them, on a thread of the host
     */
    void observe(String path, ServiceListener listener);
}
