package dev.polyloom.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.verification.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What must not stand in the project's files. */
@Timeout(60)
class HygieneTest {
    private static final Pattern FOREIGN =
            Pattern.compile(
                    String.join(
                            "|",
                            "repo1?\\.maven" + "\\.",
                            "registry\\.npm" + "js",
                            "deb\\.deb" + "ian\\.",
                            "pypi\\.o" + "rg",
                            "(?<![\\w.$}])/wo" + "rk/",
                            "(?<![\\w.$}])/ro" + "ot/",
                            "(?<![\\w.$}])/ho" + "me/\\w"));

    @Test
    void files_nameNoRegistryAndNoPathOfAMachine() {
        assertThat(linesWith(FOREIGN)).as("hosts of registries or paths of a machine").isEmpty();
    }

    @Test
    void folder_hasTheFilesThatEveryProjectHas() {
        assertThat(
                        List.of(
                                "README.md",
                                "LICENSE",
                                "CHANGELOG.md",
                                "CONTRIBUTING.md",
                                ".editorconfig",
                                "docs/architecture.md",
                                "docs/quick-reference.md",
                                "docs/benchmarks.md"))
                .allSatisfy(name -> assertThat(Project.file(name)).isRegularFile());
        assertThat(List.of("build", "polyloom", ".ci/run", "benchmarks/run"))
                .allSatisfy(name -> assertThat(Project.file(name)).isExecutable());
    }

    @Test
    void textFiles_endWithALineFeedAndHaveNoCarriageReturn() {
        List<String> wrong = new ArrayList<>();
        for (Path file : Project.ownFiles()) {
            String text = Project.textIfText(file).orElse("\n");
            if (!text.isEmpty() && (!text.endsWith("\n") || text.contains("\r\n"))) {
                wrong.add(Project.name(file));
            }
        }
        assertThat(wrong).as("text files with wrong line ends").isEmpty();
    }

    @Test
    void decisions_areNumberedWithoutGap() throws Exception {
        try (var files = Files.list(Project.file("docs/adr"))) {
            List<String> numbers =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("\\d{4}-.*\\.md"))
                            .map(name -> name.substring(0, 4))
                            .sorted()
                            .toList();
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).isEqualTo("%04d".formatted(i + 1));
            }
            assertThat(numbers).isNotEmpty();
        }
    }

    private static List<String> linesWith(Pattern pattern) {
        List<String> found = new ArrayList<>();
        for (Path file : Project.ownFiles()) {
            List<String> lines =
                    Project.textIfText(file).map(text -> text.lines().toList()).orElse(List.of());
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    found.add(
                            "%s:%d: %s".formatted(Project.name(file), i + 1, lines.get(i).strip()));
                }
            }
        }
        return found;
    }
}
