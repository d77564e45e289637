package dev.polyloom.process.message;

import org.jspecify.annotations.Nullable;

/** Another primary, which is to know who can be reached here. Never waits. */
public interface Neighbour {
    /** Tells of a worker, before anything that comes from it. */
    void announce(Station station);

    /** A worker takes no new pipes. */
    void leave(Station station);

    /** A worker is gone; comes after all that it has sent. */
    void withdraw(Station station, String reason, @Nullable Throwable death);
}
