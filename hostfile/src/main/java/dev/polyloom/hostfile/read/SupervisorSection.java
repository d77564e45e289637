package dev.polyloom.hostfile.read;

import dev.polyloom.loadout.check.Reader;
import dev.polyloom.loadout.source.Node;
import dev.polyloom.supervisor.AutoShutdown;
import dev.polyloom.supervisor.ChildSpec;
import dev.polyloom.supervisor.Intensity;
import dev.polyloom.supervisor.Strategy;
import dev.polyloom.supervisor.SupervisorBuilder;
import dev.polyloom.supervisor.SupervisorSpec;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a supervisor with all beneath it. */
final class SupervisorSection {
    private final Reader reader;
    private final ServiceSection services;

    SupervisorSection(Reader reader, ServiceSection services) {
        this.reader = reader;
        this.services = services;
    }

    /** Reads the supervisors under names, which share a parent. */
    void readAll(Node node, String parent, Siblings siblings, Consumer<ChildSpec> found) {
        for (Node.Field field : reader.fields(node)) {
            String name = name(field, siblings);
            if (name != null) {
                SupervisorSpec spec = read(name, parent + "/" + name, field.value(), siblings);
                if (spec != null) {
                    found.accept(spec);
                }
            }
        }
    }

    private @Nullable String name(Node.Field field, Siblings siblings) {
        String name =
                reader.<@Nullable String>meaning(
                        new Node.Text(field.place(), field.key()), Meanings::name);
        if (name != null) {
            siblings.add(name, field.place());
        }
        return name;
    }

    private @Nullable SupervisorSpec read(String name, String path, Node node, Siblings siblings) {
        int before = reader.problems().size();
        SupervisorBuilder builder = SupervisorSpec.named(name);
        Siblings children = new Siblings(reader);
        Keys keys = new Keys(reader);
        keys.text("strategy", Meanings.oneOf("strategy", Strategy.class), builder::strategy);
        keys.node("intensity", value -> intensity(value, builder::intensity));
        keys.text(
                "autoShutdown",
                Meanings.oneOf("kind of shutdown", AutoShutdown.class),
                builder::autoShutdown);
        PolicyKeys policy = PolicyKeys.addTo(keys, reader, builder);
        keys.node("services", value -> services(value, path, children, builder));
        keys.node("supervisors", value -> readAll(value, path, children, builder::child));
        keys.read(node);
        policy.check();
        if (node instanceof Node.Fields && !keys.has("services") && !keys.has("supervisors")) {
            reader.problem(node.place(), "has neither 'services' nor 'supervisors'");
        }
        children.check();
        siblings.startsAfter(name, policy.after());
        return before == reader.problems().size() ? builder.build() : null;
    }

    private void intensity(Node node, Consumer<Intensity> use) {
        Intensity intensity = PolicyKeys.intensity(reader, node);
        if (intensity != null) {
            use.accept(intensity);
        }
    }

    private void services(Node node, String path, Siblings siblings, SupervisorBuilder supervisor) {
        for (Node.Field field : reader.fields(node)) {
            String name = name(field, siblings);
            if (name != null) {
                services.read(name, path + "/" + name, field.value(), siblings)
                        .ifPresent(supervisor::child);
            }
        }
    }
}
