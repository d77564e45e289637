package dev.polyloom.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.verification.Command;
import dev.polyloom.verification.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents promise: their links, their commands, and their examples. */
@Timeout(300)
class DocumentsTest {
    private static final Pattern PRINTS = Pattern.compile("// prints (.*)$", Pattern.MULTILINE);
    private static final Pattern SCRIPT =
            Pattern.compile(
                    "(?:^|\\s|`)(?:\\./)?((?:\\.ci|scripts|benchmarks)/[a-z-]+|\\./(?:build|polyloom))");

    @TempDir Path scratch;

    static Stream<Markdown> all() {
        return Markdown.all().stream();
    }

    @Test
    void readme_isShortEnoughToBeRead() {
        assertThat(Markdown.of("README.md").words()).as("words of README.md").isBetween(100L, 600L);
    }

    @ParameterizedTest
    @MethodSource("all")
    void links_leadSomewhere(Markdown document) {
        assertThat(document.brokenLinks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void scriptsNamed_areThere(Markdown document) {
        List<String> scripts =
                SCRIPT.matcher(document.text()).results().map(match -> match.group(1)).toList();

        assertThat(scripts).allSatisfy(name -> assertThat(Project.file(name)).isRegularFile());
    }

    @ParameterizedTest
    @MethodSource("all")
    void javaExamples_compileRunAndPrintWhatTheySay(Markdown document) throws Exception {
        List<String> examples = document.blocks("java");
        for (int i = 0; i < examples.size(); i++) {
            runExample(document, i, examples.get(i));
        }
    }

    private void runExample(Markdown document, int number, String example) throws Exception {
        Path file = scratch.resolve("Example" + number + ".java");
        Files.writeString(file, asProgram(example));

        Command.Result result = Command.java(file.toString()).run();

        assertThat(result.exit())
                .as("example %d of %s: %s", number + 1, document, result.err())
                .isZero();
        List<String> promised =
                PRINTS.matcher(example).results().map(match -> match.group(1)).toList();
        assertThat(result.out().lines()).containsSubsequence(promised);
    }

    /** An example that is not a whole program is the body of one. */
    private static String asProgram(String example) {
        String imports = "import module java.base;\nimport dev.polyloom.*;\n";
        return example.contains("void main(")
                ? imports + example
                : imports + "void main() throws Exception {\n" + example + "}\n";
    }

    @Test
    void readmeCommand_printsWhatSha256sumPrints() throws Exception {
        String command =
                Markdown.of("README.md").blocks("sh").stream()
                        .filter(block -> block.contains("./polyloom map"))
                        .findFirst()
                        .orElseThrow();
        String files = "README.md LICENSE build polyloom scripts/find-jdk";

        List<String> printed = polyloom(command.replace("$(git ls-files)", files));

        Command.Result expected = Command.of("sh", "-c", "sha256sum " + files).run();
        assertThat(printed.stream().map(line -> line.split(" ", 2)[0]))
                .containsExactlyElementsOf(
                        expected.out().lines().map(line -> line.split(" ", 2)[0]).toList());
    }

    @Test
    void readmeCommands_areThoseOfTheCommand() throws Exception {
        String paragraph =
                Pattern.compile("lists its commands: (.*?)\\.\\n", Pattern.DOTALL)
                        .matcher(Project.text(Project.file("README.md")))
                        .results()
                        .map(match -> match.group(1))
                        .findFirst()
                        .orElseThrow();
        List<String> commands =
                Pattern.compile("`([a-z]+)`")
                        .matcher(paragraph)
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .toList();

        assertThat(commands).hasSizeGreaterThan(3);
        for (String command : commands) {
            assertThat(polyloom("./polyloom " + command + " --help"))
                    .anyMatch(line -> line.contains("polyloom " + command));
        }
    }

    /** Runs a shell command in which ./polyloom is the command as it is on the class path. */
    private List<String> polyloom(String command) throws IOException, InterruptedException {
        Path script = scratch.resolve("polyloom");
        Files.writeString(
                script,
                "#!/bin/sh\nexec '%s' -cp '%s' dev.polyloom.cli.Main \"$@\"\n"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                Command.classPath()));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Command.Result result =
                Command.of("sh", "-c", command.replace("./polyloom", script.toString())).run();
        assertThat(result.exit()).as("%s: %s", command, result.err()).isZero();
        return result.out().lines().toList();
    }
}
