package dev.polyloom.process.classes;

import dev.polyloom.ProcessOptions;
import dev.polyloom.process.start.StartCache;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.spi.SelectorProvider;
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

    /** The version whose JVM is known to take the options; another may end over them. */
    private static final int KNOWN_DIAGNOSTICS = 25;

    private static final String SELECTOR_PROVIDER = SelectorProvider.class.getName();

    private final Map<String, String> properties;
    private final List<String> inputArguments;
    private final BootLocation location;
    private final OwnJars ownJars;

    WorkerCommand(
            Map<String, String> properties,
            List<String> inputArguments,
            BootLocation location,
            OwnJars ownJars) {
        this.properties = properties;
        this.inputArguments = inputArguments;
        this.location = location;
        this.ownJars = ownJars;
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
                BootLocation.ofThisJvm(),
                OwnJars.ofThisJvm());
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
        StartCache.Line line = line(options, folder);
        List<String> arguments = new ArrayList<>(StartCache.ofThisUser().options(line));
        arguments.addAll(line.jvm());
        arguments.addAll(line.code());
        arguments.addAll(main());
        int length = arguments.stream().mapToInt(String::length).sum();
        List<String> command = new ArrayList<>();
        command.add(line.java());
        if (length > MAX_INLINE) {
            command.add("@" + argumentFile(folder, arguments));
        } else {
            command.addAll(arguments);
        }
        return List.copyOf(command);
    }

    /**
     * Returns what a start cache depends on.
     *
     * @param options the options of the pool
     * @param folder the pool's private folder
     * @return the command line up to the main class
     * @throws IOException if the folder cannot be written
     */
    public StartCache.Line line(ProcessOptions options, Path folder) throws IOException {
        List<String> jvm = new ArrayList<>(flags(options));
        jvm.addAll(StartCache.ofThisUser().handedOn());
        jvm.addAll(selectorProvider());
        jvm.addAll(Handover.of(inputArguments));
        options.systemProperties().forEach((k, v) -> jvm.add("-D" + k + "=" + v));
        jvm.addAll(options.jvmArguments());
        String agent = Handover.agent(inputArguments, properties);
        if (agent != null) {
            jvm.add("-javaagent:" + agent);
        }
        String natives = "--enable-native-access=" + natives();
        if (!jvm.contains(natives)) {
            jvm.add(natives);
        }
        int own =
                location.kind() == BootLocation.Kind.CLASS_PATH ? ownJars.countIn(classPath()) : 0;
        return new StartCache.Line(java(), List.copyOf(jvm), code(folder), own);
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
        if (Runtime.version().feature() == KNOWN_DIAGNOSTICS) {
            // an archive of classes that lies where it was made for is shared by all workers
            flags.add("-XX:+UnlockDiagnosticVMOptions");
            flags.add("-XX:ArchiveRelocationMode=0");
            // else an idle JVM wakes four times a second to look after locks
            flags.add("-XX:AsyncDeflationInterval=2000");
        }
        flags.add("-XX:+ExitOnOutOfMemoryError");
        if (options.maxHeapBytes() > 0) {
            flags.add("-Xmx" + options.maxHeapBytes());
        }
        flags.add("-Dstdout.encoding=UTF-8");
        flags.add("-Dstderr.encoding=UTF-8");
        return flags;
    }

    /**
     * Hands on that sockets are the JDK's own: to find that out, a JVM opens every jar of its class
     * path before its first socket.
     */
    private static List<String> selectorProvider() {
        Class<?> found = SelectorProvider.provider().getClass();
        return found.getModule() == Object.class.getModule()
                ? List.of("-D" + SELECTOR_PROVIDER + "=" + found.getName())
                : List.of();
    }

    private List<String> code(Path folder) throws IOException {
        if (location.kind() == BootLocation.Kind.SERVED) {
            return List.of("--class-path", BootLocation.writeBootClasses(folder).toString());
        }
        List<String> code = new ArrayList<>();
        addPath(code, "--module-path", absolute(location.modulePath()));
        if (!location.modules().isEmpty()) {
            code.add("--add-modules");
            code.add(String.join(",", location.modules()));
        }
        boolean modular = location.kind() == BootLocation.Kind.MODULE;
        addPath(code, "--class-path", modular ? classPath() : ownJars.first(classPath()));
        return List.copyOf(code);
    }

    private List<String> main() {
        return switch (location.kind()) {
            case MODULE -> List.of("--module", location.module() + "/" + BootLocation.WORKER);
            case CLASS_PATH -> List.of(BootLocation.WORKER);
            case SERVED -> List.of(BootLocation.BOOT);
        };
    }

    private String classPath() {
        return absolute(properties.get("java.class.path"));
    }

    private String absolute(@Nullable String path) {
        Path folder = Path.of(String.valueOf(properties.get("user.dir")));
        return path == null || path.isEmpty() ? "" : Handover.absolute(path, folder);
    }

    private static void addPath(List<String> arguments, String option, String path) {
        if (!path.isEmpty()) {
            arguments.add(option);
            arguments.add(path);
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
