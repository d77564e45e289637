package dev.polyloom.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The command itself, which does nothing without one of its commands. As every start describes it,
 * it is described in code: annotations are read by reflection, which takes longer.
 */
final class RootCommand implements Callable<Integer> {
    private static final int LAST = 100;

    private final OptionSpec version =
            OptionSpec.builder("-V", "--version")
                    .type(boolean.class)
                    .order(LAST)
                    .description("Prints the version.")
                    .build();
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    private RootCommand() {}

    /** Describes the command. */
    static CommandSpec spec() {
        RootCommand command = new RootCommand();
        CommandSpec spec = command.spec.name("polyloom");
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Runs work on threads, virtual threads and worker processes, and services"
                                + " under supervision.")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .footer(
                        "",
                        "Exit codes: 0 done, 1 something failed, 2 wrong use (nothing was started),"
                                + " 130 interrupted.",
                        "Example: ls | polyloom map --flavor processes examples/Digest.java::sha256");
        return spec.addOption(help()).addOption(command.version);
    }

    /** Returns the option for help that every command has. */
    static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .order(LAST)
                .description("Shows this help.")
                .build();
    }

    @Override
    public Integer call() {
        if (Boolean.TRUE.equals(version.getValue())) {
            spec.commandLine().getOut().println(VersionCommand.text());
            return ExitCode.OK;
        }
        throw new Misuse(
                "say what to do: map, filter, call, bench, capabilities, explain, assess, run,"
                        + " translate, host, status, ctl, version or completion; polyloom --help says more");
    }
}
