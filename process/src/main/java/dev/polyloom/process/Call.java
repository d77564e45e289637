package dev.polyloom.process;

import java.util.Map;

/**
 * Something that a worker is asked to run.
 *
 * @param kind what it is
 * @param name the name of a message, else the class of the task or message
 * @param from who asked; tasks of the scope come from the primary
 * @param annotations those of the {@link Prep}, if it is one
 */
public record Call(Kind kind, String name, Peer from, Map<String, String> annotations) {
    /** What is run. */
    public enum Kind {
        /** A task of the scope. */
        TASK,
        /** A task that starts a stage. */
        ASYNC_TASK,
        /** A task sent to this worker, or popped by one. */
        SENT_TASK,
        /** A request, by its handler. */
        REQUEST,
        /** A one-way message, by its handler. */
        ONE_WAY
    }

    @Override
    public String toString() {
        return "%s %s from %s".formatted(kind, name, from);
    }
}
