package dev.polyloom.supervisor;

import java.util.Locale;

/** Where a service or supervisor stands. */
public enum ServiceState {
    /** Not started yet, or stopped by somebody. */
    STOPPED,
    /** Crashed; its restart is due later. */
    WAITING,
    /** Started, and not yet ready. */
    STARTING,
    /** Ready. */
    RUNNING,
    /** Asked to stop, or killed, and not yet gone. */
    STOPPING,
    /** Ended by itself, and not to be restarted. */
    ENDED;

    /** Returns the name in small letters. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
