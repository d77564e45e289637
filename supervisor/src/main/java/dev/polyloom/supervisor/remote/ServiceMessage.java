package dev.polyloom.supervisor.remote;

import dev.polyloom.supervisor.Health;
import dev.polyloom.supervisor.ServiceEvent;
import java.io.Serializable;
import java.time.Duration;

/**
 * What host and worker say to each other of one start of a service. Those of the worker carry the
 * number of that start.
 */
sealed interface ServiceMessage extends Serializable {
    /** The name of the handlers on both sides. */
    String NAME = "polyloom.service";

    /** What a worker says. */
    sealed interface OfWorker extends ServiceMessage {
        /** Returns the number of the start. */
        long start();
    }

    /** The service begins. */
    record Begun(long start) implements OfWorker {}

    /** The service is ready. */
    record Ready(long start) implements OfWorker {}

    /** The service is alive. */
    record Beat(long start) implements OfWorker {}

    /** The service has told how well it is. */
    record Feels(long start, Health health) implements OfWorker {}

    /** The service keeps its loop. */
    record Blocks(long start, Duration elapsed, String activity) implements OfWorker {}

    /** The service wants to hear the events of a path. */
    record Observes(long start, String path, int listener) implements OfWorker {}

    /** The service sends a message; answered with what became of it. */
    record Sends(long start, String path, Object message) implements OfWorker {}

    /** The service wants its next message; answered with that, or null if none comes in time. */
    record Receives(long start, long nanos) implements OfWorker {}

    /** A message has come that the service did not wait for. */
    record Unread(long start, Object message) implements OfWorker {}

    /** The service shall stop. */
    record Cancel() implements ServiceMessage {}

    /** An event that the service wants to hear. */
    record Observed(int listener, ServiceEvent event) implements ServiceMessage {}
}
