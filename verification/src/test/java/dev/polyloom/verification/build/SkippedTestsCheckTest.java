package dev.polyloom.verification.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.verification.Command;
import dev.polyloom.verification.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes a skipped test fail the build, on reports as Surefire writes them. */
@Timeout(60)
class SkippedTestsCheckTest {
    private static final String NO_BROWSER = "no browser: Chromium and ChromeDriver are needed";

    @TempDir Path project;
    private Path tools;

    @BeforeEach
    void copyScript() throws IOException {
        Files.createDirectories(project.resolve("scripts"));
        Files.createDirectories(project.resolve("target"));
        tools = Files.createDirectories(project.resolve("bin"));
        Path script = project.resolve("scripts/no-skipped-tests");
        Files.copy(Project.file("scripts/no-skipped-tests"), script);
        makeExecutable(script);
    }

    @Test
    void check_withoutReports_fails() throws Exception {
        assertThat(check(Map.of()).exit()).isEqualTo(1);
    }

    @Test
    void check_whenNothingWasSkipped_passesInSilence() throws Exception {
        report("core", "");

        Command.Result result = check(Map.of());

        assertThat(result).isEqualTo(new Command.Result(0, "", ""));
    }

    @Test
    void check_whenATestWasSkipped_namesItAndItsReason() throws Exception {
        report("core", "");
        report("process", "<skipped message=\"too &quot;slow&quot;\"/>");
        report("cli", "<skipped/>");

        Command.Result result = check(Map.of());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err())
                .contains("a.SomeTest.case: too &quot;slow&quot;")
                .containsPattern("a\\.SomeTest\\.case\n")
                .doesNotContain("a.SomeTest.other");
    }

    @Test
    void check_whenABrowserIsMissing_letsBrowserTestsBeSkippedButNotInCi() throws Exception {
        report("cli", "<skipped message=\"" + NO_BROWSER + "\"/>");

        assertThat(check(Map.of()).exit()).isZero();
        assertThat(check(Map.of("CI", "true")).exit()).isEqualTo(1);
    }

    @Test
    void check_whenABrowserIsThere_letsNoTestBeSkipped() throws Exception {
        report("cli", "<skipped message=\"" + NO_BROWSER + "\"/>");
        for (String name : List.of("chromium", "chromedriver")) {
            Path tool = tools.resolve(name);
            Files.writeString(tool, "#!/bin/sh\n");
            makeExecutable(tool);
        }

        assertThat(check(Map.of()).exit()).isEqualTo(1);
    }

    private Command.Result check(Map<String, String> variables) throws Exception {
        Map<String, String> environment = new java.util.HashMap<>(variables);
        environment.put("PATH", tools + ":" + withoutBrowser());
        return Command.of(project.resolve("scripts/no-skipped-tests").toString())
                .in(project)
                .withOnly(environment)
                .run();
    }

    /** Makes a folder of the few tools that the script needs, so that no browser is among them. */
    private Path withoutBrowser() throws IOException {
        Path folder = Files.createDirectories(project.resolve("tools"));
        for (String name : List.of("find", "awk", "dirname", "cat")) {
            Path tool = folder.resolve(name);
            Files.writeString(
                    tool, "#!/bin/sh\nPATH=/usr/bin:/bin exec %s \"$@\"\n".formatted(name));
            makeExecutable(tool);
        }
        return folder;
    }

    private void report(String module, String outcome) throws IOException {
        Path folder = Files.createDirectories(project.resolve(module + "/target/surefire-reports"));
        Files.writeString(
                folder.resolve("TEST-a.SomeTest.xml"),
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="a.SomeTest" tests="2" errors="0" skipped="1" failures="0">
                  <testcase name="other" classname="a.SomeTest" time="0.001"/>
                  <testcase name="case" classname="a.SomeTest" time="0.0">
                    %s
                  </testcase>
                </testsuite>
                """
                        .formatted(outcome));
    }

    private static void makeExecutable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }
}
