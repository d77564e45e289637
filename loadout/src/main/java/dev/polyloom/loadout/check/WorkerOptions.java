package dev.polyloom.loadout.check;

import dev.polyloom.Flavor;
import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.Run;
import dev.polyloom.ScopeBuilder;
import dev.polyloom.loadout.source.Node;
import dev.polyloom.process.Heads;
import dev.polyloom.process.named.Quantities;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a load-out says of its workers. */
final class WorkerOptions {
    private final Reader reader;
    private final Path folder;
    private final Map<String, Consumer<Node>> options = new TreeMap<>();
    private final Map<String, Consumer<Node>> ofProcesses = new TreeMap<>();
    private final List<Consumer<ScopeBuilder>> settings = new ArrayList<>();
    private final List<Consumer<ProcessScopeBuilder>> processSettings = new ArrayList<>();
    private final ProcessScopeBuilder draft = Run.processes();
    private final Heads.Builder heads = Heads.builder();
    private Flavor flavor = Flavor.PROCESSES;

    WorkerOptions(Reader reader, Path folder) {
        this.reader = reader;
        this.folder = folder;
        addGeneral();
        addTimes();
        addBounds();
        addSurroundings();
    }

    private void addGeneral() {
        options.put(
                "flavor",
                node -> {
                    Flavor meant = reader.meaning(node, Flavor::of);
                    flavor = meant == null ? flavor : meant;
                });
        any("count", Integer::valueOf, ScopeBuilder::workers);
        any("taskTimeout", Quantities::duration, ScopeBuilder::taskTimeout);
        process("concurrency", Integer::valueOf, ProcessScopeBuilder::concurrency);
        ofProcesses.put("annotations", node -> reader.textsByKey(node).forEach(heads::annotate));
        ofProcesses.put("annotationsOf", this::annotateEach);
    }

    private void annotateEach(Node node) {
        for (Node.Field field : reader.fields(node)) {
            Integer index =
                    reader.meaning(new Node.Text(field.place(), field.key()), WorkerOptions::index);
            Map<String, String> texts = reader.textsByKey(field.value());
            if (index != null) {
                texts.forEach((key, value) -> heads.annotate(index, key, value));
            }
        }
    }

    private static int index(String text) {
        int index = Integer.parseInt(text);
        if (index < 1) {
            throw new IllegalArgumentException("the index of a worker is 1 or more, not " + index);
        }
        return index;
    }

    private void addTimes() {
        process("cancelGrace", Quantities::duration, ProcessScopeBuilder::cancelGrace);
        process("heartbeatTimeout", Quantities::duration, ProcessScopeBuilder::heartbeatTimeout);
        process("startTimeout", Quantities::duration, ProcessScopeBuilder::startTimeout);
        process("maxWorkerAge", Quantities::duration, ProcessScopeBuilder::maxWorkerAge);
    }

    private void addBounds() {
        process("maxHeap", Quantities::bytes, ProcessScopeBuilder::maxHeap);
        process("maxResident", Quantities::bytes, ProcessScopeBuilder::maxResident);
        process("recycleResident", Quantities::bytes, ProcessScopeBuilder::recycleResident);
        process("maxTasksPerWorker", Long::valueOf, ProcessScopeBuilder::maxTasksPerWorker);
        process("niceness", Integer::valueOf, ProcessScopeBuilder::niceness);
        ofProcesses.put("affinity", this::affinity);
    }

    private void affinity(Node node) {
        TreeSet<Integer> processors = new TreeSet<>();
        for (Node item : reader.items(node)) {
            Integer processor = reader.meaning(item, Integer::valueOf);
            if (processor != null) {
                processors.add(processor);
            }
        }
        apply(
                node,
                builder ->
                        builder.affinity(
                                processors.stream().mapToInt(Integer::intValue).toArray()));
    }

    private void addSurroundings() {
        process("workingDirectory", folder::resolve, ProcessScopeBuilder::workingDirectory);
        list("jvmArguments", ProcessScopeBuilder::jvmArguments);
        list("allow", ProcessScopeBuilder::allow);
        map(
                "environment",
                (builder, entry) -> builder.environment(entry.getKey(), entry.getValue()));
        map(
                "systemProperties",
                (builder, entry) -> builder.systemProperty(entry.getKey(), entry.getValue()));
    }

    private <T> void any(
            String key, Function<String, T> meaning, BiConsumer<ScopeBuilder, T> setting) {
        options.put(
                key,
                node -> {
                    T value = reader.meaning(node, meaning);
                    if (value != null && isTaken(node, () -> setting.accept(draft, value))) {
                        settings.add(builder -> setting.accept(builder, value));
                    }
                });
    }

    private <T> void process(
            String key, Function<String, T> meaning, BiConsumer<ProcessScopeBuilder, T> setting) {
        ofProcesses.put(
                key,
                node -> {
                    T value = reader.meaning(node, meaning);
                    if (value != null) {
                        apply(node, builder -> setting.accept(builder, value));
                    }
                });
    }

    private void list(String key, BiConsumer<ProcessScopeBuilder, String[]> setting) {
        ofProcesses.put(
                key,
                node -> {
                    String[] texts = reader.texts(node).toArray(String[]::new);
                    apply(node, builder -> setting.accept(builder, texts));
                });
    }

    private void map(
            String key, BiConsumer<ProcessScopeBuilder, Map.Entry<String, String>> setting) {
        ofProcesses.put(
                key,
                node -> {
                    Map<String, String> texts = reader.textsByKey(node);
                    apply(
                            node,
                            builder ->
                                    texts.entrySet()
                                            .forEach(entry -> setting.accept(builder, entry)));
                });
    }

    private void apply(Node node, Consumer<ProcessScopeBuilder> setting) {
        if (isTaken(node, () -> setting.accept(draft))) {
            processSettings.add(setting);
        }
    }

    private boolean isTaken(Node node, Runnable setting) {
        try {
            setting.run();
            return true;
        } catch (IllegalArgumentException e) {
            reader.problem(node.place(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    void read(Node node) {
        List<String> known =
                Stream.concat(options.keySet().stream(), ofProcesses.keySet().stream())
                        .sorted()
                        .toList();
        Map<String, Node.Field> fields = reader.fields(node, known);
        fields.forEach((key, field) -> {
            Consumer<Node> option = options.get(key);
            (option != null ? option : Objects.requireNonNull(ofProcesses.get(key)))
                    .accept(field.value());
        });
        if (flavor != Flavor.PROCESSES) {
            ofProcesses.keySet().stream()
                    .map(fields::get)
                    .filter(Objects::nonNull)
                    .forEach(field ->
                            reader.problem(
                                    field.place(),
                                    "'%s' is for worker processes, and the flavor is %s"
                                            .formatted(field.key(), flavor.id())));
        }
    }

    /** Returns a new builder with all options, for a load-out without problems. */
    ScopeBuilder builder(@Nullable String name) {
        ScopeBuilder builder = Run.of(flavor);
        if (name != null) {
            builder.name(name);
        }
        settings.forEach(setting -> setting.accept(builder));
        if (builder instanceof ProcessScopeBuilder processes) {
            processSettings.forEach(setting -> setting.accept(processes));
            processes.heads(heads.build());
        }
        return builder;
    }
}
