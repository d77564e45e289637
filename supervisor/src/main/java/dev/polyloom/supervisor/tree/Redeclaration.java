package dev.polyloom.supervisor.tree;

import dev.polyloom.supervisor.ChildSpec;
import dev.polyloom.supervisor.ServiceSpec;
import dev.polyloom.supervisor.ServiceState;
import dev.polyloom.supervisor.SupervisorSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The children of a supervisor as another declaration wants them. They are put into its order;
 * those that it changes are stopped so that they start again, those that it leaves out are
 * discarded, and new ones stand in their places, not yet started. A child that was a service and
 * shall be a supervisor, or the other way round, is discarded and has a successor.
 */
final class Redeclaration {
    private final SupervisorNode supervisor;
    private final SupervisorSpec before;
    private final List<Node> children;

    Redeclaration(SupervisorNode supervisor, SupervisorSpec before) {
        this.supervisor = supervisor;
        this.before = before;
        this.children = supervisor.children();
    }

    void apply() {
        Map<String, Node> rest = new LinkedHashMap<>();
        children.forEach(child -> rest.put(child.name(), child));
        Map<Node, ChildSpec> kept = new LinkedHashMap<>();
        children.clear();
        for (ChildSpec declared : supervisor.spec().children()) {
            Node child = rest.remove(declared.name());
            if (child != null) {
                children.add(child);
                kept.put(child, declared);
            } else if (!before.children().contains(declared)) {
                children.add(supervisor.tree.node(supervisor, declared));
            }
        }
        children.addAll(rest.values());
        supervisor.number();
        kept.forEach(this::change);
        discardOf(rest.values());
    }

    /** Discards those that were declared once; those that were added at run time stay. */
    private void discardOf(Iterable<Node> rest) {
        Set<String> once =
                before.children().stream().map(ChildSpec::name).collect(Collectors.toSet());
        for (Node child : rest) {
            child.successor = null;
            if (once.contains(child.name())) {
                supervisor.discard(child);
            }
        }
    }

    private void change(Node child, ChildSpec declared) {
        switch (child) {
            case Node leaving when leaving.removed -> leaving.successor = declared;
            case ServiceNode service when declared instanceof ServiceSpec spec ->
                    change(service, spec);
            case SupervisorNode beneath when declared instanceof SupervisorSpec spec ->
                    change(beneath, spec);
            default -> {
                child.successor = declared;
                supervisor.discard(child);
            }
        }
    }

    private void change(ServiceNode service, ServiceSpec declared) {
        if (!service.declared().equals(declared)) {
            service.become(declared);
            if (service.isLive() && !service.held) {
                supervisor.restart(service);
            } else {
                mayStart(service);
            }
        }
    }

    private static void change(SupervisorNode beneath, SupervisorSpec declared) {
        if (!beneath.declared().equals(declared)) {
            beneath.update(declared);
            mayStart(beneath);
        }
    }

    /** What waits or has ended is started in its turn, now that it is something else. */
    private static void mayStart(Node child) {
        if (!child.isLive()) {
            child.stopWaiting();
            child.enter(ServiceState.STOPPED);
        }
    }
}
