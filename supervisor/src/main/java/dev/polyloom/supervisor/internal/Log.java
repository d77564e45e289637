package dev.polyloom.supervisor.internal;

import dev.polyloom.PolyloomException;
import dev.polyloom.supervisor.ServiceEvent;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** The log of supervised services, {@code dev.polyloom.supervisor}. */
public final class Log {
    private static final System.Logger LOGGER = System.getLogger("dev.polyloom.supervisor");

    private Log() {}

    /** Warns of something that no service is to blame for. */
    public static void warn(String message, Throwable cause) {
        LOGGER.log(Level.WARNING, message, cause);
    }

    /** Warns of something that no service is to blame for. */
    public static void warn(String message) {
        LOGGER.log(Level.WARNING, message);
    }

    /** Tells something of a service, as its events are told. */
    public static void tell(String path, String what) {
        if (LOGGER.isLoggable(Level.INFO)) {
            LOGGER.log(Level.INFO, line(path, what));
        }
    }

    /** Writes an event behind as many bars as there are names before the last one of the path. */
    static void event(ServiceEvent event) {
        Level level = level(event);
        if (LOGGER.isLoggable(level)) {
            LOGGER.log(level, line(event), stack(event));
        }
    }

    /** Returns what a service threw: its stack is to be seen, unlike that of our own failures. */
    static @Nullable Throwable stack(ServiceEvent event) {
        Throwable thrown =
                switch (event) {
                    case ServiceEvent.Crashed crashed -> crashed.cause();
                    case ServiceEvent.Stopped stopped -> stopped.failure();
                    default -> null;
                };
        return thrown instanceof PolyloomException ? null : thrown;
    }

    static String line(ServiceEvent event) {
        return line(event.path(), event.toString());
    }

    private static String line(String path, String what) {
        long depth = path.chars().filter(character -> character == '/').count();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return "| ".repeat((int) depth) + name + ": " + what;
    }

    private static Level level(ServiceEvent event) {
        return switch (event) {
            case ServiceEvent.Starting _, ServiceEvent.Started _, ServiceEvent.Stopping _ ->
                    Level.DEBUG;
            case ServiceEvent.Ready _, ServiceEvent.Restarting _, ServiceEvent.Restarted _ ->
                    Level.INFO;
            case ServiceEvent.HealthChanged _, ServiceEvent.RestartDue _ -> Level.INFO;
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
