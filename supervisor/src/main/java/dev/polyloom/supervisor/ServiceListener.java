package dev.polyloom.supervisor;

/**
 * Hears what happens in a host. Called by one thread of the host, one event after the other. What
 * it throws is logged and otherwise ignored. While it does not return others hear nothing, but
 * services are restarted all the same; beyond some thousands of events waiting, further ones are
 * dropped and counted.
 */
@FunctionalInterface
public interface ServiceListener {
    /**
     * Takes an event.
     *
     * @param event the event
     */
    void on(ServiceEvent event);
}
