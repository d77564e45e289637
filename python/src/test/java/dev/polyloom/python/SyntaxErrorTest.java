package dev.polyloom.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.python.parse.PythonParser;
import dev.polyloom.python.parse.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The errors of wrong programs, beside CPython's. */
@Timeout(60)
class SyntaxErrorTest {
    @Test
    void errorsOfWrongPrograms_areThoseOfCPythonSaveTheListedOnes() throws IOException {
        Set<String> listed = unlike();
        Set<String> unseen = new TreeSet<>(listed);
        List<WrongProgram> programs = WrongProgram.all();
        List<String> different = new ArrayList<>();
        for (WrongProgram program : programs) {
            String ours = program.ours();
            String pair = program.error() + " -> " + ours;
            unseen.remove(pair);
            if (!ours.equals(program.error()) && !listed.contains(pair)) {
                different.add(program.source() + pair);
            }
        }
        assertThat(programs).hasSizeGreaterThan(400);
        assertThat(different).as("programs whose errors differ").isEmpty();
        assertThat(unseen).as("differences that are no more").isEmpty();
    }

    private static Set<String> unlike() throws IOException {
        try (var in = SyntaxErrorTest.class.getResourceAsStream("errors-unlike.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void report_ofAnError_isWhatPythonPrints() {
        assertThat(report("def f():\n\tx = 1 +\n"))
                .isEqualTo(
                        """
                          File "wrong.py", line 2
                            \tx = 1 +
                            \t       ^
                        SyntaxError: invalid syntax
                        """);
        assertThat(report("if a:\n    return 1\n"))
                .isEqualTo(
                        """
                          File "wrong.py", line 2
                            return 1
                            ^^^^^^^^
                        SyntaxError: 'return' outside function
                        """);
    }

    @Test
    void program_thatIsNestedTooDeeply_isRefusedAndNotACrash() {
        String deep =
                IntStream.range(0, 4_000_000).mapToObj(i -> "-").collect(Collectors.joining());
        assertThat(report("x = " + deep + "1\n")).contains("recursion depth exceeded");
    }

    private static String report(String source) {
        try {
            PythonParser.parse(SourceText.of("wrong.py", source));
            return "accepted";
        } catch (PythonSyntaxException e) {
            return e.report();
        }
    }
}
