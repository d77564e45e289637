package dev.polyloom.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option for help that every command has. */
@Command
final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 100,
            description = "Shows this help.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean help;
}
