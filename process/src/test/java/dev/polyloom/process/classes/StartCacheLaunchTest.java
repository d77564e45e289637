package dev.polyloom.process.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs as users start them, whose workers start from a cache or without one. */
@Timeout(300)
class StartCacheLaunchTest {
    private static final String PROGRAM =
            """
            import dev.polyloom.Run;
            import dev.polyloom.Scope;

            public class Program {
                public static void main(String[] options) throws Exception {
                    try (Scope scope = Run.processes().workers(1).jvmArguments(options).open()) {
                        System.out.println(scope.submit(() -> "done").get());
                    }
                }
            }
            """;

    /** Lets training go on also while the machine has more to do. */
    private static final String AT_ONCE = "-Dpolyloom.process.trainingNiceness=0";

    private static final String DONE = "exit 0\ndone\n";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir private static Path shared;
    private static Launched launched;
    private static Path core;
    private static Path process;
    private static Path program;

    @TempDir private Path folder;
    private Path caches;
    private Path log;

    @BeforeAll
    static void makeJarsAndCache() throws Exception {
        launched = new Launched(shared);
        core = Launched.jar(shared.resolve("core.jar"), Launched.core());
        process = Launched.jar(shared.resolve("process.jar"), Launched.process());
        Path source = launched.source("Program.java", PROGRAM);
        List<String> options = List.of("-cp", Launched.path(core, process));
        program = launched.compile("program", options, source);
        Path made = shared.resolve("made");
        assertThat(run(made)).isEqualTo(DONE);
        awaitCaches(made, 1);
    }

    @BeforeEach
    void copyCache() throws Exception {
        caches = folder.resolve("caches");
        log = folder.resolve("worker.log");
        Files.createDirectory(caches);
        Path made = caches(shared.resolve("made")).getFirst();
        Files.copy(made, caches.resolve(made.getFileName()));
    }

    private static String run(Path caches, String... options) throws Exception {
        List<String> line = new ArrayList<>();
        line.add("-Dpolyloom.process.cache=" + caches);
        line.add(AT_ONCE);
        line.addAll(List.of("-cp", Launched.path(program, core, process), "Program"));
        line.addAll(List.of(options));
        return launched.java(line.toArray(String[]::new));
    }

    private String runLogged(String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Xlog:class+load:file=" + log);
        return run(caches, all.toArray(String[]::new));
    }

    private boolean workerUsedACache() throws IOException {
        String from = Files.readString(log);
        assertThat(from).contains("dev.polyloom.process.worker.WorkerMain source: ");
        return from.contains("dev.polyloom.process.worker.WorkerMain source: shared objects file");
    }

