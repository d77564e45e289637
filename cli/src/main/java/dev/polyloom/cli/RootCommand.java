package dev.polyloom.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command itself, which does nothing without one of its commands. */
@Command(
        name = "polyloom",
        description =
                "Runs work on threads, virtual threads and worker processes, and services under"
                        + " supervision.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 done, 1 something failed, 2 wrong use (nothing was started), 130 interrupted.",
            "Example: ls | polyloom map --flavor processes examples/Digest.java::sha256"
        })
final class RootCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            description = "Prints the version.")
    private boolean version;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (version && spec != null) {
            spec.commandLine().getOut().println(VersionCommand.text());
            return ExitCode.OK;
        }
        throw new Misuse(
                "say what to do: map, filter, call, bench, capabilities, explain, assess, run,"
                        + " translate, host, status, ctl, version or completion; polyloom --help says more");
    }
}
