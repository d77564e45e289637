package dev.polyloom.cli;

import dev.polyloom.PolyloomException;
import dev.polyloom.WorkerDiedException;
import dev.polyloom.supervisor.CommandFailedException;
import dev.polyloom.supervisor.Health;
import dev.polyloom.supervisor.ServiceState;
import dev.polyloom.supervisor.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** How a host stands, as a tree for people and as facts for programs. */
final class StatusTree {
    private static final int LONGEST_ERROR = 200;

    private StatusTree() {}

    /** Returns a line for each service and supervisor, indented by depth. */
    static String text(Status root) {
        Table table = new Table("<", "<", "<", ">", "<", "<");
        each(
                root,
                "",
                (name, status) ->
                        table.row(
                                name,
                                status.state(),
                                status.kind(),
                                uptime(status),
                                restarts(status),
                                notes(status, Texts::cause)));
        return table.toString();
    }

    /**
     * The same for little room: without kinds, with names cut to a length, their indent included,
     * and of each failure first what tells most.
     */
    static String brief(Status root, int longestName) {
        Table table = new Table("<", "<", ">", "<", "<");
        each(
                root,
                "",
                (name, status) ->
                        table.row(
                                name.length() <= longestName
                                        ? name
                                        : Texts.oneLine(name, longestName - 1),
                                status.state(),
                                uptime(status),
                                restarts(status),
                                notes(status, failure -> briefCause(status.path(), failure))));
        return table.toString();
    }

    private static void each(Status status, String indent, BiConsumer<String, Status> row) {
        row.accept(indent + status.name(), status);
        status.children().forEach(child -> each(child, indent + "  ", row));
    }

    private static String uptime(Status status) {
        return status.state() == ServiceState.RUNNING ? Texts.clock(status.uptime()) : "";
    }

    private static String restarts(Status status) {
        return status.restarts() == 0 ? "" : Texts.count(status.restarts(), "restart");
    }

    /** Names neither what failed nor packages, for the line does, or the log. */
    private static String briefCause(String path, Throwable failure) {
        String type = failure.getClass().getName();
        return switch (failure) {
            case CommandFailedException command -> command.reason();
            case WorkerDiedException worker -> worker.reason();
            case PolyloomException _ -> without(path + " ", Texts.cause(failure));
            default -> without(type.substring(0, type.lastIndexOf('.') + 1), Texts.cause(failure));
        };
    }

    private static String without(String start, String text) {
        return text.startsWith(start) ? text.substring(start.length()) : text;
    }

    private static String notes(Status status, Function<Throwable, String> text) {
        List<String> notes = new ArrayList<>();
        boolean leaf = status.children().isEmpty();
        if (leaf && status.health().level() != Health.Level.GOOD) {
            notes.add(Texts.oneLine("health " + status.health(), LONGEST_ERROR));
        }
        if (leaf && status.waitingMessages() > 0) {
            notes.add(Texts.count(status.waitingMessages(), "message") + " waiting");
        }
        if (leaf && status.droppedMessages() > 0) {
            notes.add(Texts.count(status.droppedMessages(), "message") + " dropped");
        }
        if (status.lastError() != null) {
            String cause = text.apply(status.lastError());
            notes.add("last error: " + Texts.oneLine(cause, LONGEST_ERROR));
        }
        return String.join("; ", notes);
    }

    /** Returns what JSON is made of. */
    static Map<String, Object> facts(Status status) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("path", status.path());
        facts.put("kind", status.kind());
        facts.put("state", status.state());
        facts.put("uptimeSeconds", status.uptime().toMillis() / 1000.0);
        facts.put("restarts", status.restarts());
        if (status.lastError() != null) {
            facts.put("lastError", Texts.cause(status.lastError()));
        }
        facts.put("health", status.health().level().name().toLowerCase(java.util.Locale.ROOT));
        facts.put("healthDetail", status.health().detail());
        facts.put("waitingMessages", status.waitingMessages());
        facts.put("droppedMessages", status.droppedMessages());
        if (!status.children().isEmpty()) {
            facts.put("children", status.children().stream().map(StatusTree::facts).toList());
        }
        return facts;
    }
}
