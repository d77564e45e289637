package dev.polyloom.supervisor;

import dev.polyloom.process.child.CauseText;
import dev.polyloom.supervisor.internal.Texts;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a service or supervisor of a host. {@code toString} of each tells it
 * in words, without path and time.
 */
public sealed interface ServiceEvent extends Serializable {
    /**
     * Returns whom it happened to.
     *
     * @return the path from the host down, such as {@code host/web/listener}
     */
    String path();

    /**
     * Returns when it happened.
     *
     * @return the time
     */
    Instant at();

    /**
     * It is being started.
     *
     * @param path whom it happened to
     * @param at when
     * @param incarnation the number of this start, from 1
     */
    record Starting(String path, Instant at, int incarnation) implements ServiceEvent {
        @Override
        public String toString() {
            return "starting";
        }
    }

    /**
     * It has begun to run. For a supervisor: its first child is about to.
     *
     * @param path whom it happened to
     * @param at when
     * @param incarnation the number of this start, from 1
     */
    record Started(String path, Instant at, int incarnation) implements ServiceEvent {
        @Override
        public String toString() {
            return "started";
        }
    }

    /**
     * It is ready. For a supervisor: all its children are, or have ended.
     *
     * @param path whom it happened to
     * @param at when
     * @param incarnation the number of this start, from 1
     */
    record Ready(String path, Instant at, int incarnation) implements ServiceEvent {
        @Override
        public String toString() {
            return "ready";
        }
    }

    /**
     * It has crashed, or is held for crashed.
     *
     * @param path whom it happened to
     * @param at when
     * @param cause why
     */
    record Crashed(String path, Instant at, Throwable cause) implements ServiceEvent {
        @Override
        public String toString() {
            return "crashed: " + CauseText.of(cause);
        }
    }

    /**
     * It is asked to stop.
     *
     * @param path whom it happened to
     * @param at when
     */
    record Stopping(String path, Instant at) implements ServiceEvent {
        @Override
        public String toString() {
            return "stopping";
        }
    }

    /**
     * It did not stop in time, or is held for crashed, and is ended by force.
     *
     * @param path whom it happened to
     * @param at when
     */
    record Killed(String path, Instant at) implements ServiceEvent {
        @Override
        public String toString() {
            return "killed";
        }
    }

    /**
     * It is gone, because it was told to stop or came to its end.
     *
     * @param path whom it happened to
     * @param at when
     * @param failure what it threw when told to stop, or null
     */
    record Stopped(String path, Instant at, @Nullable Throwable failure) implements ServiceEvent {
        @Override
        public String toString() {
            return failure == null ? "stopped" : "stopped with a failure: " + CauseText.of(failure);
        }
    }

    /**
     * It did not even end by force, and nobody waits for it any longer. It may still be running.
     *
     * @param path whom it happened to
     * @param at when
     * @param activity what it was doing, empty if unknown
     */
    record Abandoned(String path, Instant at, String activity) implements ServiceEvent {
        @Override
        public String toString() {
            return "abandoned, still at " + activity;
        }
    }

    /**
     * It will be restarted.
     *
     * @param path whom it happened to
     * @param at when
     * @param delay in which time
     * @param restarts how often it was restarted, with this time
     */
    record Restarting(String path, Instant at, Duration delay, int restarts)
            implements ServiceEvent {
        @Override
        public String toString() {
            String when = delay.isZero() ? "at once" : "in " + Texts.time(delay);
            return "restarting " + when + ", restart " + restarts;
        }
    }

    /**
     * Its schedule says that it is restarted now.
     *
     * @param path whom it happened to
     * @param at when
     * @see ServiceBuilder#restartAt
     */
    record RestartDue(String path, Instant at) implements ServiceEvent {
        @Override
        public String toString() {
            return "restarting by schedule";
        }
    }

    /**
     * It is ready again after a crash of its own.
     *
     * @param path whom it happened to
     * @param at when
     * @param restarts how often it was restarted so far
     * @param downtime from the crash until now
     */
    record Restarted(String path, Instant at, int restarts, Duration downtime)
            implements ServiceEvent {
        @Override
        public String toString() {
            return "restarted after " + Texts.time(downtime) + ", restart " + restarts;
        }
    }

    /**
     * It will not be restarted, because its supervisor has made too many restarts.
     *
     * @param path whom it happened to
     * @param at when
     * @param cause its last crash
     */
    record GaveUp(String path, Instant at, Throwable cause) implements ServiceEvent {
        @Override
        public String toString() {
            return "given up: " + CauseText.of(cause);
        }
    }

    /**
     * A supervisor has made too many restarts, stops its children, and hands the failure on to its
     * parent.
     *
     * @param path the supervisor
     * @param at when
     * @param cause the failure handed on
     */
    record Escalated(String path, Instant at, Throwable cause) implements ServiceEvent {
        @Override
        public String toString() {
            return "escalated: " + CauseText.of(cause);
        }
    }

    /**
     * It blocks a thread that it shares with others.
     *
     * @param path whom it happened to
     * @param at when
     * @param elapsed for how long
     * @param activity what it is doing, such as a stack
     */
    record Blocked(String path, Instant at, Duration elapsed, String activity)
            implements ServiceEvent {
        @Override
        public String toString() {
            return "blocks its loop for " + Texts.time(elapsed) + " at " + activity;
        }
    }

    /**
     * It has told how well it is.
     *
     * @param path whom it happened to
     * @param at when
     * @param health how well
     */
    record HealthChanged(String path, Instant at, Health health) implements ServiceEvent {
        @Override
        public String toString() {
            return "health " + health;
        }
    }

    /**
     * Messages to it were not accepted, or will never be read.
     *
     * @param path whom it happened to
     * @param at when
     * @param messages how many
     * @param reason why
     */
    record MessageDropped(String path, Instant at, int messages, String reason)
            implements ServiceEvent {
        @Override
        public String toString() {
            return messages + " dropped, " + reason;
        }
    }

    /**
     * Events were not told, because listeners are too slow.
     *
     * @param path the host
     * @param at when
     * @param events how many
     */
    record EventsLost(String path, Instant at, long events) implements ServiceEvent {
        @Override
        public String toString() {
            return events + " events lost, because listeners are too slow";
        }
    }
}
