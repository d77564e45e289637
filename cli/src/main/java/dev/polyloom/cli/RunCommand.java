package dev.polyloom.cli;

import dev.polyloom.python.Locking;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Runs a Python program. Its options are described in code: annotations are read by reflection,
 * which takes a quarter of the time in which a short program starts.
 */
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final OptionSpec types =
            OptionSpec.builder("--types")
                    .type(boolean.class)
                    .order(1)
                    .description("Says first, on standard error, what is known of each variable.")
                    .build();
    private final OptionSpec code =
            OptionSpec.builder("-c")
                    .type(String.class)
                    .paramLabel("CODE")
                    .order(2)
                    .description("Runs this text in place of a file.")
                    .build();
    private final OptionSpec gil =
            OptionSpec.builder("--gil")
                    .type(boolean.class)
                    .order(3)
                    .description(
                            "Lets one thread run at a time, for programs that lean on CPython's"
                                    + " lock.")
                    .build();
    private final PositionalParamSpec words =
            PositionalParamSpec.builder()
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .arity("0..*")
                    .paramLabel("SCRIPT [ARGUMENT...]")
                    .description(
                            "A Python file, or - for standard input, and what the program finds in"
                                    + " sys.argv.")
                    .build();

    private RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Describes the command. */
    static CommandSpec spec(Terminal terminal) {
        RunCommand command = new RunCommand(terminal);
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Translates a Python program to Java and runs it, its threads side by side."
                                + " Of a program that cannot be translated whole nothing is run, and"
                                + " each reason is said.",
                        "Ends with the exit code of the program, and with 2 when it cannot be"
                                + " translated. Ctrl-C raises KeyboardInterrupt in the main thread; one"
                                + " more before it is noticed ends the process.");
        return spec.addOption(command.types)
                .addOption(command.code)
                .addOption(command.gil)
                .addPositional(command.words);
    }

    @Override
    public Integer call() throws IOException {
        @Nullable String text = code.getValue();
        List<String> given = Objects.requireNonNullElse(words.getValue(), List.of());
        if (text == null && given.isEmpty()) {
            throw new Misuse("SCRIPT is missing; name a Python file, or - for standard input");
        }
        try {
            Script program = program(text, given);
            Script.hearInterrupt();
            return program.run(
                    text == null ? given.subList(1, given.size()) : given,
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

    private Script program(@Nullable String text, List<String> given)
            throws IOException, PythonSyntaxException {
        Locking locking = isSet(gil) ? Locking.GLOBAL : Locking.OPERATIONS;
        boolean input = text == null && given.getFirst().equals("-");
        if (isSet(types) && (input || text != null)) {
            throw new Misuse("--types tells of a file; name one");
        }
        if (text != null) {
            return Script.of("-c", "<string>", text, locking);
        }
        if (input) {
            byte[] bytes = terminal.in().readAllBytes();
            return Script.of("-", "<stdin>", new String(bytes, StandardCharsets.UTF_8), locking);
        }
        Path file = Path.of(given.getFirst());
        if (!Files.isRegularFile(file)) {
            throw new Misuse("no file '%s'".formatted(file));
        }
        if (isSet(types)) {
            String report = String.join("\n", Script.types(file)) + "\n";
            terminal.err().write(report.getBytes(StandardCharsets.UTF_8));
        }
        return Script.compile(file, locking, ProgramCache.ofThisUser());
    }

    private static boolean isSet(OptionSpec option) {
        return Boolean.TRUE.equals(option.getValue());
    }
}
