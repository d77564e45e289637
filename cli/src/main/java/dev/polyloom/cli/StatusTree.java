package dev.polyloom.cli;

import dev.polyloom.supervisor.Health;
import dev.polyloom.supervisor.ServiceState;
import dev.polyloom.supervisor.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a host stands, as a tree for people and as facts for programs. */
final class StatusTree {
    private static final int LONGEST_ERROR = 200;

    private StatusTree() {}

    /** Returns a line for each service and supervisor, indented by depth. */
    static String text(Status root) {
        return text(root, Integer.MAX_VALUE);
    }

    /** The same with names, with their indent, cut to a length. */
    static String text(Status root, int longestName) {
        Table table = new Table("<", "<", "<", ">", "<", "<");
        add(root, 0, longestName, table);
        return table.toString();
    }

    private static void add(Status status, int depth, int longestName, Table table) {
        String name = "  ".repeat(depth) + status.name();
        table.row(
                name.length() <= longestName ? name : Texts.oneLine(name, longestName - 1),
                status.state(),
                status.kind(),
                status.state() == ServiceState.RUNNING ? Texts.clock(status.uptime()) : "",
                status.restarts() == 0 ? "" : Texts.count(status.restarts(), "restart"),
                String.join("; ", notes(status)));
        status.children().forEach(child -> add(child, depth + 1, longestName, table));
    }

    private static List<String> notes(Status status) {
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
            notes.add(
                    "last error: " + Texts.oneLine(Texts.cause(status.lastError()), LONGEST_ERROR));
        }
        return notes;
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
