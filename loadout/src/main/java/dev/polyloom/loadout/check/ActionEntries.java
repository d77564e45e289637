package dev.polyloom.loadout.check;

import dev.polyloom.loadout.ClassFinder;
import dev.polyloom.loadout.source.Node;
import dev.polyloom.loadout.source.Place;
import dev.polyloom.process.ActionException;
import dev.polyloom.process.Actions;
import dev.polyloom.process.ActionsBuilder;
import dev.polyloom.process.DeferredCall;
import dev.polyloom.process.named.ClassPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The actions of a load-out: classes with annotated methods, and single methods with a name. */
public final class ActionEntries {
    private static final List<String> KEYS = List.of("class", "method", "name");

    private final Reader reader;
    private final Path folder;
    private final ClassPath classPath;
    private final ClassFinder finder;
    private final ClassLoader loader;
    private final ActionsBuilder builder = Actions.builder();
    private boolean whole = true;

    /**
     * Makes a reader of entries.
     *
     * @param reader takes the tree apart
     * @param folder what relative paths start from
     * @param classPath where classes are
     * @param finder finds them
     */
    public ActionEntries(Reader reader, Path folder, ClassPath classPath, ClassFinder finder) {
        this.reader = reader;
        this.folder = folder;
        this.classPath = classPath;
        this.finder = finder;
        this.loader = classPath.loader();
    }

    /**
     * Reads a list of entries.
     *
     * @param node the list
     */
    public void read(Node node) {
        List<Node> items = reader.items(node);
        if (items.isEmpty() && node instanceof Node.Items) {
            reader.problem(node.place(), "lists no action; without one nothing can be called");
        }
        items.forEach(this::entry);
    }

    private void entry(Node node) {
        int before = reader.problems().size();
        if (node instanceof Node.Text(Place place, String text)) {
            withClass(place, text, builder::type);
        } else if (node instanceof Node.Items) {
            reader.problem(node.place(), "must be a class, or keys with values, not a list");
        } else {
            Map<String, Node.Field> fields = reader.fields(node, KEYS);
            if (fields.containsKey("class")) {
                ofClass(fields);
            } else {
                ofMethod(node.place(), fields);
            }
        }
        whole &= before == reader.problems().size();
    }

    private void ofClass(Map<String, Node.Field> fields) {
        for (String other : List.of("method", "name")) {
            Node.Field field = fields.get(other);
            if (field != null) {
                reader.problem(
                        field.place(),
                        "'class' stands for all methods with @Action, so '%s' says nothing; leave one of them out"
                                .formatted(other));
            }
        }
        Node.Field field = fields.get("class");
        String name = field == null ? null : reader.text(field.value());
        if (field != null && name != null) {
            withClass(field.value().place(), name, builder::type);
        }
    }

    private void ofMethod(Place place, Map<String, Node.Field> fields) {
        String name = checked(fields, required(place, fields, "name"));
        String method = required(place, fields, "method");
        Node.Field field = fields.get("method");
        if (name == null || method == null || field == null) {
            return;
        }
        Place at = field.value().place();
        int colons = method.lastIndexOf("::");
        if (colons < 1 || colons == method.length() - 2) {
            reader.problem(at, "'%s' is no method; write package.Class::method".formatted(method));
            return;
        }
        withClass(
                at,
                method.substring(0, colons),
                type -> builder.method(name, type, method.substring(colons + 2)));
    }

    private @Nullable String checked(Map<String, Node.Field> fields, @Nullable String name) {
        Node.Field field = fields.get("name");
        if (field == null || name == null) {
            return null;
        }
        try {
            return DeferredCall.of(name).name();
        } catch (ActionException e) {
            reader.problem(field.value().place(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable String required(Place place, Map<String, Node.Field> fields, String key) {
        Node.Field field = fields.get(key);
        if (field == null) {
            reader.problem(
                    place,
                    "has no '%s'; an action is 'class', or 'name' and 'method'".formatted(key));
            return null;
        }
        return reader.text(field.value());
    }

    private void withClass(Place place, String name, Consumer<Class<?>> use) {
        try {
            use.accept(
                    finder.find(new ClassFinder.Wanted(name, folder, classPath.entries(), loader)));
        } catch (ClassNotFoundException e) {
            String where = classPath.isEmpty() ? "" : " on class path " + classPath;
            reader.problem(
                    place,
                    "no class '%s' found%s; write its full name, and its jar or folder in 'classPath'"
                            .formatted(name, where));
        } catch (LinkageError e) {
            reader.problem(
                    place,
                    "class '%s' cannot be loaded: %s; is all it needs in 'classPath'?"
                            .formatted(name, e));
        } catch (ActionException | IllegalArgumentException e) {
            reader.problem(place, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Returns the actions that were read.
     *
     * @return the actions
     */
    public Actions actions() {
        return builder.build();
    }

    /**
     * Tells whether all actions of the list are there.
     *
     * @return whether none had a problem
     */
    public boolean isWhole() {
        return whole;
    }
}
