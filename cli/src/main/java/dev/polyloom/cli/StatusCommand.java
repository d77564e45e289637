package dev.polyloom.cli;

import dev.polyloom.cli.control.Answer;
import dev.polyloom.cli.control.ControlClient;
import dev.polyloom.cli.control.ControlException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how the services of a running host stand. */
@Command(
        name = "status",
        sortOptions = false,
        description = "Prints how the services of a running host of this user stand.",
        footer = {"", "Ends with 0, or with 1 when no host runs."})
final class StatusCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Parameters(
            arity = "0..1",
            paramLabel = "HOST",
            description = "The host's name; needed when several run.")
    private @Nullable String host;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ControlClient client = ControlClient.open();
        String name = host == null ? only(client) : host;
        Answer answer = client.ask(name, json ? "status json" : "status text");
        if (!answer.isGood()) {
            throw new ControlException(answer.text());
        }
        Objects.requireNonNull(spec).commandLine().getOut().print(answer.text());
        return ExitCode.OK;
    }

    /** Returns the one host that runs. */
    static String only(ControlClient client) throws IOException {
        List<String> running = client.hosts();
        if (running.isEmpty()) {
            throw new ControlException("no host runs; polyloom host FILE starts one");
        }
        if (running.size() > 1) {
            throw new Misuse("several hosts run; name one of " + String.join(", ", running));
        }
        return running.getFirst();
    }
}
