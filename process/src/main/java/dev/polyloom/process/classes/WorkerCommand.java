package dev.polyloom.process.classes;

import dev.polyloom.ProcessOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The command line of a worker: the JDK, class path, module path and options of this JVM, as far as
 * they say what code is found and what it may do, then the options of the pool.
 */
public final class WorkerCommand {
    private static final int MAX_INLINE = 8 * 1024;

    private final Map<String, String> properties;
    private final List<String> inputArguments;
    private final BootLocation location;

    WorkerCommand(
            Map<String, String> properties, List<String> inputArguments, BootLocation location) {
        this.properties = properties;
        this.inputArguments = inputArguments;
        this.location = location;
    }

    /**
     * Reads how this JVM was started.
     *
     * @return what is common to all workers of this JVM
     */
    public static WorkerCommand ofThisJvm() {
        Map<String, String> properties = new java.util.HashMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            String value = System.getProperty(name);
            if (value != null) {
                properties.put(name, value);
            }
        }
        return new WorkerCommand(
                properties,
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                BootLocation.ofThisJvm());
    }

    /**
     * Builds the command line that starts a worker; the rest it reads from its standard input.
     *
     * @param options the options of the pool
     * @param folder the pool's private folder, for what does not fit in a command line
     * @return the command and its arguments
     * @throws IOException if the folder cannot be written
     */
    public List<String> build(ProcessOptions options, Path folder) throws IOException {
        List<String> arguments = arguments(options, folder);
        int length = arguments.stream().mapToInt(String::length).sum();
        List<String> command = new ArrayList<>();
        command.add(java());
        if (length > MAX_INLINE) {
            command.add("@" + argumentFile(folder, arguments));
        } else {
            command.addAll(arguments);
        }
        return List.copyOf(command);
    }

    private List<String> arguments(ProcessOptions options, Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(flags(options));
        arguments.addAll(Handover.of(inputArguments));
        options.systemProperties().forEach((k, v) -> arguments.add("-D" + k + "=" + v));
        arguments.addAll(options.jvmArguments());
        String agent = Handover.agent(inputArguments, properties);
        if (agent != null) {
            arguments.add("-javaagent:" + agent);
        }
        arguments.add("--enable-native-access=" + natives());
        arguments.addAll(code(folder));
        return arguments;
    }

    /** Returns whose native calls are allowed, so that a worker can be woken without a socket. */
    private String natives() {
        return location.kind() == BootLocation.Kind.MODULE ? location.module() : "ALL-UNNAMED";
    }

    private String java() {
        Path bin = Path.of(String.valueOf(properties.get("java.home")), "bin");
        Path windows = bin.resolve("java.exe");
        return (Files.exists(windows) ? windows : bin.resolve("java")).toString();
    }

    private static List<String> flags(ProcessOptions options) {
        List<String> flags = new ArrayList<>();
        boolean collector =
                options.jvmArguments().stream().anyMatch(a -> a.matches("-XX:\\+Use\\w+GC"));
        if (!collector) {
            flags.add("-XX:+UseSerialGC");
        }
        flags.add("-XX:-UsePerfData");
        flags.add("-Xshare:auto");
        flags.add("-XX:+ExitOnOutOfMemoryError");
        if (options.maxHeapBytes() > 0) {
            flags.add("-Xmx" + options.maxHeapBytes());
        }
        flags.add("-Dstdout.encoding=UTF-8");
        flags.add("-Dstderr.encoding=UTF-8");
        return flags;
    }

    private List<String> code(Path folder) throws IOException {
        return switch (location.kind()) {
            case MODULE -> paths("--module", location.module() + "/" + BootLocation.BOOT);
            case CLASS_PATH -> paths(BootLocation.BOOT);
            case SERVED ->
                    List.of(
                            "--class-path",
                            BootLocation.writeBootClasses(folder).toString(),
                            BootLocation.BOOT,
                            "served");
        };
    }

    /** Names all places of code of this JVM, then the main class. */
    private List<String> paths(String... main) {
        List<String> code = new ArrayList<>();
        addPath(code, "--module-path", location.modulePath());
        if (!location.modules().isEmpty()) {
            code.add("--add-modules");
            code.add(String.join(",", location.modules()));
        }
        addPath(code, "--class-path", properties.get("java.class.path"));
        code.addAll(List.of(main));
        return code;
    }

    private void addPath(List<String> arguments, String option, @Nullable String path) {
        if (path != null && !path.isEmpty()) {
            arguments.add(option);
            arguments.add(
                    Handover.absolute(path, Path.of(String.valueOf(properties.get("user.dir")))));
        }
    }

    /** Writes the arguments in the syntax of the java launcher's argument files. */
    private static Path argumentFile(Path folder, List<String> arguments) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String argument : arguments) {
            text.append('"');
            text.append(argument.replace("\\", "\\\\").replace("\"", "\\\""));
            text.append("\"\n");
        }
        Path file = folder.resolve("worker-%08x.args".formatted(text.toString().hashCode()));
        if (!Files.exists(file)) {
            Path part = Files.createTempFile(folder, "worker", ".part");
            Files.writeString(part, text, StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }
}
