package dev.polyloom.cli;

import dev.polyloom.cli.function.SourceFinder;
import dev.polyloom.hostfile.HostFile;
import dev.polyloom.hostfile.HostFileException;
import dev.polyloom.hostfile.HostFileReader;
import dev.polyloom.loadout.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the services of a host file. */
@Command(
        name = "host",
        sortOptions = false,
        description = {
            "Starts the services that a host file describes, restarts those that crash, and stops"
                    + " them in reverse order at the end. The file is checked whole before anything"
                    + " starts.",
            "On a terminal the tree of services stands below the log; elsewhere there is the log."
        },
        footer = {
            "",
            "SIGTERM and SIGINT (Ctrl-C) stop it in good order, a second one kills. SIGHUP reads the"
                    + " file again: what has changed restarts, the rest is not touched.",
            "Ends with 0 when it stopped in good order, 1 when a supervisor gave up, 2 when the file"
                    + " is wrong, 130 or 143 when it was killed by a second signal.",
            "Example: polyloom host examples/host/host.yaml"
        })
final class HostCommand implements Callable<Integer> {
    @Option(
            names = "--class-path",
            paramLabel = "PATH",
            order = 1,
            description =
                    "Where classes are found, besides the file's own class path: jars and folders,"
                            + " separated as Java does.")
    private String classPath = "";

    @Option(
            names = "--stop-within",
            paramLabel = "TIME",
            order = 2,
            converter = Converters.OfDuration.class,
            description =
                    "How long all services together may take to stop before they are killed."
                            + " Default: 30s.")
    private Duration stopWithin = Duration.ofSeconds(30);

    @Option(names = "--plain", order = 3, description = "Prints only the log, also on a terminal.")
    private boolean plain;

    @Option(names = "--check", order = 4, description = "Checks the file and starts nothing.")
    private boolean check;

    @Option(
            names = "--schema",
            order = 5,
            description = "Prints the JSON Schema of host files, for editors.")
    private boolean schema;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The host file, in YAML.")
    private @Nullable Path file;

    @Spec private @Nullable CommandSpec spec;

    private final Terminal terminal;
    private final StatusLine status;

    HostCommand(Terminal terminal, StatusLine status) {
        this.terminal = terminal;
        this.status = status;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (schema) {
            out.print(HostFile.schema());
            return ExitCode.OK;
        }
        if (file == null) {
            throw new Misuse("FILE is missing; name a host file");
        }
        HostFile host = read(file);
        if (check) {
            out.println("%s: nothing is wrong with host %s".formatted(file, host.name()));
            return ExitCode.OK;
        }
        boolean onTerminal = terminal.errIsScreen();
        return new HostRun(host, status, stopWithin, onTerminal, onTerminal && !plain).run();
    }

    private HostFile read(Path path) {
        HostFileReader reader = HostFile.reader().finder(new SourceFinder());
        try {
            reader.classPath(classPath);
        } catch (IllegalArgumentException e) {
            throw new Misuse("--class-path: " + e.getMessage());
        }
        try {
            return reader.read(path);
        } catch (HostFileException e) {
            throw new Misuse(e.problems().stream().map(Problem::toString).toList());
        }
    }
}
