package dev.polyloom.process.pool;

import dev.polyloom.ProcessOptions;
import dev.polyloom.process.classes.WorkerCommand;
import dev.polyloom.process.start.StartCache;
import dev.polyloom.process.transport.Rings;
import dev.polyloom.process.transport.TransportChoice;
import dev.polyloom.spi.PoolRequest;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts worker processes: command line, environment, affinity and niceness. */
final class Launcher {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");
    private static final String OWN_PREFIX = "POLYLOOM_";
    private static final List<String> NOT_HANDED_ON =
            List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    private final ProcessOptions options;
    private final Path folder;
    private final TransportChoice transport;
    private final WorkerCommand command;
    private final List<String> prefix;
    private final TrainingCall training = new TrainingCall();
    private final Spares spares = Spares.ofThisJvm();
    private final AtomicBoolean proved = new AtomicBoolean();
    private volatile @Nullable Make make;
    private @Nullable Make joined;
    private @Nullable Process endingSpare;
    private boolean over;

    Launcher(PoolRequest request, Path folder, TransportChoice transport) {
        this.options = withOurs(request.process());
        this.folder = folder;
        this.transport = transport;
        this.command = WorkerCommand.ofThisJvm();
        this.prefix = prefix(options);
    }

    private static ProcessOptions withOurs(ProcessOptions given) {
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
                given.systemProperties(),
                arguments,
                given.workingDirectory(),
                given.processors(),
                given.niceness(),
                given.allowedClasses(),
                given.heads());
    }

    /**
     * What distinguishes the processes of one pool from those of others.
     *
     * @param line the JVM, its options and its code
     * @param prefix what starts the JVM
     * @param directory where it starts, or null
     * @param environment what is added to the environment
     * @param transport how it is connected
     * @param ringBytes the capacity of its rings
     * @param ringFolder where they lay
     */
    private record Make(
            StartCache.Line line,
            List<String> prefix,
            @Nullable Path directory,
            Map<String, String> environment,
            TransportChoice transport,
            int ringBytes,
            Path ringFolder) {}

    private Make make() throws IOException {
        Make known = make;
        if (known == null) {
            known =
                    new Make(
                            command.line(options, folder),
                            prefix,
                            options.workingDirectory(),
                            options.environment(),
                            transport,
                            Rings.capacityOfNew(),
                            RingFolders.parent());
            make = known;
        }
        return known;
    }

    /** Starts a process that will come in at the entrance, or takes one that has come. */
    Newcomer start(int number, Entrance entrance) throws IOException {
        Newcomer spare = spares.take(make());
        if (spare != null) {
            spare.joins(entrance.classes());
            return spare;
        }
        return Newcomer.start(builder(folder), number, entrance);
    }

    /** Tells whether a process waits to be taken. */
    boolean hasSpare() {
        try {
            return spares.has(make());
        } catch (IOException e) {
            // shows again when a process is started
            return false;
        }
    }

    /** A worker has started well. */
    void proved() {
        if (!proved.compareAndSet(false, true)) {
            return;
        }
        try {
            training.proved(make().line());
            join(make());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "there is no start cache and no spare worker", e);
        }
    }

    private synchronized void join(Make kind) {
        if (!over) {
            joined = kind;
            spares.join(kind, () -> new WaitingRoom(this::builder, transport));
        }
    }

    /** No worker will be started any more, save for tasks that wait already. */
    synchronized void poolEnds() {
        training.poolEnds();
        if (joined != null && !over) {
            endingSpare = spares.leave(joined);
        }
        over = true;
    }

    /** The pool has ended, and nothing of it may be left. */
    synchronized void poolEnded() {
        if (endingSpare != null) {
            Spares.awaitGone(endingSpare);
        }
    }

    private ProcessBuilder builder(Path forArguments) throws IOException {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(command.build(options, forArguments));
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
