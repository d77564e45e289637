package dev.polyloom.cli;

import picocli.CommandLine.Command;

/** Applies a function to items. */
@Command(
        name = "map",
        description = {
            "Applies a function to each item and prints the results, a line each, in the order of"
                    + " the items.",
            "The function is a method with one parameter (String, Path, a number, an enum, or a type"
                    + " with valueOf, of, parse or a constructor for text), or one without that"
                    + " every item is made an object for. What it prints itself goes to standard"
                    + " error."
        },
        footer = {"", "Items that begin with a dash come after --."})
final class MapCommand extends ItemsCommand {
    MapCommand(Terminal terminal, StatusLine status) {
        super(terminal, status);
    }

    @Override
    boolean isFilter() {
        return false;
    }
}
