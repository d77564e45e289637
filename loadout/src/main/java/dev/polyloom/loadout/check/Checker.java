package dev.polyloom.loadout.check;

import dev.polyloom.ScopeBuilder;
import dev.polyloom.loadout.ClassFinder;
import dev.polyloom.loadout.source.Node;
import dev.polyloom.loadout.source.Problems;
import dev.polyloom.process.Actions;
import dev.polyloom.process.Prep;
import dev.polyloom.process.named.ClassPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks a load-out, all of it, whatever is wrong with its parts. */
public final class Checker {
    private static final List<String> KEYS =
            List.of("name", "classPath", "workers", "actions", "preps");

    private final Reader reader;
    private final Path folder;

    /**
     * Makes a checker.
     *
     * @param problems takes what is wrong
     * @param folder what relative paths start from
     */
    public Checker(Problems problems, Path folder) {
        this.reader = new Reader(problems);
        this.folder = folder;
    }

    /**
     * What a load-out without problems says.
     *
     * @param name its name, or null
     * @param actions what can be called
     * @param preps its prepared starts by name
     * @param workers makes a builder for its workers
     */
    public record Checked(
            @Nullable String name,
            Actions actions,
            Map<String, Prep<@Nullable Object>> preps,
            Supplier<ScopeBuilder> workers) {}

    /**
     * Checks a load-out.
     *
     * @param root its tree
     * @param more a class path that goes before its own
     * @param finder finds its classes
     * @return what it says
     * @throws dev.polyloom.loadout.LoadOutException with all that is wrong
     */
    public Checked check(Node root, ClassPath more, ClassFinder finder) {
        Map<String, Node.Field> fields = reader.fields(root, KEYS);
        String name = name(fields.get("name"));
        WorkerOptions workers = new WorkerOptions(reader, folder);
        Node.Field about = fields.get("workers");
        if (about != null) {
            workers.read(about.value());
        }
        ClassPath classPath = more.and(classPath(fields.get("classPath")));
        ActionEntries entries = new ActionEntries(reader, folder, classPath, finder);
        Node.Field listed = fields.get("actions");
        if (listed == null) {
            reader.problem(root.place(), "has no 'actions'; without one nothing can be called");
        } else {
            entries.read(listed.value());
        }
        Actions actions = entries.actions();
        PrepEntries preps = new PrepEntries(reader, actions, entries.isWhole());
        Node.Field prepared = fields.get("preps");
        if (prepared != null) {
            preps.read(prepared.value());
        }
        reader.problems().throwIfAny();
        return new Checked(name, actions, preps.preps(), () -> workers.builder(name));
    }

    private @Nullable String name(Node.@Nullable Field field) {
        return field == null
                ? null
                : reader.<@Nullable String>meaning(
                        field.value(),
                        text -> {
                            if (!text.matches("[\\p{Alnum}][\\p{Alnum}._-]{0,63}")) {
                                throw new IllegalArgumentException(
                                        "'%s' is no name; write letters, digits, dots and dashes, at most 64"
                                                .formatted(text));
                            }
                            return text;
                        });
    }

    private ClassPath classPath(Node.@Nullable Field field) {
        ClassPath path = ClassPath.of(folder, List.of());
        if (field == null) {
            return path;
        }
        for (Node item : reader.items(field.value())) {
            ClassPath entry =
                    reader.<@Nullable ClassPath>meaning(
                            item, text -> ClassPath.of(folder, List.of(text)));
            path = entry == null ? path : path.and(entry);
        }
        return path;
    }
}
