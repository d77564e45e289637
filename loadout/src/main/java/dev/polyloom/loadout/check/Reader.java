package dev.polyloom.loadout.check;

import dev.polyloom.loadout.source.Node;
import dev.polyloom.loadout.source.Place;
import dev.polyloom.loadout.source.Problems;
import dev.polyloom.process.named.NearNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes a load-out's tree apart; what is not as it should be becomes a problem, not an end. */
public final class Reader {
    private final Problems problems;

    /**
     * Makes a reader.
     *
     * @param problems takes what is wrong
     */
    public Reader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Adds a problem.
     *
     * @param place where
     * @param message what is wrong and what would be right
     */
    public void problem(Place place, String message) {
        problems.add(place, message);
    }

    /**
     * Returns what takes the problems.
     *
     * @return the problems
     */
    public Problems problems() {
        return problems;
    }

    /**
     * Returns the fields by key; unknown keys are problems.
     *
     * @param node what should have fields
     * @param known the keys there are
     * @return those that stand there and are known
     */
    public Map<String, Node.Field> fields(Node node, Collection<String> known) {
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        for (Node.Field field : fields(node)) {
            if (known.contains(field.key())) {
                fields.put(field.key(), field);
            } else {
                problem(field.place(), unknown("key", field.key(), known));
            }
        }
        return fields;
    }

    /**
     * Returns a message about an unknown name.
     *
     * @param thing what it should have been
     * @param name the name
     * @param known the names there are
     * @return the message, with those that may have been meant
     */
    public static String unknown(String thing, String name, Collection<String> known) {
        List<String> near = NearNames.of(name, known);
        return "unknown %s '%s'; %s"
                .formatted(
                        thing,
                        name,
                        near.isEmpty()
                                ? "there is " + String.join(", ", known)
                                : "did you mean '%s'?".formatted(String.join("' or '", near)));
    }

    /**
     * Returns the fields; anything else is a problem.
     *
     * @param node what should have fields
     * @return the fields
     */
    public List<Node.Field> fields(Node node) {
        if (node instanceof Node.Fields all) {
            return all.fields();
        }
        problem(node.place(), "must be keys with values, not " + node.kind());
        return List.of();
    }

    /**
     * Returns the items of a list; a single text is a list of it.
     *
     * @param node what should be a list
     * @return the items
     */
    public List<Node> items(Node node) {
        if (node instanceof Node.Items items) {
            return items.items();
        }
        if (node instanceof Node.Text text && !text.text().isEmpty()) {
            return List.of(text);
        }
        problem(node.place(), "must be a list, not " + node.kind());
        return List.of();
    }

    /**
     * Returns a text; anything else is a problem.
     *
     * @param node what should be a text
     * @return the text, or null
     */
    public @Nullable String text(Node node) {
        if (node instanceof Node.Text(Place place, String text)) {
            return text;
        }
        problem(node.place(), "must be a text, not " + node.kind());
        return null;
    }

    /**
     * Returns the texts of a list.
     *
     * @param node what should be a list of texts
     * @return those that are texts
     */
    public List<String> texts(Node node) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(node)) {
            String text = text(item);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /**
     * Returns the texts under keys.
     *
     * @param node what should have fields that are texts
     * @return those that are texts
     */
    public Map<String, String> textsByKey(Node node) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Node.Field field : fields(node)) {
            String text = text(field.value());
            if (text != null) {
                texts.put(field.key(), text);
            }
        }
        return texts;
    }

    /**
     * Returns what a text means.
     *
     * @param <T> what it means
     * @param node the text
     * @param meaning throws an IllegalArgumentException at what means nothing
     * @return the meaning, or null when it means nothing, which is then a problem
     */
    public <T extends @Nullable Object> @Nullable T meaning(
            Node node, Function<String, ? extends T> meaning) {
        String text = text(node);
        if (text == null) {
            return null;
        }
        try {
            return meaning.apply(text);
        } catch (NumberFormatException e) {
            problem(node.place(), "must be a whole number, not '%s'".formatted(text));
        } catch (IllegalArgumentException e) {
            problem(node.place(), String.valueOf(e.getMessage()));
        }
        return null;
    }
}
