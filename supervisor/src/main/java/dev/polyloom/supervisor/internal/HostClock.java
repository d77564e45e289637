package dev.polyloom.supervisor.internal;

import java.time.Instant;

/** The time of a host. Safe for use by several threads. */
public interface HostClock {
    /** Returns the time in nanoseconds; it never goes back. */
    long nanos();

    /** Returns how long a thread shall wait for a time to come, unless it is woken. */
    long untilNanos(long time);

    /** Says what to call when time has made a leap. */
    void onLeap(Runnable wake);

    /** Returns what a clock on the wall shows, given what it showed when this one was 0. */
    default Instant wall(Instant origin) {
        return origin.plusNanos(nanos());
    }

    /** Returns a clock that shows the real time, beginning with 0. */
    static HostClock system() {
        long origin = System.nanoTime();
        return new HostClock() {
            @Override
            public long nanos() {
                return System.nanoTime() - origin;
            }

            @Override
            public long untilNanos(long time) {
                return time - nanos();
            }

            @Override
            public Instant wall(Instant origin) {
                return Instant.now();
            }

            @Override
            public void onLeap(Runnable wake) {}
        };
    }
}
