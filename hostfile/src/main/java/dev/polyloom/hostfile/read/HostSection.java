package dev.polyloom.hostfile.read;

import dev.polyloom.loadout.ClassFinder;
import dev.polyloom.loadout.check.ActionEntries;
import dev.polyloom.loadout.check.Reader;
import dev.polyloom.loadout.source.Node;
import dev.polyloom.loadout.source.Problems;
import dev.polyloom.process.Actions;
import dev.polyloom.process.named.ClassPath;
import dev.polyloom.process.named.Quantities;
import dev.polyloom.supervisor.AutoShutdown;
import dev.polyloom.supervisor.ChildSpec;
import dev.polyloom.supervisor.Host;
import dev.polyloom.supervisor.HostBuilder;
import dev.polyloom.supervisor.Intensity;
import dev.polyloom.supervisor.SupervisorSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a whole host file. */
public final class HostSection {
    private final Reader reader;
    private final Path folder;
    private final Known before;
    private final List<Consumer<HostBuilder>> settings = new ArrayList<>();
    private final HostBuilder draft = Host.named("draft");
    private String name = "";

    /**
     * Makes a section.
     *
     * @param problems takes all that is wrong
     * @param folder what relative paths start from
     * @param before services of an earlier reading
     */
    public HostSection(Problems problems, Path folder, Known before) {
        this.reader = new Reader(problems);
        this.folder = folder;
        this.before = before;
    }

    /**
     * What a file without problems says.
     *
     * @param name the host's name
     * @param settings what is set for the host as a whole, supervisors included
     * @param services its services
     */
    public record Declared(String name, List<Consumer<HostBuilder>> settings, Known services) {
        /** Copies the list. */
        public Declared {
            settings = List.copyOf(settings);
        }

        /**
         * Declares the host.
         *
         * @return a new builder
         */
        public HostBuilder host() {
            HostBuilder builder = Host.named(name);
            settings.forEach(setting -> setting.accept(builder));
            return builder;
        }
    }

    /**
     * Reads the file's tree.
     *
     * @param root the tree
     * @param more a class path that goes before that of the file
     * @param finder finds classes
     * @return what it says, which is good for nothing if there are problems
     */
    public Declared read(Node root, ClassPath more, ClassFinder finder) {
        Keys keys = new Keys(reader);
        keys.text("name", Meanings::name, value -> name = value);
        keys.later("classPath", "environment", "actions", "supervisors");
        keys.text(
                "blockedAfter",
                Quantities::duration,
                value -> set(host -> host.blockedAfter(value)));
        keys.text("killWithin", Quantities::duration, value -> set(host -> host.killWithin(value)));
        keys.node("intensity", this::intensity);
        keys.text(
                "autoShutdown",
                Meanings.oneOf("kind of shutdown", AutoShutdown.class),
                value -> set(host -> host.autoShutdown(value)));
        keys.read(root);
        if (root instanceof Node.Fields && !keys.has("name")) {
            reader.problem(root.place(), "has no 'name', the first name of all paths");
        }
        ServiceSection services =
                new ServiceSection(reader, surroundings(keys, more, finder), before);
        supervisors(root, keys, new SupervisorSection(reader, services));
        return new Declared(name, settings, services.services());
    }

    private void set(Consumer<HostBuilder> setting) {
        setting.accept(draft);
        settings.add(setting);
    }

    private void intensity(Node node) {
        Intensity intensity = PolicyKeys.intensity(reader, node);
        if (intensity != null) {
            set(host -> host.intensity(intensity));
        }
    }

    private void supervisors(Node root, Keys keys, SupervisorSection section) {
        Node.Field field = keys.field("supervisors");
        if (field == null) {
            if (root instanceof Node.Fields) {
                reader.problem(root.place(), "has no 'supervisors'; without one nothing runs");
            }
            return;
        }
        Siblings siblings = new Siblings(reader);
        Consumer<ChildSpec> add =
                child -> {
                    if (child instanceof SupervisorSpec supervisor) {
                        settings.add(host -> host.supervisor(supervisor));
                    }
                };
        section.readAll(field.value(), name, siblings, add);
        if (field.value() instanceof Node.Fields(_, List<Node.Field> all, _) && all.isEmpty()) {
            reader.problem(field.place(), "has no supervisor; without one nothing runs");
        }
        siblings.check();
    }

    private Surroundings surroundings(Keys keys, ClassPath more, ClassFinder finder) {
        Code code = new Code(reader, folder, more.and(classPath(keys.field("classPath"))), finder);
        Node.Field variables = keys.field("environment");
        Map<String, String> environment =
                variables == null ? Map.of() : reader.textsByKey(variables.value());
        Node.Field listed = keys.field("actions");
        Actions actions = Actions.NONE;
        String text = "";
        if (listed != null) {
            actions = actions(listed.value(), code);
            text = Meanings.canonical(listed.value()) + code.takeStamps();
        }
        return new Surroundings(folder, code, environment, actions, text, new HashMap<>());
    }

    private @Nullable Actions actions(Node node, Code code) {
        ActionEntries entries = new ActionEntries(reader, folder, code.classPath(), code);
        entries.read(node);
        return entries.isWhole() ? entries.actions() : null;
    }

    private ClassPath classPath(Node.@Nullable Field field) {
        ClassPath path = ClassPath.of(folder, List.of());
        if (field == null) {
            return path;
        }
        for (Node item : reader.items(field.value())) {
            ClassPath entry = reader.<@Nullable ClassPath>meaning(item, this::entry);
            path = entry == null ? path : path.and(entry);
        }
        return path;
    }

    private ClassPath entry(String text) {
        return ClassPath.of(folder, List.of(text));
    }
}
