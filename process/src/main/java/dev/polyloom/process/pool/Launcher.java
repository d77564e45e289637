package dev.polyloom.process.pool;

import dev.polyloom.ProcessOptions;
import dev.polyloom.process.classes.WorkerCommand;
import dev.polyloom.spi.PoolRequest;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Starts worker processes: command line, environment, affinity and niceness. */
final class Launcher {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");
    private static final String OWN_PREFIX = "POLYLOOM_";
    private static final List<String> NOT_HANDED_ON =
            List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    private final ProcessOptions options;
    private final Path folder;
    private final WorkerCommand command;
    private final List<String> prefix;

    Launcher(PoolRequest request, Path folder) {
        this.options = withOurs(request.process(), request.coresPerWorker());
        this.folder = folder;
        this.command = WorkerCommand.ofThisJvm();
        this.prefix = prefix(options);
    }

    private static ProcessOptions withOurs(ProcessOptions given, int cores) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("polyloom.cores", Integer.toString(cores));
        properties.putAll(given.systemProperties());
        List<String> arguments = new ArrayList<>();
        // the JVM's last words belong to those that an exception quotes
        arguments.add("-XX:+DisplayVMOutputToStderr");
        arguments.addAll(given.jvmArguments());
        return new ProcessOptions(
                given.concurrency(),
                given.initializer(),
                given.cancelGrace(),
                given.heartbeatTimeout(),
                given.startTimeout(),
                given.maxHeapBytes(),
                given.maxResidentBytes(),
                given.recycleResidentBytes(),
                given.maxTasksPerWorker(),
                given.maxWorkerAge(),
                given.environment(),
                properties,
                arguments,
                given.workingDirectory(),
                given.processors(),
                given.niceness(),
                given.allowedClasses(),
                given.heads());
    }

    /** Starts a process and introduces it to its pool. */
    Process start(WorkerLink link, byte[] token, Path socket) throws IOException {
        Process process = builder().start();
        try {
            introduce(process.getOutputStream(), link, token, socket);
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
        return process;
    }

    private ProcessBuilder builder() throws IOException {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(command.build(options, folder));
        ProcessBuilder builder = new ProcessBuilder(line);
        Path working = options.workingDirectory();
        if (working != null) {
            builder.directory(working.toFile());
        }
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(Launcher::isOurs);
        environment.putAll(options.environment());
        return builder;
    }

    private static boolean isOurs(String variable) {
        return variable.startsWith(OWN_PREFIX) || NOT_HANDED_ON.contains(variable);
    }

    /** Writes the first line; the stream stays open, as its end is what ends the worker. */
    private static void introduce(OutputStream stdin, WorkerLink link, byte[] token, Path socket)
            throws IOException {
        String line =
                "%s %s %d %s%n"
                        .formatted(
                                HexFormat.of().formatHex(token),
                                socket,
                                link.number(),
                                URLEncoder.encode(link.name(), StandardCharsets.UTF_8));
        stdin.write(line.replace("\r", "").getBytes(StandardCharsets.UTF_8));
        stdin.flush();
    }

    private static List<String> prefix(ProcessOptions options) {
        List<String> prefix = new ArrayList<>();
        if (!options.processors().isEmpty()) {
            var sorted = options.processors().stream().sorted().map(String::valueOf);
            String list = sorted.collect(Collectors.joining(","));
            add(prefix, "affinity", List.of("taskset", "-c", list));
        }
        if (options.niceness() > 0) {
            String niceness = Integer.toString(options.niceness());
            add(prefix, "niceness", List.of("nice", "-n", niceness));
        }
        return List.copyOf(prefix);
    }

    private static void add(List<String> prefix, String option, List<String> tool) {
        if (System.getProperty("os.name").startsWith("Linux") && isOnPath(tool.getFirst())) {
            prefix.addAll(tool);
        } else {
            LOG.log(
                    Level.WARNING,
                    "{0} of workers is not set: it needs Linux and the command ''{1}''",
                    option,
                    tool.getFirst());
        }
    }

    private static boolean isOnPath(String tool) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        for (String directory : path.split(File.pathSeparator, -1)) {
            if (!directory.isEmpty() && Files.isExecutable(Path.of(directory, tool))) {
                return true;
            }
        }
        return false;
    }
}
