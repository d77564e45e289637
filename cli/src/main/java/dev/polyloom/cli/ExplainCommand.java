package dev.polyloom.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints which kind of worker would be chosen, and why. */
@Command(
        name = "explain",
        sortOptions = false,
        description = {
            "Prints which kind of worker map and filter would run on with these options and this"
                    + " environment, and why each other one is passed over. Runs nothing.",
            "The environment variables POLYLOOM_* count, as they do there."
        })
final class ExplainCommand implements Callable<Integer> {
    @Mixin private ScopeOptions scope = new ScopeOptions();
    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        scope.check();
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .print(scope.builder().decide().explain());
        return ExitCode.OK;
    }
}
