package dev.polyloom.cli;

import dev.polyloom.process.child.Signals;
import dev.polyloom.python.Locking;
import dev.polyloom.python.PythonSyntaxException;
import dev.polyloom.python.Script;
import dev.polyloom.python.UnsupportedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--types",
            order = 1,
            description = "Says first, on standard error, what is known of each variable.")
    private boolean types;

    @Option(
            names = "-c",
            paramLabel = "CODE",
            order = 2,
            description = "Runs this text in place of a file.")
    private @Nullable String code;

    @Option(
            names = "--gil",
            order = 3,
            description =
                    "Lets one thread run at a time, for programs that lean on CPython's lock.")
    private boolean gil;

    @Parameters(
            arity = "0..*",
            paramLabel = "SCRIPT [ARGUMENT...]",
            description =
                    "A Python file, or - for standard input, and what the program finds in"
                            + " sys.argv.")
    private List<String> words = List.of();

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (code == null && words.isEmpty()) {
            throw new Misuse("SCRIPT is missing; name a Python file, or - for standard input");
        }
        try {
            Script program = program();
            raiseKeyboardInterrupts();
            return program.run(
                    code == null ? words.subList(1, words.size()) : words,
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

    private Script program() throws IOException, PythonSyntaxException {
        Locking locking = gil ? Locking.GLOBAL : Locking.OPERATIONS;
        boolean input = code == null && words.getFirst().equals("-");
        if (types && (input || code != null)) {
            throw new Misuse("--types tells of a file; name one");
        }
        if (code != null) {
            return Script.of("-c", "<string>", code, locking);
        }
        if (input) {
            byte[] text = terminal.in().readAllBytes();
            return Script.of("-", "<stdin>", new String(text, StandardCharsets.UTF_8), locking);
        }
        Path file = Path.of(words.getFirst());
        if (!Files.isRegularFile(file)) {
            throw new Misuse("no file '%s'".formatted(file));
        }
        if (types) {
            String report = String.join("\n", Script.types(file)) + "\n";
            terminal.err().write(report.getBytes(StandardCharsets.UTF_8));
        }
        return Script.compile(file, locking, ProgramCache.ofThisUser());
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
