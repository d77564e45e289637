package dev.polyloom.cli;

import dev.polyloom.Flavor;
import dev.polyloom.FlavorUnavailableException;
import dev.polyloom.Scope;
import dev.polyloom.cli.function.MethodCall;
import dev.polyloom.cli.function.SourceFinder;
import dev.polyloom.loadout.LoadOut;
import dev.polyloom.loadout.LoadOutException;
import dev.polyloom.loadout.LoadOutReader;
import dev.polyloom.loadout.Problem;
import dev.polyloom.process.ActionException;
import dev.polyloom.process.DeferredCall;
import dev.polyloom.process.Prep;
import dev.polyloom.process.Router;
import dev.polyloom.process.To;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Calls an action by its name, in a worker of a load-out. */
@Command(
        name = "call",
        sortOptions = false,
        description = {
            "Starts the workers that a load-out describes, calls one of its actions with arguments"
                    + " made of text, and prints what it returns.",
            "The load-out is checked whole before anything starts. What the action prints itself"
                    + " goes to standard error."
        },
        footer = {
            "",
            "Arguments that begin with a dash come after --.",
            "Example: polyloom call --loadout loadout.yaml images.thumbnail a.png"
        })
final class CallCommand implements Callable<Integer> {
    @Option(
            names = {"-l", "--loadout"},
            paramLabel = "FILE|URL",
            required = true,
            order = 1,
            description =
                    "The YAML file of the load-out, or jdbc:... for a database, with #NAME where it"
                            + " holds several.")
    private String location = "";

    @Option(
            names = "--class-path",
            paramLabel = "PATH",
            order = 2,
            description =
                    "Where classes are found, besides the load-out's own class path: jars and"
                            + " folders, separated as Java does.")
    private String classPath = "";

    @Option(
            names = "--list",
            order = 3,
            description = "Prints the actions and preps of the load-out, and starts nothing.")
    private boolean list;

    @Option(
            names = "--prep",
            paramLabel = "NAME",
            order = 4,
            description = "Runs a prep of the load-out, in place of an action.")
    private @Nullable String prep;

    @Option(
            names = "--at",
            paramLabel = "WORKER",
            order = 5,
            converter = Converters.OfWorker.class,
            description =
                    "Where the action runs: any worker, a new one, or one by its number from 1 or its"
                            + " name. Default: any.")
    private To at = To.any();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACTION",
            description =
                    "The action's name, with types in brackets where the name alone is not enough:"
                            + " 'images.thumbnail(String,int)'.")
    private @Nullable String action;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ARGUMENT",
            description = "The arguments.")
    private @Nullable List<String> arguments;

    @Spec private @Nullable CommandSpec spec;

    private final Terminal terminal;
    private final StatusLine status;

    CallCommand(Terminal terminal, StatusLine status) {
        this.terminal = terminal;
        this.status = status;
    }

    @Override
    public Integer call() throws Exception {
        LoadOut loadOut = read();
        if (list) {
            list(loadOut);
            return ExitCode.OK;
        }
        Work work;
        try {
            work = work(loadOut);
        } catch (ActionException e) {
            throw new Misuse(String.valueOf(e.getMessage()));
        }
        return run(loadOut, work);
    }

    private LoadOut read() {
        LoadOutReader reader = LoadOut.reader().finder(new SourceFinder());
        try {
            reader.classPath(classPath);
        } catch (IllegalArgumentException e) {
            throw new Misuse("--class-path: " + e.getMessage());
        }
        try {
            return reader.read(location);
        } catch (LoadOutException e) {
            throw new Misuse(e.problems().stream().map(Problem::toString).toList());
        } catch (InvalidPathException e) {
            throw new Misuse("--loadout: not a path: " + e.getMessage());
        }
    }

    private void list(LoadOut loadOut) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        for (String name : loadOut.actions().names()) {
            loadOut.actions().signatures(name).forEach(out::println);
        }
        loadOut.preps().forEach((name, each) -> out.println("--prep " + name));
    }

    /** Something to be done in a worker. */
    @FunctionalInterface
    private interface Body {
        @Nullable Object in(Scope scope) throws Exception;
    }

    private record Work(String name, Body body) {}

    private Work work(LoadOut loadOut) {
        if (prep != null) {
            return prepared(loadOut, prep);
        }
        if (action == null) {
            throw new Misuse(
                    "ACTION is missing; there is %s; --list says more"
                            .formatted(String.join(", ", loadOut.actions().names())));
        }
        List<String> texts = arguments == null ? List.of() : arguments;
        DeferredCall call = loadOut.actions().parse(action, texts);
        return new Work(call.toString(), scope -> loadOut.calls(scope).at(at).call(call));
    }

    private Work prepared(LoadOut loadOut, String name) {
        if (action != null) {
            throw new Misuse(
                    "unexpected argument '%s'; a prep has its arguments".formatted(action));
        }
        Prep<@Nullable Object> found = loadOut.prep(name);
        return new Work(
                "prep " + name,
                scope ->
                        at.equals(To.any())
                                ? scope.submit(found).get()
                                : Router.of(scope).submit(at, found).get());
    }

    private int run(LoadOut loadOut, Work work) throws IOException {
        Object result;
        try (Scope scope = loadOut.open();
                var _ = Interruption.onStop(() -> stopped(scope))) {
            result = work.body().in(scope);
        } catch (FlavorUnavailableException e) {
            throw e;
        } catch (ExecutionException e) {
            return failed(work, Objects.requireNonNull(e.getCause()));
        } catch (Exception | Error e) {
            return failed(work, e);
        }
        if (result != null) {
            try (ResultWriter out = new ResultWriter(terminal, status)) {
                out.line(MethodCall.text(result));
            }
        }
        return ExitCode.OK;
    }

    private int failed(Work work, Throwable failure) {
        status.note("%s failed: %s".formatted(work.name(), Texts.cause(failure)));
        return ExitCode.FAILED;
    }

    private boolean stopped(Scope scope) {
        status.mute();
        scope.shutdownNow();
        return scope.flavor() != Flavor.PROCESSES;
    }
}
