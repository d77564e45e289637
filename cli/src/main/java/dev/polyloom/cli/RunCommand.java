package dev.polyloom.cli;

import dev.polyloom.python.PythonSyntaxException;
import dev.polyloom.python.Script;
import dev.polyloom.python.UnsupportedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a Python program. */
@Command(
        name = "run",
        sortOptions = false,
        description = {
            "Translates a Python program to Java and runs it, its threads side by side. Of a program"
                    + " that cannot be translated whole nothing is run, and each reason is said.",
            "Ends with the exit code of the program, and with 2 when it cannot be translated. Ctrl-C"
                    + " raises KeyboardInterrupt in the main thread; a second one ends the process."
        })
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "SCRIPT", description = "A Python file.")
    private @Nullable Path script;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ARGUMENT",
            description = "What the program finds in sys.argv.")
    private @Nullable List<String> arguments;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path file = Objects.requireNonNull(script);
        if (!Files.isRegularFile(file)) {
            throw new Misuse("no file '%s'".formatted(file));
        }
        try {
            ProgramCache cache = ProgramCache.ofThisUser();
            Script program = cache == null ? Script.compile(file) : Script.compile(file, cache);
            raiseKeyboardInterrupts();
            return program.run(
                    arguments == null ? List.of() : arguments,
                    terminal.in(),
                    terminal.out(),
                    terminal.err());
        } catch (PythonSyntaxException e) {
            terminal.err().write(e.report().getBytes(StandardCharsets.UTF_8));
            return ExitCode.FAILED;
        } catch (UnsupportedException e) {
            throw new Misuse(e.findings().stream().map(Object::toString).toList());
        }
    }

    /**
     * Makes the first interrupt from the keyboard one of Python's in the main thread, where it
     * waits or will wait next. The second ends the process.
     */
    private static void raiseKeyboardInterrupts() {
        Thread caller = Thread.currentThread();
        AtomicBoolean again = new AtomicBoolean();
        Signals.on(
                "INT",
                () -> {
                    if (again.getAndSet(true)) {
                        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
                    }
                    caller.interrupt();
                });
    }
}
