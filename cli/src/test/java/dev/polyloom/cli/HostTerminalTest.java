package dev.polyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hosts of the command on a terminal. */
@Timeout(120)
class HostTerminalTest extends HostCommands {
    @Test
    void terminal_showsTheLiveTree() throws Exception {
        write(TWO);
        Process script = startOnTerminal();
        Pattern tree =
                Pattern.compile(
                        "\u001b\\[\\?7lshop +running +0:0\\d[^\u001b]*first +running +0:0\\d"
                                + "[^\u001b]*second +running");
        await().atMost(SOON).until(() -> tree.matcher(out()).find());
        ProcessHandle sleeper = awaitSleeper(script, "1001");

        sleeper.destroyForcibly();

        await().atMost(SOON)
                .until(() -> out().contains("first: restarted") && out().contains("1 restart"));
        ProcessHandle java =
                script.descendants()
                        .filter(child -> child.info().command().orElse("").endsWith("java"))
                        .findFirst()
                        .orElseThrow();
        assertThat(java.destroy()).isTrue();
        assertThat(script.waitFor()).as(out()).isZero();
        Matcher erased = Pattern.compile("\r\u001b\\[K(\u001b\\[A\r\u001b\\[K){3}").matcher(out());
        assertThat(erased.find()).isTrue();
    }

    @Test
    void terminal_onDemand_showsTheLogAlone() throws Exception {
        write(TWO);
        Process script = startOnTerminal("--plain");
        await().atMost(SOON).until(() -> out().contains("shop: ready"));

        awaitSleeper(script, "1001").destroyForcibly();

        await().atMost(SOON).until(() -> out().contains("first: restarted"));
        assertThat(out()).doesNotContain("\u001b");
    }

    private Process startOnTerminal(String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of("host"));
        args.addAll(List.of(options));
        args.add(folder.resolve("host.yaml").toString());
        String line = String.join("' '", builder(args.toArray(String[]::new)).command());
        ProcessBuilder builder =
                new ProcessBuilder(
                                "script",
                                "-qefc",
                                "stty rows 30 cols 100; exec '" + line + "'",
                                folder.resolve("typescript").toString())
                        .redirectOutput(folder.resolve("out").toFile())
                        .redirectError(folder.resolve("err").toFile());
        builder.environment().put("POLYLOOM_HOSTS", folder.resolve("hosts").toString());
        builder.environment().put("TERM", "xterm");
        Process script = builder.start();
        started.add(script);
        return script;
    }

    @Test
    void terminalThatIsClosed_stopsTheHost() throws Exception {
        write(TWO);
        Process script = startOnTerminal();
        await().atMost(SOON).until(() -> out().contains("shop: ready"));
        List<ProcessHandle> all = script.descendants().toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(3);

        script.destroyForcibly();

        await().atMost(SOON).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    private String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }
}
