package dev.polyloom.hostfile.read;

import dev.polyloom.loadout.check.Reader;
import dev.polyloom.loadout.source.Node;
import dev.polyloom.loadout.source.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys that a part of the file may have, and what each of them does. */
final class Keys {
    private final Reader reader;
    private final Map<String, Consumer<Node>> uses = new LinkedHashMap<>();
    private Map<String, Node.Field> found = Map.of();

    Keys(Reader reader) {
        this.reader = reader;
    }

    /** A key whose value is taken as it is. */
    void node(String key, Consumer<Node> use) {
        uses.put(key, use);
    }

    /** A key that is looked at by {@link #field}. */
    void later(String... keys) {
        for (String key : keys) {
            uses.put(key, _ -> {});
        }
    }

    /** A key whose value is a text with a meaning. */
    <T> void text(String key, Function<String, T> meaning, Consumer<T> use) {
        uses.put(
                key,
                node -> {
                    T value = reader.<@Nullable T>meaning(node, meaning);
                    if (value != null) {
                        use(node.place(), () -> use.accept(value));
                    }
                });
    }

    /** Does something whose failure is a problem of a place. */
    void use(Place place, Runnable use) {
        try {
            use.run();
        } catch (IllegalArgumentException e) {
            reader.problem(place, String.valueOf(e.getMessage()));
        }
    }

    /** Takes what stands under the keys, in their order here. */
    void read(Node node) {
        found = reader.fields(node, List.copyOf(uses.keySet()));
        uses.forEach((key, use) -> {
            Node.Field field = found.get(key);
            if (field != null) {
                use.accept(field.value());
            }
        });
    }

    /** Returns what stands under a key, or null. */
    Node.@Nullable Field field(String key) {
        return found.get(key);
    }

    boolean has(String key) {
        return found.containsKey(key);
    }

    /** Makes a problem of each of some keys that is there. */
    void refuse(String why, Iterable<String> keys) {
        for (String key : keys) {
            Node.Field field = found.get(key);
            if (field != null) {
                reader.problem(field.place(), "'%s' %s".formatted(key, why));
            }
        }
    }
}
