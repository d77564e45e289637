package dev.polyloom.supervisor;

import dev.polyloom.process.child.CauseText;
import dev.polyloom.supervisor.internal.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a service or supervisor and all beneath it stood at one moment. {@code toString} gives the
 * tree, a line each.
 *
 * @param path its path
 * @param kind {@code supervisor}, or the kind of the service's executor
 * @param state where it stands
 * @param uptime how long it has been ready, zero if it is not
 * @param restarts how often it was restarted after a crash of its own
 * @param lastError its last crash, or null
 * @param health what the service says; a supervisor is as bad as its worst child
 * @param waitingMessages how many messages wait for it
 * @param droppedMessages how many messages to it were dropped or refused so far
 * @param children those beneath it, in the order of starting
 */
public record Status(
        String path,
        String kind,
        ServiceState state,
        Duration uptime,
        int restarts,
        @Nullable Throwable lastError,
        Health health,
        int waitingMessages,
        long droppedMessages,
        List<Status> children) {
    /** Copies the list. */
    public Status {
        children = List.copyOf(children);
    }

    /**
     * Returns the last name of the path.
     *
     * @return the name
     */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * Looks for a service or supervisor in this tree.
     *
     * @param wanted its whole path
     * @return its status
     */
    public Optional<Status> find(String wanted) {
        return all().filter(status -> status.path.equals(wanted)).findFirst();
    }

    /**
     * Returns this and all beneath it, each before those beneath it.
     *
     * @return the statuses
     */
    public Stream<Status> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Status::all));
    }

    /** Returns the tree with a line for each, indented by depth. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text, 0);
        return text.toString();
    }

    private void append(StringBuilder text, int depth) {
        text.append("  ".repeat(depth)).append(name()).append(' ').append(state);
        text.append(" [").append(kind).append(']');
        if (state == ServiceState.RUNNING) {
            text.append(" for ").append(Texts.time(Duration.ofSeconds(uptime.toSeconds())));
        }
        if (restarts > 0) {
            text.append(", restarts ").append(restarts);
        }
        if (health.level() != Health.Level.GOOD) {
            text.append(", ").append(health);
        }
        if (waitingMessages > 0) {
            text.append(", messages ").append(waitingMessages);
        }
        if (droppedMessages > 0) {
            text.append(", dropped ").append(droppedMessages);
        }
        if (lastError != null) {
            text.append(", last error ").append(CauseText.of(lastError));
        }
        for (Status child : children) {
            child.append(text.append('\n'), depth + 1);
        }
    }
}
