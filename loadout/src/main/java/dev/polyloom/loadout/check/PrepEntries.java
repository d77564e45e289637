package dev.polyloom.loadout.check;

import dev.polyloom.loadout.source.Node;
import dev.polyloom.process.ActionException;
import dev.polyloom.process.Actions;
import dev.polyloom.process.Prep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The preps of a load-out: calls of its actions, with their arguments and annotations. */
final class PrepEntries {
    private static final List<String> KEYS = List.of("action", "arguments", "annotations");

    private final Reader reader;
    private final Actions actions;
    private final boolean allActions;
    private final Map<String, Prep<@Nullable Object>> preps = new LinkedHashMap<>();

    PrepEntries(Reader reader, Actions actions, boolean allActions) {
        this.reader = reader;
        this.actions = actions;
        this.allActions = allActions;
    }

    void read(Node node) {
        for (Node.Field field : reader.fields(node)) {
            entry(field);
        }
    }

    private void entry(Node.Field entry) {
        Map<String, Node.Field> fields = reader.fields(entry.value(), KEYS);
        Node.Field action = fields.get("action");
        if (action == null) {
            reader.problem(entry.place(), "'%s' has no 'action'".formatted(entry.key()));
        }
        Node.Field arguments = fields.get("arguments");
        List<String> texts =
                arguments == null || isEmpty(arguments.value())
                        ? List.of()
                        : reader.texts(arguments.value());
        Node.Field annotations = fields.get("annotations");
        Map<String, String> notes =
                annotations == null ? Map.of() : reader.textsByKey(annotations.value());
        String name = action == null ? null : reader.text(action.value());
        if (action != null && name != null && mayBeChecked(name)) {
            prepare(entry.key(), action, name, texts, notes);
        }
    }

    private static boolean isEmpty(Node node) {
        return node instanceof Node.Items items && items.items().isEmpty();
    }

    /** Tells whether a missing action would be this prep's fault, and not that of the action. */
    private boolean mayBeChecked(String name) {
        return allActions || actions.names().contains(name);
    }

    private void prepare(
            String key,
            Node.Field action,
            String name,
            List<String> texts,
            Map<String, String> annotations) {
        try {
            Prep<@Nullable Object> prep = actions.prepare(actions.parse(name, texts));
            for (Map.Entry<String, String> note : annotations.entrySet()) {
                prep = prep.annotate(note.getKey(), note.getValue());
            }
            preps.put(key, prep);
        } catch (ActionException e) {
            reader.problem(action.value().place(), String.valueOf(e.getMessage()));
        }
    }

    Map<String, Prep<@Nullable Object>> preps() {
        return preps;
    }
}
