package dev.polyloom.process.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.ProcessOptions;
import dev.polyloom.process.classes.BootLocation.Kind;
import java.io.File;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkerCommandTest {
    private static final Map<String, String> PROPERTIES =
            Map.of("java.home", "/jdk", "java.class.path", "lib/a.jar:/b.jar", "user.dir", "/base");

    @TempDir Path folder;

    private static ProcessOptions options(
            long heap, Map<String, String> properties, String... jvm) {
        return new ProcessOptions(
                1,
                null,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                heap,
                0,
                0,
                0,
                null,
                Map.of(),
                properties,
                List.of(jvm),
                null,
                Set.of(),
                0,
                List.of(),
                null);
    }

    private static WorkerCommand command(Kind kind, String... inputArguments) {
        return new WorkerCommand(
                PROPERTIES,
                List.of(inputArguments),
                new BootLocation(
                        kind,
                        kind == Kind.MODULE ? "dev.polyloom.process" : "",
                        kind == Kind.MODULE ? List.of("app", "dev.polyloom.process") : List.of(),
                        kind == Kind.MODULE ? "mods" : null),
                OwnJars.NONE);
    }

    @Test
    void classPath_isHandedOnAbsolute() throws Exception {
        List<String> command = command(Kind.CLASS_PATH).build(options(0, Map.of()), folder);
        assertThat(command).startsWith("/jdk/bin/java").endsWith(BootLocation.WORKER);
        assertThat(command)
                .containsSequence("--class-path", "/base/lib/a.jar" + File.pathSeparator + "/b.jar")
                .contains("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
    }

    @Test
    void modulePath_isHandedOnWithTheSameModules() throws Exception {
        List<String> command = command(Kind.MODULE).build(options(0, Map.of()), folder);
        assertThat(command)
                .containsSequence("--module-path", "/base/mods")
                .containsSequence("--add-modules", "app,dev.polyloom.process")
                .endsWith("--module", "dev.polyloom.process/" + BootLocation.WORKER);
    }

    @Test
    void sockets_areThoseOfThisJvmUnlessTheUserSaysOtherwise() throws Exception {
        String name = "-Djava.nio.channels.spi.SelectorProvider=";
        String ours = name + SelectorProvider.provider().getClass().getName();
        List<String> command =
                command(Kind.CLASS_PATH, name + "of.this.Jvm")
                        .build(options(0, Map.of(), name + "of.the.Pool"), folder);
        assertThat(command).containsSubsequence(ours, name + "of.this.Jvm", name + "of.the.Pool");
    }

    @Test
    void optionsOfThisJvm_areChosen() throws Exception {
        List<String> command =
                command(
                                Kind.CLASS_PATH,
                                "-Xmx4g",
                                "-XX:+UseZGC",
                                "-agentlib:jdwp=transport=dt_socket,address=5005",
                                "-javaagent:other.jar",
                                "-Dmine=1",
                                "-Dsurefire.test.class.path=x",
                                "-Dcom.sun.management.jmxremote.port=1",
                                "-Dbasedir=/x",
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "--enable-preview",
                                "-ea:some.pkg...")
                        .build(options(0, Map.of()), folder);
        assertThat(command)
                .contains(
                        "-Dmine=1",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-preview",
                        "-ea:some.pkg...");
        assertThat(String.join(" ", command))
                .doesNotContain("Xmx", "ZGC", "jdwp", "javaagent", "surefire", "jmx", "basedir");
    }

    @Test
    void optionsOfThePool_comeLast() throws Exception {
        List<String> command =
                command(Kind.CLASS_PATH, "-Dmine=1")
                        .build(
                                options(64 << 20, Map.of("mine", "2"), "-XX:+UseG1GC", "-Xss2m"),
                                folder);
        assertThat(command).contains("-Xmx67108864", "-XX:+UseG1GC", "-Xss2m");
        assertThat(command).doesNotContain("-XX:+UseSerialGC");
        assertThat(command.indexOf("-Dmine=2")).isGreaterThan(command.indexOf("-Dmine=1"));
    }

    @Test
    void ownAgent_isHandedOnAndNoOther() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("none"));
        String own =
                Launched.jar(
                                folder.resolve("own.jar"),
                                classes,
                                "Premain-Class",
                                "dev.polyloom.process.agent.LambdaAgent")
                        .toString();
        String other =
                Launched.jar(folder.resolve("other.jar"), classes, "Premain-Class", "other.Agent")
                        .toString();
        assertThat(
                        command(Kind.CLASS_PATH, "-javaagent:" + other, "-javaagent:" + own + "=x")
                                .build(options(0, Map.of()), folder))
                .contains("-javaagent:" + own)
                .doesNotContain("-javaagent:" + other);
    }

    @Test
    void longCommand_goesThroughAFile() throws Exception {
        String value = "a \"b\" \\ ".repeat(2_000);
        List<String> command =
                command(Kind.CLASS_PATH).build(options(0, Map.of("long", value)), folder);
        assertThat(command).hasSize(2);
        String text = Files.readString(Path.of(command.get(1).substring(1)));
        assertThat(text).contains("\"-Dlong=a \\\"b\\\" \\\\ ");
    }

    @Test
    void bootClasses_areAllOfThePackage() throws Exception {
        Path root = BootLocation.writeBootClasses(folder);
        Path compiled =
                Path.of(
                                BootLocation.class
                                        .getResource("/dev/polyloom/process/boot/Boot.class")
                                        .toURI())
                        .getParent();
        try (Stream<Path> files = Files.list(compiled)) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".class")))
                    .containsAll(BootLocation.BOOT_CLASSES.stream().map(c -> c + ".class").toList())
                    .allMatch(f ->
                            BootLocation.BOOT_CLASSES.contains(f.replace(".class", ""))
                                    || f.contains("Test"));
        }
        List<String> command = command(Kind.SERVED).build(options(0, Map.of()), folder);
        assertThat(command).endsWith("--class-path", root.toString(), BootLocation.BOOT);
    }
}
