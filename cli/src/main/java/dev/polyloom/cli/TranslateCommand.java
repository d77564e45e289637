package dev.polyloom.cli;

import dev.polyloom.python.PythonSyntaxException;
import dev.polyloom.python.Script;
import dev.polyloom.python.UnsupportedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
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

/** Writes a Python program as a Java project. */
@Command(
        name = "translate",
        sortOptions = false,
        description = {
            "Translates a Python program, and the modules beside it that it imports, to a Maven"
                    + " project in Java that builds on its own.",
            "Writes over what an earlier translation has written, and over nothing else."
        })
final class TranslateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            order = 1,
            description = "The folder of the project; it is made where it is missing.")
    private @Nullable Path folder;

    @Option(
            names = "--types",
            order = 2,
            description = "Says what is known of each variable; without -o nothing is written.")
    private boolean types;

    @Parameters(index = "0", paramLabel = "SCRIPT", description = "A Python file.")
    private @Nullable Path script;

    @Spec private @Nullable CommandSpec spec;

    TranslateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path file = Objects.requireNonNull(script);
        if (!Files.isRegularFile(file)) {
            throw new Misuse("no file '%s'".formatted(file));
        }
        Path project = folder;
        if (project == null && !types) {
            throw new Misuse("--output is missing; name the folder of the project");
        }
        if (project != null && Files.exists(project) && !Files.isDirectory(project)) {
            throw new Misuse("'%s' is a file; name a folder".formatted(project));
        }
        try {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            if (types) {
                Script.types(file).forEach(out::println);
            }
            if (project != null) {
                List<Path> files = Script.translate(file, project);
                files.forEach(each -> out.println(project.resolve(each)));
            }
            return ExitCode.OK;
        } catch (FileAlreadyExistsException e) {
            throw new Misuse("'%s' %s; name another folder".formatted(e.getFile(), e.getReason()));
        } catch (PythonSyntaxException e) {
            terminal.err().write(e.report().getBytes(StandardCharsets.UTF_8));
            return ExitCode.FAILED;
        } catch (UnsupportedException e) {
            throw new Misuse(e.findings().stream().map(Object::toString).toList());
        }
    }
}
