package dev.polyloom.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the command, in this JVM or in one of its own. */
final class Command {
    private Command() {}

    /** What a run came to. */
    record Result(int code, String out, String err) {
        List<String> outLines() {
            return out.lines().toList();
        }

        List<String> errLines() {
            return err.lines().toList();
        }
    }

    static Result run(String... args) {
        return runWith(InputStream.nullInputStream(), args);
    }

    static Result runWith(String input, String... args) {
        return runWith(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), args);
    }

    static Result runWith(InputStream input, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(input, out, err, false, false, false);
        int code = new Cli(terminal, new StatusLine(err)).run(args);
        return new Result(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Returns a process that runs the command, not yet started. */
    static ProcessBuilder process(List<String> jvmOptions, String... args) {
        List<String> line = new ArrayList<>();
        if (signalsAreIgnored()) {
            line.addAll(List.of("env", "--default-signal=INT,HUP"));
        }
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        line.addAll(jvmOptions);
        line.addAll(List.of("-cp", classPath(), "dev.polyloom.cli.Main"));
        line.addAll(List.of(args));
        return new ProcessBuilder(line).directory(root().toFile());
    }

    static ProcessBuilder process(String... args) {
        return process(List.of(), args);
    }

    /** Runs the command in a JVM of its own. */
    static Result runProcess(Path input, String... args) throws Exception {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        try {
            Process process =
                    process(args)
                            .redirectInput(input.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            int code = process.waitFor();
            return new Result(code, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String classPath() {
        return Stream.of("jdk.module.path", "java.class.path")
                .map(key -> System.getProperty(key, ""))
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty() && !entry.contains("test-classes"))
                .filter(entry ->
                        entry.matches(
                                ".*(polyloom|picocli|core|process|isolate|python|threading|supervisor|hostfile|loadout|snakeyaml|h2|cli).*"))
                .filter(entry -> !entry.contains("surefire") && !entry.contains("junit"))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A shell that starts a build in the background lets it ignore interrupts, nohup hang-ups. */
    private static boolean signalsAreIgnored() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(8), 16) & 3) != 0);
        } catch (java.io.IOException e) {
            return false;
        }
    }

    /** Returns the project's folder. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("examples"))) {
            folder = Objects.requireNonNull(folder.getParent(), "folder of the project");
        }
        return folder;
    }

    /** Returns an example's function, such as {@code Digest.java::sha256}. */
    static String example(String function) {
        return root().resolve("examples") + "/" + function;
    }

    static Path write(Path folder, String name, String text) throws java.io.IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
