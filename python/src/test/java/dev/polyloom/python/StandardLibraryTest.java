package dev.polyloom.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.python.parse.Parsed;
import dev.polyloom.python.parse.PythonParser;
import dev.polyloom.python.parse.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The syntax trees of real programs, beside those of a CPython of this machine, if there is one.
 */
@Timeout(60)
class StandardLibraryTest {
    private static final int ENOUGH = Integer.getInteger("polyloom.python.files", 310);
    private static final long LARGE = Long.getLong("polyloom.python.bytes", 14_000);

    @Test
    void treesOfTheStandardLibrary_areThoseOfCPython() throws IOException {
        Optional<Oracle> started = Oracle.start("3.12", "3.11");
        if (started.isEmpty()) {
            return;
        }
        try (Oracle oracle = started.get()) {
            List<Path> files = files(oracle.standardLibrary());
            List<String> different = new ArrayList<>();
            for (Path file : files) {
                String answer = oracle.ask("sha", file.toString()).getFirst();
                if (!answer.equals(ours(file, oracle))) {
                    different.add(file + ": " + answer);
                }
            }
            assertThat(files).hasSizeGreaterThan(300);
            assertThat(different).as("files whose trees differ").isEmpty();
        }
    }

    private static List<Path> files(Path library) throws IOException {
        try (Stream<Path> all = Files.walk(library)) {
            return all.filter(path -> path.toString().endsWith(".py"))
                    .filter(path -> !path.toString().contains("packages"))
                    .filter(path -> path.toFile().length() < LARGE)
                    .sorted()
                    .limit(ENOUGH)
                    .toList();
        }
    }

    private static String ours(Path file, Oracle oracle) throws IOException {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Parsed parsed =
                    PythonParser.parse(
                            SourceText.of(file.toString(), text.replaceFirst("^\uFEFF", "")));
            String dump = Dump.of(parsed.program(), oracle.isExact());
            return Dump.sha(dump);
        } catch (PythonSyntaxException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
