package dev.polyloom.cli;

import picocli.CommandLine.Command;

/** Prints the items for which a function returns true. */
@Command(
        name = "filter",
        description =
                "Prints the items for which a function returns true, in the order of the items.",
        footer = {"", "Items that begin with a dash come after --."})
final class FilterCommand extends ItemsCommand {
    FilterCommand(Terminal terminal, StatusLine status) {
        super(terminal, status);
    }

    @Override
    boolean isFilter() {
        return true;
    }
}
