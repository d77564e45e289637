package dev.polyloom.cli;

import dev.polyloom.cli.function.Functions;
import dev.polyloom.cli.function.MethodCall;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the commands that go through items have in common. */
@Command(sortOptions = false)
abstract class ItemsCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StatusLine status;

    @Mixin private ScopeOptions scope = new ScopeOptions();
    @Mixin private ItemOptions options = new ItemOptions();

    @Parameters(
            index = "0",
            paramLabel = "FUNCTION",
            description = "package.Class::method or File.java::method.")
    private String function = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ITEM",
            description = "The items; without any, the lines of standard input.")
    private @Nullable List<String> items;

    ItemsCommand(Terminal terminal, StatusLine status) {
        this.terminal = terminal;
        this.status = status;
    }

    /** Tells whether the function is a test of items, which are printed if they pass. */
    abstract boolean isFilter();

    @Override
    public Integer call() throws Exception {
        scope.check();
        ItemsRun.checkTimeline(options.timeline);
        scope.builder().decide();
        MethodCall call = Functions.find(function, options.classPath, isFilter());
        ItemsRun run = new ItemsRun(terminal, status, scope, options, call, isFilter());
        return run.run(items);
    }
}
