package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.Health;
import dev.polyloom.supervisor.Status;
import dev.polyloom.supervisor.tree.Node;
import dev.polyloom.supervisor.tree.ServiceNode;
import dev.polyloom.supervisor.tree.SupervisorNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Describes a tree as it is at one moment. */
record Snapshot(HostEffects effects, long now) {
    Status of(Node node) {
        return switch (node) {
            case ServiceNode service -> service(service);
            case SupervisorNode supervisor -> supervisor(supervisor);
        };
    }

    private Status service(ServiceNode node) {
        ServiceCell cell = effects.cell(node);
        return new Status(
                node.path(),
                node.spec().executor().kind(),
                node.state(),
                Duration.ofNanos(node.uptime(now)),
                node.restarts(),
                node.lastError(),
                cell.health,
                cell.box.waiting(),
                cell.box.dropped(),
                List.of());
    }

    private Status supervisor(SupervisorNode node) {
        List<Status> children = node.children().stream().map(this::of).toList();
        Health worst =
                children.stream()
                        .map(Status::health)
                        .max(Comparator.comparing(Health::level))
                        .orElse(Health.GOOD);
        return new Status(
                node.path(),
                "supervisor",
                node.state(),
                Duration.ofNanos(node.uptime(now)),
                node.restarts(),
                node.lastError(),
                worst,
                children.stream().mapToInt(Status::waitingMessages).sum(),
                children.stream().mapToLong(Status::droppedMessages).sum(),
                children);
    }
}
