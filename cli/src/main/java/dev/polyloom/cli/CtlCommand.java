package dev.polyloom.cli;

import dev.polyloom.cli.control.Answer;
import dev.polyloom.cli.control.ControlClient;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restarts, stops or starts a service of a running host. */
@Command(
        name = "ctl",
        sortOptions = false,
        description = {
            "Restarts, stops or starts a service or supervisor of a running host of this user.",
            "What is stopped stays stopped until it is started. Returns at once."
        },
        footer = {
            "",
            "Ends with 0, 1 when no host runs, or 2 when there is no such service.",
            "Example: polyloom ctl restart web"
        })
final class CtlCommand implements Callable<Integer> {
    @Option(
            names = "--host",
            paramLabel = "HOST",
            description =
                    "The host's name; needed when several run and NAME does not begin with it.")
    private @Nullable String host;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "restart|stop|start",
            converter = Converters.OfVerb.class,
            description = "What to do.")
    private HostControl.@Nullable Verb verb;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description =
                    "A whole path such as shop/web/listener, or as much of its end as is plain.")
    private @Nullable String name;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (verb == null || name == null) {
            throw new Misuse("say what to do to which service, such as: polyloom ctl restart web");
        }
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            throw new Misuse(Texts.item(name) + " is no name of a service");
        }
        ControlClient client = ControlClient.open();
        Answer answer = client.ask(target(client, name), verb + " " + name);
        if (!answer.isGood()) {
            throw new Misuse(answer.text());
        }
        Objects.requireNonNull(spec).commandLine().getOut().print(answer.text());
        return ExitCode.OK;
    }

    private String target(ControlClient client, String service) throws IOException {
        if (host != null) {
            return host;
        }
        String first = service.contains("/") ? service.substring(0, service.indexOf('/')) : "";
        return client.hosts().contains(first) ? first : StatusCommand.only(client);
    }
}
