package dev.polyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Hosts of the command in JVMs of their own, in a folder of their own. */
abstract class HostCommands {
    static final Duration SOON = Duration.ofSeconds(40);
    static final String TWO =
            """
            name: shop
            supervisors:
              main:
                services:
                  first: {command: [sleep, "1001"]}
                  second: {command: [sleep, "1002"], after: first}
            """;

    @TempDir Path folder;
    final List<Process> started = new ArrayList<>();

    @AfterEach
    void killWhatIsLeft() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("host.yaml"), text);
    }

    ProcessBuilder builder(String... args) {
        ProcessBuilder builder = Command.process(args);
        builder.environment().put("POLYLOOM_HOSTS", folder.resolve("hosts").toString());
        return builder;
    }

    Process start(String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of("host"));
        line.addAll(List.of(options));
        line.add(folder.resolve("host.yaml").toString());
        Process process =
                builder(line.toArray(String[]::new))
                        .redirectOutput(folder.resolve("out").toFile())
                        .redirectError(folder.resolve("err").toFile())
                        .start();
        started.add(process);
        return process;
    }

    Command.Result run(String... args) throws Exception {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process =
                builder(args).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        started.add(process);
        int code = process.waitFor();
        return new Command.Result(code, Files.readString(out), Files.readString(err));
    }

    String errors() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    void awaitError(String text) {
        await().atMost(SOON).until(() -> errors().contains(text));
    }

    int count(String text) throws IOException {
        return errors().split(Pattern.quote(text), -1).length - 1;
    }

    static void signal(String name, Process target) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, "" + target.pid()).start();
        assertThat(kill.waitFor()).isZero();
    }

    static List<ProcessHandle> sleepers(Process host, String argument) {
        return host.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("sleep"))
                .filter(child ->
                        Arrays.asList(child.info().arguments().orElse(new String[0]))
                                .contains(argument))
                .toList();
    }

    static ProcessHandle awaitSleeper(Process host, String argument) {
        await().atMost(SOON).until(() -> !sleepers(host, argument).isEmpty());
        return sleepers(host, argument).getFirst();
    }

    void awaitReady() {
        awaitError(" shop: ready");
    }
}
