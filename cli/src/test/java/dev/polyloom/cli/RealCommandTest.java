package dev.polyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command in a JVM of its own, and what signals do to it. */
@Timeout(120)
class RealCommandTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private Path folder;
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void killWhatIsLeft() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        started.add(process);
        return process;
    }

    @Test
    void hugeInput_isStreamedThroughASmallHeap() throws Exception {
        int lines = 1_000_000;
        Path input = folder.resolve("input");
        try (BufferedWriter out = Files.newBufferedWriter(input)) {
            for (int i = 0; i < lines; i++) {
                out.write(i + " ..............................................................\n");
            }
        }
        Path output = folder.resolve("output");
        Process process =
                start(
                        Command.process(
                                        List.of("-Xmx64m"),
                                        "map",
                                        "--flavor",
                                        "threads",
                                        "java.lang.String::length")
                                .redirectInput(input.toFile())
                                .redirectOutput(output.toFile())
                                .redirectError(ProcessBuilder.Redirect.INHERIT));

        assertThat(process.waitFor()).isZero();
        try (var results = Files.lines(output)) {
            assertThat(results.count()).isEqualTo(lines);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "processes", "isolates"})
    void readerThatGoes_endsTheRunQuietlyAndEarly(String flavor) throws Exception {
        List<String> command =
                Command.process("map", "--flavor", flavor, "java.lang.String::strip").command();
        Process process =
                shell("yes x | %s | head -n 2; echo ${PIPESTATUS[1]}".formatted(quoted(command)));
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(out).isEqualTo("x\nx\n0\n");
    }

    private Process shell(String script) throws IOException {
        return start(new ProcessBuilder("bash", "-c", script).redirectErrorStream(true));
    }

    private static String quoted(List<String> command) {
        return "'" + String.join("' '", command) + "'";
    }

    @Test
    void fullDisk_isReported() throws Exception {
        Path err = folder.resolve("err");
        Process process =
                start(
                        Command.process("map", "java.lang.String::strip", "a")
                                .redirectOutput(Path.of("/dev/full").toFile())
                                .redirectError(err.toFile()));

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(err).content().contains("No space left on device").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "<&-, it is closed",
        "</, Is a directory",
        "0>/dev/null, Bad file descriptor",
    })
    void inputThatCannotBeRead_isMisuse(String redirection, String why) throws Exception {
        List<String> command = Command.process("map", "java.lang.String::strip").command();
        Process process = shell("exec " + quoted(command) + " " + redirection);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(out)
                .contains("standard input: " + why, "give items as arguments or lines")
                .hasLineCount(1);
    }

    @Test
    void misuse_startsNothing() throws Exception {
        Path initialised = folder.resolve("initialised");
        Path source =
                Command.write(
                        folder,
                        "Eager.java",
                        """
                        class Eager {
                            static {
                                try {
                                    java.nio.file.Files.createFile(java.nio.file.Path.of("%s"));
                                } catch (java.io.IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            }
                            static String of(String s) { return s; }
                        }
                        """
                                .formatted(initialised));
        Path input = Files.writeString(folder.resolve("in"), "a\n");
        List<List<String>> wrong =
                List.of(
                        List.of("map", "-w", "0", source + "::of"),
                        List.of("map", source + "::off"),
                        List.of("map", "--timeline", "/no/page.html", source + "::of"),
                        List.of("filter", "-f", "processes", source + "::of"));
        for (List<String> line : wrong) {
            Command.Result result = Command.runProcess(input, line.toArray(String[]::new));

            assertThat(result.code()).as(result.err()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.errLines()).hasSize(1);
            assertThat(initialised).doesNotExist();
        }
    }

    @Test
    void whatTheFunctionPrints_staysOutOfTheResults() throws Exception {
        Path source =
                Command.write(
                        folder,
                        "Loud.java",
                        "class Loud { static String of(String s) {"
                                + " System.out.println(\"loud \" + s); return s; } }");
        Path input = Files.writeString(folder.resolve("in"), "a\n");
        for (String flavor : List.of("threads", "processes")) {
            Command.Result result =
                    Command.runProcess(input, "map", "--flavor", flavor, source + "::of");

            assertThat(result.out()).isEqualTo("a\n");
            assertThat(result.err()).contains("loud a").hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--retries=1", "--retries=1 --chunk=3", "--retries=1 --unordered"})
    void killedWorker_costsNothingWithARetry(String options) throws Exception {
        Process process = startSpinning(options.split(" ", -1));

        kill(workerOfTheHeldItem());

        assertThat(process.waitFor()).as(errors()).isZero();
        List<String> results = Files.readAllLines(folder.resolve("out"));
        if (options.contains("--unordered")) {
            assertThat(results).containsExactlyInAnyOrderElementsOf(doubled());
        } else {
            assertThat(results).isEqualTo(doubled());
        }
    }

    @Test
    void killedWorker_costsOneItemWithoutARetry() throws Exception {
        Process process = startSpinning();
        ProcessHandle worker = workerOfTheHeldItem();

        kill(worker);

        assertThat(process.waitFor()).as(errors()).isEqualTo(1);
        List<String> failures = errors().lines().filter(line -> line.contains("item ")).toList();
        assertThat(failures).as(errors()).hasSize(2);
        assertThat(failures.getFirst())
                .contains("item 151 '150' failed: worker ")
                .contains("(pid " + worker.pid() + ")", "signal 9 (SIGKILL)")
                .endsWith("while it ran item \"150\"");
        assertThat(failures.getLast()).endsWith("1 item of 300 failed");
        assertThat(Files.readAllLines(folder.resolve("out")))
                .isEqualTo(doubled().stream().filter(result -> !result.equals("300")).toList());
    }

    @Test
    void killedCommand_leavesNoWorker() throws Exception {
        Process process = startSpinning();
        List<ProcessHandle> workers = workers(process, 2);

        process.toHandle().destroyForcibly();

        await().atMost(SOON).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void killedCommand_leavesNoWorkerThatIsIdleOrHeldUp() throws Exception {
        Process process = start(spinning().redirectInput(ProcessBuilder.Redirect.PIPE));
        process.getOutputStream().write("1\n2\n3\n150\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        await().atMost(SOON).until(() -> process.children().count() >= 2);
        List<ProcessHandle> workers = process.children().toList();
        assertThat(workers).contains(workerOfTheHeldItem());

        process.toHandle().destroyForcibly();

        await().atMost(SOON).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void interrupt_endsWith130AndEveryWorker() throws Exception {
        Process process = startSpinning("--timeline", folder.resolve("page.html").toString());
        List<ProcessHandle> workers = workers(process, 2);

        signal("INT", process.toHandle());

        assertThat(process.waitFor()).isEqualTo(130);
        await().atMost(SOON).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(errors()).isEmpty();
        assertThat(Files.readString(folder.resolve("out"))).endsWith("\n");
        assertThat(doubled())
                .startsWith(Files.readAllLines(folder.resolve("out")).toArray(String[]::new));
        assertThat(folder.resolve("page.html")).content().contains("</html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "virtual", "none"})
    void interrupt_endsWith130AlsoWhenTasksIgnoreIt(String flavor) throws Exception {
        Path ready = folder.resolve("ready");
        Path source =
                Command.write(
                        folder,
                        "Deaf.java",
                        """
                        class Deaf {
                            static volatile boolean stop;
                            static String of(java.nio.file.Path p) throws Exception {
                                java.nio.file.Files.createFile(p);
                                while (!stop) java.util.concurrent.locks.LockSupport.park();
                                return "";
                            }
                        }
                        """);
        Process process =
                start(
                        Command.process("map", "-f", flavor, source + "::of", ready.toString())
                                .redirectErrorStream(true));
        await().atMost(SOON).until(() -> Files.exists(ready));

        signal("INT", process.toHandle());

        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
    }

    private static int items() {
        return 300;
    }

    private static List<String> doubled() {
        return IntStream.range(0, items()).mapToObj(i -> "" + 2 * i).toList();
    }

    private Process startSpinning(String... options) throws Exception {
        return start(spinning(options));
    }

    private ProcessBuilder spinning(String... options) throws Exception {
        Path source =
                Command.write(
                        folder,
                        "Spin.java",
                        """
                        import java.nio.file.*;
                        class Spin {
                            static final Path HELD = Path.of("%s");
                            static int twice(int i) throws Exception {
                                if (i == 150 && !Files.exists(HELD)) {
                                    Path draft = Path.of(HELD + ".draft");
                                    Files.writeString(draft, "" + ProcessHandle.current().pid());
                                    Files.move(draft, HELD);
                                    while (true) java.util.concurrent.locks.LockSupport.park();
                                }
                                long end = System.nanoTime() + 20_000_000;
                                while (System.nanoTime() < end) Thread.onSpinWait();
                                return 2 * i;
                            }
                        }
                        """
                                .formatted(folder.resolve("held")));
        Path input =
                Files.write(
                        folder.resolve("in"),
                        LongStream.range(0, items()).mapToObj(Long::toString).toList());
        var line = new ArrayList<>(List.of("map", "-f", "processes", "-w", "2"));
        line.addAll(List.of(options));
        line.add(source + "::twice");
        return Command.process(line.toArray(String[]::new))
                .redirectInput(input.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
    }

    /** Returns the worker that is held up by an item, the first time the item is run. */
    private ProcessHandle workerOfTheHeldItem() throws IOException {
        Path held = folder.resolve("held");
        await().atMost(SOON).until(() -> Files.exists(held));
        return ProcessHandle.of(Long.parseLong(Files.readString(held))).orElseThrow();
    }

    private List<ProcessHandle> workers(Process process, int count) {
        await().atMost(SOON).until(() -> process.children().count() >= count);
        await().atMost(SOON).until(() -> Files.size(folder.resolve("out")) > 0);
        return process.children().toList();
    }

    private static void kill(ProcessHandle worker) {
        assertThat(worker.destroyForcibly()).isTrue();
    }

    private static void signal(String name, ProcessHandle target) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, "" + target.pid()).start();
        assertThat(kill.waitFor()).isZero();
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
