package dev.polyloom.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.python.parse.PythonParser;
import dev.polyloom.python.parse.SourceReader;
import dev.polyloom.python.scope.Scope;
import dev.polyloom.python.scope.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The scopes of real programs, beside those of a CPython of this machine, if there is one. */
@Timeout(60)
class ScopesTest {
    private static final int ENOUGH = 120;
    private static final long LARGE = 12_000;

    /** Version 3.12 shows the names of comprehensions as those of the scope around them. */
    @Test
    void scopesOfTheStandardLibrary_areThoseOfCPython() throws Exception {
        Optional<Oracle> started = Oracle.start("3.11");
        if (started.isEmpty()) {
            return;
        }
        try (Oracle oracle = started.get()) {
            List<String> different = new ArrayList<>();
            for (Path file : files(oracle.standardLibrary())) {
                String theirs = oracle.ask("scopes", file.toString()).getFirst();
                String ours = ours(file);
                if (!theirs.equals(ours)) {
                    different.add(file + "\n" + ours + theirs);
                }
            }
            assertThat(different).isEmpty();
        }
    }

    private static List<Path> files(Path library) throws IOException {
        try (Stream<Path> all = Files.walk(library)) {
            return all.filter(path -> path.toString().endsWith(".py"))
                    .filter(path -> !path.toString().matches(".*(packages|lib2to3/tests|test).*"))
                    .filter(path -> path.toFile().length() < LARGE)
                    .sorted()
                    .limit(ENOUGH)
                    .toList();
        }
    }

    private static String ours(Path file) throws IOException, PythonSyntaxException {
        StringBuilder out = new StringBuilder();
        write(PythonParser.parse(SourceReader.read(file)).scopes().module(), 0, out);
        return out.toString();
    }

    private static void write(Scope scope, int depth, StringBuilder out) {
        String indent = "  ".repeat(depth);
        out.append(indent).append(scope.kind().name().toLowerCase(Locale.ROOT)).append(' ');
        out.append(depth == 0 ? "top" : scope.name());
        out.append(scope.is(Scope.Trait.NESTED) ? " nested\n" : "\n");
        for (Symbol symbol : scope.symbols().values()) {
            out.append(indent).append(". ").append(symbol.name()).append(' ');
            out.append(symbol.binding()).append(": ");
            out.append(
                    symbol.uses().stream()
                            .map(Enum::name)
                            .sorted()
                            .collect(Collectors.joining(" ")));
            out.append('\n');
        }
        scope.children().forEach(child -> write(child, depth + 1, out));
    }
}
