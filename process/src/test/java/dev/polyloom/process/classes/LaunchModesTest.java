package dev.polyloom.process.classes;

import static dev.polyloom.process.classes.Launched.core;
import static dev.polyloom.process.classes.Launched.jar;
import static dev.polyloom.process.classes.Launched.path;
import static dev.polyloom.process.classes.Launched.process;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class LaunchModesTest {
    private static final String HELPER =
            """
            %sclass Helper implements java.io.Serializable {
                static int two() { return 2; }
            }
            """;
    private static final String APP =
            """
            %simport dev.polyloom.Run;
            import dev.polyloom.Scope;
            import java.io.Serializable;

            public class App {
                record Item(String name, Helper helper, long pid) implements Serializable {}

                static final class Odd extends Exception {
                    Odd(String message) { super(message); }
                }

                public static void main(String[] args) throws Exception {
                    try (Scope scope = Run.processes().workers(1).open()) {
                        int captured = 40;
                        Item item = scope.submit(() -> new Item(
                                "n" + (captured + Helper.two()),
                                new Helper(),
                                ProcessHandle.current().pid())).get();
                        System.out.println("item " + item.name());
                        System.out.println(
                                "elsewhere " + (item.pid() != ProcessHandle.current().pid()));
                        System.out.println("read " + scope.submit(App::read).get());
                        try {
                            scope.submit(() -> { if (captured > 0) throw new Odd("own"); return 1; }).get();
                        } catch (java.util.concurrent.ExecutionException e) {
                            System.out.println("odd " + (e.getCause() instanceof Odd));
                        }
                    }
                }

                static String read() throws Exception {
                    ClassLoader loader = Thread.currentThread().getContextClassLoader();
                    try (var in = loader.getResourceAsStream("greeting.txt")) {
                        return in == null ? "nothing" : new String(in.readAllBytes());
                    }
                }
            }
            """;
    private static final String PLAIN_APP =
            """
            %simport dev.polyloom.Run;
            import java.util.concurrent.Callable;
            import java.util.concurrent.ExecutorService;

            public class App {
                public static void main(String[] args) throws Exception {
                    try (ExecutorService executor = Run.processes().workers(1).open()) {
                        int captured = 20;
                        Callable<Integer> twice = () -> captured * 2;
                        Callable<Integer> task = () -> twice.call() + 2;
                        System.out.println("answer " + executor.submit(task).get());
                    }
                }
            }
            """;

    @TempDir Path folder;
    private Launched app = new Launched(Path.of("."));

    @BeforeEach
    void prepare() {
        app = new Launched(folder);
    }

    private Path compiled(String source) throws Exception {
        Path classes =
                app.compile(
                        "classes",
                        List.of("-cp", path(core(), process())),
                        app.source("src/App.java", source.formatted("")),
                        app.source("src/Helper.java", HELPER.formatted("")));
        Files.writeString(classes.resolve("greeting.txt"), "hello");
        return classes;
    }

    private static void assertWorked(String output) {
        assertThat(output)
                .startsWith("exit 0")
                .contains("item n42", "elsewhere true", "read hello", "odd true");
    }

    @Test
    void classPath_works() throws Exception {
        Path classes = compiled(APP);
        Path cwd = folder.toRealPath();
        assertWorked(
                app.java(
                        "-cp",
                        path(core(), process(), cwd.relativize(classes.toRealPath())),
                        "App"));
    }

    private Path module(String source) throws Exception {
        Path classes =
                app.compile(
                        "mods/app",
                        List.of("-p", path(core(), process())),
                        app.source(
                                "src/module-info.java",
                                "module app { requires dev.polyloom.core; }"),
                        app.source("src/app/App.java", source.formatted("package app;\n")),
                        app.source("src/app/Helper.java", HELPER.formatted("package app;\n")));
        Files.writeString(classes.resolve("greeting.txt"), "hello");
        return classes;
    }

    @Test
    void modulePath_works() throws Exception {
        Path classes = module(APP);
        assertWorked(app.java("-p", path(core(), process(), classes), "-m", "app/app.App"));
    }

    @Test
    void moduleBesidePolyloomOnTheClassPath_isHandedOn() throws Exception {
        Path classes = compiled(APP);
        Path module =
                app.compile(
                        "mods/extra",
                        List.of(),
                        app.source("extra/module-info.java", "module extra { exports extra; }"),
                        app.source(
                                "extra/extra/Extra.java", "package extra; public class Extra {}"));
        assertWorked(
                app.java(
                        "-p",
                        module.toString(),
                        "--add-modules",
                        "extra",
                        "-cp",
                        path(core(), process(), classes),
                        "App"));
    }

    @Test
    void sourceLauncher_works() throws Exception {
        Path source = app.source("src/App.java", APP.formatted(""));
        app.source("src/Helper.java", HELPER.formatted(""));
        app.source("resources/greeting.txt", "hello");
        Path resources = folder.resolve("resources");
        assertWorked(app.java("-cp", path(core(), process(), resources), source.toString()));
    }

    @Test
    void executableJarWithNestedJars_works() throws Exception {
        assertWorked(app.java("-jar", fatJar(compiled(APP)).toString()));
    }

    @Test
    void plainLambdaWithTheAgent_travelsFromNestedJars() throws Exception {
        String fat = fatJar(compiled(PLAIN_APP)).toString();
        assertThat(app.java("-javaagent:" + app.slimAgentJar(), "-jar", fat))
                .startsWith("exit 0")
                .contains("answer 42");
    }

    private Path fatJar(Path classes) throws Exception {
        Path launcher =
                app.compile(
                        "launcher",
                        List.of(),
                        app.source("nested/NestedLauncher.java", NestedJars.LAUNCHER));
        Path lib = Files.createDirectories(launcher.resolve("lib"));
        jar(lib.resolve("core.jar"), core());
        jar(lib.resolve("process.jar"), process());
        jar(lib.resolve("app.jar"), classes);
        return jar(folder.resolve("fat.jar"), launcher, "Main-Class", "NestedLauncher");
    }

    @Test
    void classesOfTheTestUnderSurefire_travel() throws Exception {
        record Local(String text) implements Serializable {}
        try (Scope scope = Run.processes().workers(1).open()) {
            assertThat(scope.submit(() -> new Local("from a worker")).get())
                    .isEqualTo(new Local("from a worker"));
        }
    }

    @Test
    void plainLambdaWithoutTheAgent_failsWithItsCures() throws Exception {
        Path classes = compiled(PLAIN_APP);
        assertThat(app.java("-cp", path(core(), process(), classes), "App"))
                .startsWith("exit 1")
                .contains("SerializationException: task: a lambda or method reference of App")
                .contains("-javaagent:");
    }

    @Test
    void plainLambdaWithTheAgent_travelsFromTheClassPath() throws Exception {
        Path classes = compiled(PLAIN_APP);
        assertThat(
                        app.java(
                                "-javaagent:" + app.agentJar(),
                                "-cp",
                                path(core(), process(), classes),
                                "App"))
                .startsWith("exit 0")
                .contains("answer 42")
                .doesNotContain("WARNING");
    }

    @Test
    void plainLambdaWithTheAgent_travelsFromTheModulePath() throws Exception {
        Path classes = module(PLAIN_APP);
        assertThat(
                        app.java(
                                "-javaagent:" + app.agentJar(),
                                "-p",
                                path(core(), process(), classes),
                                "-m",
                                "app/app.App"))
                .startsWith("exit 0")
                .contains("answer 42");
    }

    @Test
    void plainLambdaWithTheAgent_travelsFromTheSourceLauncher() throws Exception {
        Path source = app.source("src/App.java", PLAIN_APP.formatted(""));
        assertThat(
                        app.java(
                                "-javaagent:" + app.agentJar(),
                                "-cp",
                                path(core(), process()),
                                source.toString()))
                .startsWith("exit 0")
                .contains("answer 42");
    }
}
