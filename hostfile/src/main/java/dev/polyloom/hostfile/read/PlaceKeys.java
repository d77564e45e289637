package dev.polyloom.hostfile.read;

import dev.polyloom.IsolateOptions;
import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.Run;
import dev.polyloom.loadout.check.Reader;
import dev.polyloom.loadout.source.Node;
import dev.polyloom.process.named.Quantities;
import dev.polyloom.supervisor.CommandService;
import dev.polyloom.supervisor.ServiceExecutors;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a service runs, and what its process is given. */
final class PlaceKeys {
    private static final List<String> EXECUTORS =
            List.of(
                    "virtual",
                    "thread",
                    "own-loop",
                    "host-loop",
                    "isolate",
                    "process",
                    "process-loop");
    private static final List<String> OF_PROCESSES =
            List.of(
                    "maxHeap",
                    "maxResident",
                    "niceness",
                    "affinity",
                    "jvmArguments",
                    "systemProperties");
    private static final List<String> OF_BOTH = List.of("environment", "directory");

    private final Reader reader;
    private final Keys keys;
    private final Surroundings surroundings;
    private final ProcessScopeBuilder draft = Run.processes();
    private final List<Consumer<ProcessScopeBuilder>> options = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private @Nullable Path directory;
    private @Nullable String kind;

    PlaceKeys(Reader reader, Keys keys, Surroundings surroundings) {
        this.reader = reader;
        this.keys = keys;
        this.surroundings = surroundings;
        environment.putAll(surroundings.environment());
        keys.text("executor", PlaceKeys::known, value -> kind = value);
        keys.node("environment", node -> environment.putAll(reader.textsByKey(node)));
        keys.text("directory", this::folder, value -> directory = value);
        option("maxHeap", Quantities::bytes, ProcessScopeBuilder::maxHeap);
        option("maxResident", Quantities::bytes, ProcessScopeBuilder::maxResident);
        option("niceness", Meanings::whole, ProcessScopeBuilder::niceness);
        keys.node("affinity", this::affinity);
        keys.node(
                "jvmArguments",
                node -> {
                    String[] texts = reader.texts(node).toArray(String[]::new);
                    add(node, builder -> builder.jvmArguments(texts));
                });
        keys.node(
                "systemProperties",
                node ->
                        reader.textsByKey(node)
                                .forEach((key, value) ->
                                        add(node, builder -> builder.systemProperty(key, value))));
    }

    private static String known(String text) {
        if (!EXECUTORS.contains(text)) {
            throw new IllegalArgumentException(Reader.unknown("executor", text, EXECUTORS));
        }
        return text;
    }

    private Path folder(String text) {
        Path folder = surroundings.resolve(Meanings.path(text));
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no folder '%s'".formatted(folder));
        }
        return folder;
    }

    private <T> void option(
            String key, Function<String, T> meaning, BiConsumer<ProcessScopeBuilder, T> use) {
        keys.node(
                key,
                node -> {
                    T value = reader.<@Nullable T>meaning(node, meaning);
                    if (value != null) {
                        add(node, builder -> use.accept(builder, value));
                    }
                });
    }

    private void affinity(Node node) {
        int[] processors =
                reader.items(node).stream()
                        .map(item ->
                                reader.<@Nullable Integer>meaning(
                                        item, text -> Meanings.count(text, 0)))
                        .mapToInt(value -> value == null ? 0 : value)
                        .toArray();
        add(node, builder -> builder.affinity(processors));
    }

    private void add(Node node, Consumer<ProcessScopeBuilder> option) {
        keys.use(
                node.place(),
                () -> {
                    option.accept(draft);
                    options.add(option);
                });
    }

    /** Returns a command with environment and folder. */
    CommandService surround(CommandService command) {
        CommandService surrounded = command;
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            surrounded = surrounded.environment(variable.getKey(), variable.getValue());
        }
        Path folder = directory == null ? surroundings.folder() : directory;
        return surrounded.directory(folder);
    }

    /** Returns where the service runs; null if that cannot be, which is a problem. */
    @Nullable ServiceExecutor executor() {
        boolean command = keys.has("command");
        String chosen = kind != null ? kind : keys.has("main") ? "process" : "virtual";
        boolean process = chosen.startsWith("process");
        if (command && !(chosen.equals("virtual") || chosen.equals("thread"))) {
            keys.refuse(
                    "of a command is 'virtual' or 'thread', for it is a process of its own",
                    List.of("executor"));
            return null;
        }
        if (!process) {
            keys.refuse("is for services in processes", OF_PROCESSES);
            if (!command) {
                keys.refuse("is for commands and services in processes", OF_BOTH);
            }
        }
        return switch (chosen) {
            case "thread" -> ServiceExecutors.thread();
            case "own-loop" -> ServiceExecutors.ownLoop();
            case "host-loop" -> ServiceExecutors.hostLoop();
            case "isolate" -> isolate();
            case "process" -> plain() ? ServiceExecutors.process() : shared(chosen);
            case "process-loop" -> plain() ? ServiceExecutors.processLoop() : shared(chosen);
            default -> ServiceExecutors.virtual();
        };
    }

    private ServiceExecutor isolate() {
        List<Path> classPath = surroundings.code().classPath().entries();
        return classPath.isEmpty()
                ? ServiceExecutors.isolate()
                : surroundings
                        .executors()
                        .computeIfAbsent(
                                "isolate",
                                _ ->
                                        ServiceExecutors.isolate(
                                                new IsolateOptions(classPath, List.of(), null)));
    }

    private boolean plain() {
        return options.isEmpty() && environment.isEmpty() && directory == null;
    }

    private ServiceExecutor shared(String chosen) {
        StringBuilder key = new StringBuilder(chosen);
        for (String option : OF_PROCESSES) {
            Node.Field field = keys.field(option);
            key.append('\n').append(field == null ? "" : Meanings.canonical(field.value()));
        }
        key.append('\n').append(environment).append('\n').append(directory);
        return surroundings
                .executors()
                .computeIfAbsent(
                        key.toString(),
                        _ ->
                                chosen.equals("process")
                                        ? ServiceExecutors.process(this::set)
                                        : ServiceExecutors.processLoop(this::set));
    }

    private void set(ProcessScopeBuilder builder) {
        options.forEach(option -> option.accept(builder));
        environment.forEach(builder::environment);
        if (directory != null) {
            builder.workingDirectory(directory);
        }
    }
}