    private static List<Path> caches(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.filter(each -> each.toString().endsWith(".aot")).sorted().toList();
        }
    }

    private static void awaitCaches(Path folder, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(content(folder)).as("%s", folder).hasSize(count));
    }

    /** Returns the caches in a folder once nobody is at work on another. */
    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            List<Path> all = content.toList();
            for (Path each : all) {
                String failure = each.toString().endsWith(".failed") ? Files.readString(each) : "";
                assertThat(failure).isEmpty();
            }
            assertThat(all).noneMatch(Files::isDirectory);
        }
        return caches(folder);
    }

    @Test
    void cache_isUsedAndNothingIsSaid() throws Exception {
        assertThat(runLogged()).isEqualTo(DONE);
        assertThat(workerUsedACache()).isTrue();
        assertThat(content(caches)).hasSize(1);
    }

    @Test
    void cache_servesWorkersWithOtherHeapsAndProperties() throws Exception {
        assertThat(runLogged("-Xms32m", "-Dsome=thing")).isEqualTo(DONE);
        assertThat(workerUsedACache()).isTrue();
    }

    @Test
    void useOfACache_isNoted() throws Exception {
        Path cache = caches(caches).getFirst();
        FileTime old = FileTime.fromMillis(0);
        Files.setLastModifiedTime(cache, old);
        assertThat(run(caches)).isEqualTo(DONE);
        assertThat(Files.getLastModifiedTime(cache)).isGreaterThan(old);
    }

    @Test
    void cacheOfOtherOptions_isNotUsedAndAnotherIsMade() throws Exception {
        assertThat(runLogged("-XX:+UseParallelGC")).isEqualTo(DONE);
        assertThat(workerUsedACache()).isFalse();
        awaitCaches(caches, 2);
        assertThat(runLogged("-XX:+UseParallelGC")).isEqualTo(DONE);
        assertThat(workerUsedACache()).isTrue();
    }

    @Test
    void cache_isMadeForModulesToo() throws Exception {
        String[] line = {
            "-Dpolyloom.process.cache=" + caches,
            AT_ONCE,
            "--module-path",
            Launched.path(core, process),
            "--add-modules",
            "dev.polyloom.process",
            "-cp",
            program.toString(),
            "Program",
            "-Xlog:class+load:file=" + log
        };
        assertThat(launched.java(line)).isEqualTo(DONE);
        awaitCaches(caches, 2);
        assertThat(launched.java(line)).isEqualTo(DONE);
        assertThat(workerUsedACache()).isTrue();
    }

    @Test
    void cache_isMadeForWorkersWithTheAgentToo() throws Exception {
        Path agent = launched.agentJar();
        String[] line = {
            "-Dpolyloom.process.cache=" + caches,
            AT_ONCE,
            "-javaagent:" + agent,
            "-cp",
            Launched.path(program, core, agent),
            "Program",
            "-Xlog:class+load:file=" + log
        };
        assertThat(launched.java(line)).isEqualTo(DONE);
        awaitCaches(caches, 2);
        assertThat(launched.java(line)).isEqualTo(DONE);
        assertThat(workerUsedACache()).isTrue();
    }

    @Test
    void cacheThatTheJvmRejects_isIgnoredInSilence() throws Exception {
        Path cache = caches(caches).getFirst();
        String name = cache.getFileName().toString();
        Files.writeString(cache, "not a cache");
        String sum = "%08x".formatted(crc(cache));
        Path believed = caches.resolve(name.replaceAll("-.*", "-" + sum + ".aot"));
        Files.move(cache, believed);
        assertThat(runLogged()).isEqualTo(DONE);
        assertThat(workerUsedACache()).isFalse();
        assertThat(believed).exists();
    }

    private static long crc(Path file) throws IOException {
        var crc = new java.util.zip.CRC32C();
        crc.update(Files.readAllBytes(file));
        return crc.getValue();
    }

    @Test
    void damagedCache_isDeletedAndMadeAnew() throws Exception {
        Path cache = caches(caches).getFirst();
        byte[] bytes = Files.readAllBytes(cache);
        bytes[bytes.length / 2] ^= 1;
        Files.write(cache, bytes);
        assertThat(runLogged()).isEqualTo(DONE);
        assertThat(workerUsedACache()).isFalse();
        awaitCaches(caches, 1);
        assertThat(runLogged()).isEqualTo(DONE);
        assertThat(workerUsedACache()).isTrue();
    }

    @Test
    void halfACache_isDeleted() throws Exception {
        Path cache = caches(caches).getFirst();
        byte[] bytes = Files.readAllBytes(cache);
        Files.write(cache, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(runLogged()).isEqualTo(DONE);
        assertThat(workerUsedACache()).isFalse();
    }

    @Test
    void folderThatCannotBe_isDoneWithout() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        caches = file.resolve("below");
        assertThat(runLogged()).isEqualTo(DONE);
        assertThat(workerUsedACache()).isFalse();
        caches = Path.of("/proc/none");
        assertThat(runLogged()).isEqualTo(DONE);
        assertThat(file).isEmptyFile();
    }

    @Test
    void programsThatRace_allRunAndLeaveOneCache() throws Exception {
        Path empty = folder.resolve("empty");
        try (ExecutorService starters = Executors.newFixedThreadPool(3)) {
            Callable<String> start = () -> run(empty);
            for (Future<String> each : starters.invokeAll(List.of(start, start, start))) {
                assertThat(each.get()).isEqualTo(DONE);
            }
        }
        awaitCaches(empty, 1);
        caches = empty;
        assertThat(runLogged()).isEqualTo(DONE);
        assertThat(workerUsedACache()).isTrue();
    }

    @Test
    void cacheIsOff_whenItIsSwitchedOff() throws Exception {
        caches = Path.of("off");
        assertThat(runLogged()).isEqualTo(DONE);
        assertThat(workerUsedACache()).isFalse();
        assertThat(shared.resolve("off")).doesNotExist();
    }

    @Test
    void whyThereIsNoCache_isSaidOnceInADebugLine() throws Exception {
        Path settings = folder.resolve("logging.properties");
        Files.writeString(
                settings,
                """
                handlers = java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level = ALL
                dev.polyloom.process.level = FINE
                """,
                StandardOpenOption.CREATE);
        String output =
                launched.java(
                        "-Dpolyloom.process.cache=" + caches,
                        "-Djava.util.logging.config.file=" + settings,
                        "-cp",
                        Launched.path(program, core, process),
                        "Program",
                        "-Xshare:off");
        assertThat(output)
                .contains("done")
                .containsOnlyOnce(
                        "workers start without a start cache: the workers' option -Xshare:off");
    }
}
