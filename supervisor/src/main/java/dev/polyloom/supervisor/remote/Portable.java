package dev.polyloom.supervisor.remote;

import dev.polyloom.PolyloomException;
import dev.polyloom.supervisor.ServiceEvent;
import org.jspecify.annotations.Nullable;

/** Events whose causes can travel, as texts. */
final class Portable {
    private Portable() {}

    static ServiceEvent of(ServiceEvent event) {
        return switch (event) {
            case ServiceEvent.Crashed e ->
                    new ServiceEvent.Crashed(e.path(), e.at(), text(e.cause()));
            case ServiceEvent.GaveUp e ->
                    new ServiceEvent.GaveUp(e.path(), e.at(), text(e.cause()));
            case ServiceEvent.Escalated e ->
                    new ServiceEvent.Escalated(e.path(), e.at(), text(e.cause()));
            case ServiceEvent.Stopped e ->
                    new ServiceEvent.Stopped(e.path(), e.at(), textOrNull(e.failure()));
            default -> event;
        };
    }

    private static @Nullable Throwable textOrNull(@Nullable Throwable cause) {
        return cause == null ? null : text(cause);
    }

    private static Throwable text(Throwable cause) {
        PolyloomException text = new PolyloomException(cause.toString());
        text.setStackTrace(cause.getStackTrace());
        return text;
    }
}
