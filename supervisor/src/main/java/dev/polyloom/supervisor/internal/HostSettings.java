package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.ServiceListener;
import java.time.Duration;
import java.util.List;

/** What is set for a host as a whole. */
public record HostSettings(
        List<ServiceListener> listeners,
        Duration blockedAfter,
        Duration killWithin,
        HostClock clock) {
    public HostSettings {
        listeners = List.copyOf(listeners);
    }

    HostSettings withLimits(Duration blocked, Duration kill) {
        return new HostSettings(listeners, blocked, kill, clock);
    }
}
