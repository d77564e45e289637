package dev.polyloom.hostfile.read;

import dev.polyloom.loadout.check.Reader;
import dev.polyloom.loadout.source.Node;
import dev.polyloom.loadout.source.Place;
import dev.polyloom.process.ActionException;
import dev.polyloom.process.Actions;
import dev.polyloom.supervisor.CommandService;
import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.Services;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What a service runs: a class, a program, an action or a command. */
final class RunKeys {
    private static final List<String> KINDS = List.of("class", "main", "action", "command");
    private static final List<String> OF_COMMANDS = List.of("output", "readyOn");

    private final Reader reader;
    private final Keys keys;
    private final Surroundings surroundings;
    private Map<String, String> arguments = Map.of();

    RunKeys(Reader reader, Keys keys, Surroundings surroundings) {
        this.reader = reader;
        this.keys = keys;
        this.surroundings = surroundings;
        keys.later("class", "main", "action", "command", "arguments", "output", "readyOn");
    }

    /** Returns the arguments of the service's context. */
    Map<String, String> arguments() {
        return arguments;
    }

    /** Makes the service; null if it cannot be made, which is a problem. */
    @Nullable Service service(Place at, PlaceKeys place) {
        List<String> kinds = KINDS.stream().filter(keys::has).toList();
        if (kinds.size() != 1) {
            reader.problem(
                    at,
                    kinds.isEmpty()
                            ? "needs one of 'class', 'main', 'action' and 'command', which says"
                                    + " what runs"
                            : "must have only one of '%s'"
                                    .formatted(String.join("' and '", kinds)));
            return null;
        }
        if (!keys.has("command")) {
            keys.refuse("is for commands", OF_COMMANDS);
        }
        Node.Field field = keys.field(kinds.getFirst());
        return field == null ? null : made(field, place);
    }

    private @Nullable Service made(Node.Field field, PlaceKeys place) {
        Code code = surroundings.code();
        return switch (field.key()) {
            case "class" -> {
                Node.Field given = keys.field("arguments");
                arguments = given == null ? Map.of() : reader.textsByKey(given.value());
                yield code.<Service>with(field.value(), Services::of);
            }
            case "main" -> {
                String[] texts = texts();
                yield code.<Service>with(field.value(), type -> Services.main(type, texts));
            }
            case "action" -> action(field.value());
            default -> command(field.value(), place);
        };
    }

    private String[] texts() {
        Node.Field given = keys.field("arguments");
        return given == null ? new String[0] : reader.texts(given.value()).toArray(String[]::new);
    }

    private @Nullable Service action(Node node) {
        String name = reader.text(node);
        Actions actions = surroundings.actions();
        List<String> texts = List.of(texts());
        if (name == null || actions == null) {
            return null;
        }
        try {
            return Services.action(actions, actions.parse(name, texts));
        } catch (ActionException e) {
            String none = actions.names().isEmpty() ? "; the file has no 'actions'" : "";
            reader.problem(node.place(), e.getMessage() + none);
            return null;
        }
    }

    private @Nullable Service command(Node node, PlaceKeys place) {
        keys.refuse(
                "is for classes, programs and actions; a command's stand in its list",
                List.of("arguments"));
        List<String> line = reader.texts(node);
        if (node instanceof Node.Text(Place at, String text) && text.strip().contains(" ")) {
            reader.problem(
                    at, "must be a list of a program and its arguments, such as [tail, -F, log]");
            return null;
        }
        if (line.isEmpty() || line.getFirst().isBlank()) {
            if (node instanceof Node.Items) {
                reader.problem(
                        node.place(), "names no program; write a list such as [tail, -F, log]");
            }
            return null;
        }
        CommandService command = place.surround(Services.command(line.toArray(String[]::new)));
        Node.Field output = keys.field("output");
        String file =
                output == null
                        ? null
                        : reader.<@Nullable String>meaning(output.value(), Meanings::path);
        command = file == null ? command : command.output(surroundings.resolve(file));
        return readyOn(command);
    }

    private CommandService readyOn(CommandService command) {
        Node.Field field = keys.field("readyOn");
        String pattern = field == null ? null : reader.text(field.value());
        if (field == null || pattern == null) {
            return command;
        }
        if (!keys.has("readyWithin")) {
            reader.problem(
                    field.place(),
                    "'readyOn' needs 'readyWithin', which says how long that may take");
        }
        try {
            return command.readyOn(pattern);
        } catch (PatternSyntaxException e) {
            reader.problem(
                    field.value().place(),
                    "is no regular expression: %s near index %d"
                            .formatted(e.getDescription(), e.getIndex()));
            return command;
        }
    }
}
