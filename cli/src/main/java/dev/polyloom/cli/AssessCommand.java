package dev.polyloom.cli;

import dev.polyloom.python.Assessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which Python programs would be translated, and each reason why not. */
@Command(
        name = "assess",
        sortOptions = false,
        description = {
            "Says of Python files, and of all in folders, which would be translated, and each"
                    + " reason why the others would not. Runs nothing.",
            "Ends with 0 when all would be, and with 2 when there are reasons against it."
        })
final class AssessCommand implements Callable<Integer> {
    @Option(names = "--json", order = 1, description = "Prints JSON.")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            order = 2,
            description = "Writes a page that needs no network, besides what is printed.")
    private @Nullable Path html;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Python files and folders.")
    private @Nullable List<Path> paths;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Assessment assessment = Assessment.of(named());
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(json ? assessment.json() : assessment.text());
        if (html != null) {
            Files.writeString(html, assessment.html());
        }
        return assessment.isTranslatable() ? ExitCode.OK : ExitCode.MISUSE;
    }

    private List<Path> named() {
        if (paths == null || paths.isEmpty()) {
            throw new Misuse("PATH is missing; name Python files or folders");
        }
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new Misuse("no file or folder '%s'".formatted(path));
            }
        }
        return paths;
    }
}
