package dev.polyloom.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options in a shell. */
@Command(
        name = "completion",
        description =
                "Prints a completion script; load it with: source <(polyloom completion bash)")
final class CompletionCommand implements Callable<Integer> {
    /** The shells there is a script for. */
    enum Shell {
        bash,
        zsh
    }

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("unused") // the script is the same for all
    private Shell shell = Shell.bash;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine own = Objects.requireNonNull(spec).commandLine();
        own.getOut().print(AutoComplete.bash("polyloom", root(own)));
        return ExitCode.OK;
    }

    private static CommandLine root(CommandLine line) {
        CommandLine parent = line.getParent();
        return parent == null ? line : root(parent);
    }
}
