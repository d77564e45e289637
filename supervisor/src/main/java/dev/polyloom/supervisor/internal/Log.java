package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.ServiceEvent;
import java.lang.System.Logger.Level;

/** The log of supervised services, {@code dev.polyloom.supervisor}. */
final class Log {
    private static final System.Logger LOGGER = System.getLogger("dev.polyloom.supervisor");

    private Log() {}

    static void warn(String message, Throwable cause) {
        LOGGER.log(Level.WARNING, message, cause);
    }

    /** Writes an event behind as many bars as there are names before the last one of the path. */
    static void event(ServiceEvent event) {
        Level level = level(event);
        if (LOGGER.isLoggable(level)) {
            LOGGER.log(level, line(event));
        }
    }

    static String line(ServiceEvent event) {
        String path = event.path();
        long depth = path.chars().filter(character -> character == '/').count();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return "| ".repeat((int) depth) + name + ": " + event;
    }

    private static Level level(ServiceEvent event) {
        return switch (event) {
            case ServiceEvent.Starting _, ServiceEvent.Started _, ServiceEvent.Stopping _ ->
                    Level.DEBUG;
            case ServiceEvent.Ready _, ServiceEvent.Restarting _, ServiceEvent.Restarted _ ->
                    Level.INFO;
            case ServiceEvent.HealthChanged _ -> Level.INFO;
            case ServiceEvent.Stopped stopped ->
                    stopped.failure() == null ? Level.INFO : Level.WARNING;
            case ServiceEvent.Crashed _, ServiceEvent.Killed _, ServiceEvent.Abandoned _ ->
                    Level.WARNING;
            case ServiceEvent.GaveUp _, ServiceEvent.Escalated _ -> Level.ERROR;
            case ServiceEvent.Blocked _, ServiceEvent.MessageDropped _, ServiceEvent.EventsLost _ ->
                    Level.WARNING;
        };
    }
}
