package dev.polyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.json.Json;

@Timeout(120)
class OtherCommandsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "map",
                "filter",
                "call",
                "bench",
                "capabilities",
                "explain",
                "assess",
                "run",
                "translate",
                "host",
                "status",
                "ctl",
                "version",
                "completion"
            })
    void help_isPrintedByEveryCommand(String command) {
        Command.Result result =
                command.isEmpty() ? Command.run("--help") : Command.run(command, "--help");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("Usage: polyloom").contains("--help");
    }

    @Test
    void version_namesPolyloomAndJava() {
        Command.Result result = Command.run("version");

        assertThat(result.out()).matches("polyloom \\d\\S+ \\(Java \\d.*\\)\n");
        assertThat(Command.run("--version").out()).isEqualTo(result.out());
    }

    @Test
    void assess_endsWithTwoWhenSomethingCannotBeTranslated(@TempDir Path folder) throws Exception {
        Path good = Files.writeString(folder.resolve("good.py"), "print(1)\n");
        Path bad = Files.writeString(folder.resolve("bad.py"), "import ctypes\n");
        Path page = folder.resolve("page.html");

        Command.Result fine = Command.run("assess", good.toString(), "--html", page.toString());
        Command.Result refused = Command.run("assess", folder.toString());

        assertThat(fine.code()).isZero();
        assertThat(fine.out()).startsWith("1 of 1 files would be translated");
        assertThat(page).content().startsWith("<!doctype html>");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).startsWith(bad + ":1:8: unsupported: module 'ctypes'");
        assertThat(Command.run("assess").code()).isEqualTo(2);
    }

    @Test
    void capabilities_listEveryFlavor() {
        Command.Result result = Command.run("capabilities");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("processors", "flavors.virtual", "flavors.cluster");
    }

    @Test
    void capabilitiesAsJson_canBeRead() {
        Map<?, ?> read = json(Command.run("capabilities", "--json").out());

        assertThat(read.get("processors"))
                .isEqualTo((long) Runtime.getRuntime().availableProcessors());
        assertThat(at(read, "flavors", "none")).isEqualTo("available");
    }

    @Test
    void explain_tellsTheDecisionAndOpensNothing() {
        Command.Result result = Command.run("explain", "--flavor", "threads", "--workers", "3");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("threads    yes     REQUESTED", "workers: 3");
    }

    @Test
    void bench_comparesFlavorsWithTheWorkInSequence() {
        Command.Result result =
                Command.run("bench", "--n", "4", "-w", "2", "-f", "threads", "--json");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        Map<?, ?> read = json(result.out());
        assertThat(at(read, "rows", 1, "flavor")).isEqualTo("threads");
        assertThat(at(read, "rows", 1, "same")).isEqualTo(true);
        assertThat(at(read, "rows", 0, "flavor")).isEqualTo("sequential");
    }

    @Test
    void bench_endsWithOneWhenResultsDiffer(@TempDir Path folder) throws Exception {
        Path source =
                Files.writeString(
                        folder.resolve("Odd.java"),
                        "class Odd { static String where(String s) {"
                                + " return Thread.currentThread().getName(); } }");

        Command.Result result =
                Command.run("bench", "-n", "3", "-f", "threads", source + "::where");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("DIFFERENT");
        assertThat(result.err()).contains("threads: item 0 gave 'bench-threads-");
    }

    @Test
    void bench_endsWithOneWhenItemsFail() {
        Command.Result result =
                Command.run("bench", "-n", "2", "-f", "none", "java.time.Duration::parse");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("sequential: item 0 failed");
    }

    @Test
    void completionScript_offersCommandsAndFlavors(@TempDir Path folder) throws Exception {
        Path script =
                Files.writeString(
                        folder.resolve("complete"), Command.run("completion", "bash").out());
        String ask =
                "source %s; compopt() { :; }; COMP_WORDS=(polyloom %s); COMP_CWORD=%d; _complete_polyloom;"
                        + " echo ${COMPREPLY[@]}";

        assertThat(bash(ask.formatted(script, "ma", 1))).isEqualTo("map\n");
        assertThat(bash(ask.formatted(script, "map --flavor v", 3))).isEqualTo("virtual\n");
    }

    private static String bash(String script) throws Exception {
        Process process =
                new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    private static Map<?, ?> json(String text) {
        Map<?, ?> read = new Json().toType(text, Map.class);
        return read;
    }

    private static @Nullable Object at(Object json, Object... path) {
        Object value = json;
        for (Object step : path) {
            value =
                    value instanceof List<?> list
                            ? list.get((Integer) step)
                            : ((Map<?, ?>) Objects.requireNonNull(value)).get(step);
        }
        return value;
    }
}
