package dev.polyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polyloom.loadout.LoadOut;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class CallCommandTest {
    private static final String TOOLS =
            """
            import dev.polyloom.process.Action;
            import java.util.concurrent.TimeUnit;

            public class Tools {
                @Action static long pid() { return ProcessHandle.current().pid(); }
                @Action static int add(int a, int b) { return a + b; }
                @Action static double add(double a, double b) { return a + b; }
                @Action static String join(String first, String... rest) {
                    return first + ":" + String.join("+", rest);
                }
                @Action static long in(TimeUnit unit, boolean twice) {
                    return unit.toSeconds(1) * (twice ? 2 : 1);
                }
                @Action static int[] range(int end) {
                    return java.util.stream.IntStream.range(0, end).toArray();
                }
                @Action static void nothing() { System.out.println("said"); }
                @Action static void fail(String why) throws java.io.IOException {
                    throw new java.io.IOException(why);
                }
                @Action static void die() { Runtime.getRuntime().halt(7); }
                @Action static String worker() {
                    return dev.polyloom.process.Head.current().name();
                }
                @Action static String hold(java.nio.file.Path ready) throws Exception {
                    java.nio.file.Files.createFile(ready);
                    while (true) java.util.concurrent.locks.LockSupport.park();
                }
                static void hidden() {}
            }
            """;

    private static final String LOADOUT =
            """
            name: tools
            workers: {count: 2}
            actions: [Tools.java]
            preps:
              sum: {action: tools.add, arguments: [2, 3]}
              who: {action: tools.worker}
            """;

    @TempDir private Path folder;

    private Command.Result call(String... words) throws Exception {
        Command.write(folder, "Tools.java", TOOLS);
        Path file = Command.write(folder, "loadout.yaml", LOADOUT);
        List<String> line = new ArrayList<>(List.of("call", "--loadout", file.toString()));
        line.addAll(List.of(words));
        return Command.run(line.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tools.add 2 3 | 5",
                "tools.add 2 0.5 | 2.5",
                "tools.add(double,double) 2 3 | 5.0",
                "tools.join a b c | a:b+c",
                "tools.join a | a:",
                "tools.in MINUTES true | 120",
                "tools.range 3 | [0, 1, 2]",
                "tools.add -- -2 3 | 1",
                "--prep sum | 5",
                "--at 2 tools.worker | tools-2",
                "--at tools-1 tools.worker | tools-1",
                "--at 2 --prep who | tools-2",
            })
    void result_isPrinted(String words, String printed) throws Exception {
        Command.Result result = call(words.split(" ", -1));

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo(printed + "\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void action_runsInAProcessOfItsOwn() throws Exception {
        assertThat(Long.parseLong(call("tools.pid").out().strip()))
                .isNotEqualTo(ProcessHandle.current().pid());
        assertThat(Long.parseLong(call("--at", "new", "tools.pid").out().strip()))
                .isNotEqualTo(ProcessHandle.current().pid());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tools.fail full | tools.fail(\"full\") failed: java.io.IOException: full",
                "--at 2 tools.fail full | tools.fail(\"full\") failed: java.io.IOException: full",
                "--at 9 tools.pid | tools.pid() failed: ",
                "tools.die | exited with code 7 while it ran tools.die()",
            })
    void failure_isPrintedOnStandardError(String words, String problem) throws Exception {
        Command.Result result = call(words.split(" ", -1));

        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(problem).hasLineCount(1);
        assertThat(result.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tools.ad 1 2 | no action 'tools.ad'; did you mean tools.add",
                "tools.hidden | no action 'tools.hidden'",
                "java.lang.System.exit 3 | no action 'java.lang.System.exit'",
                "tools.add 1 | tools.add(\"1\") fits none of tools.add(double, double), tools.add(int, int)",
                "tools.in 1 true | argument 1 cannot be made a TimeUnit: '1' is none of",
                "--prep some | no prep 'some'; there is sum, who",
                "--prep sum 1 | unexpected argument '1'; a prep has its arguments",
                "--at 0 tools.pid | must be a whole number, at least 1, not '0'",
                "--class-path gone.jar tools.pid | --class-path: no readable file or folder 'gone.jar'",
                "--lst | did you mean --list",
            })
    void wrongUse_isMisuse(String words, String problem) throws Exception {
        Command.Result result = call(words.split(" ", -1));

        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(problem).hasLineCount(1);
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void withoutAnAction_thoseThereAreAreListed() throws Exception {
        assertThat(call().err()).contains("ACTION is missing; there is tools.add, tools.die,");
        assertThat(Command.run("call", "a.b").err())
                .contains("missing required option: '--loadout=FILE|URL'");
    }

    @Test
    void list_startsNothing() throws Exception {
        Command.Result result = call("--list");

        assertThat(result.outLines())
                .contains(
                        "tools.add(double, double) -> double",
                        "tools.add(int, int) -> int",
                        "tools.join(String, String...) -> String",
                        "tools.nothing()",
                        "--prep sum");
        assertThat(result.code()).isZero();
    }

    @Test
    void loadOutWithFaults_isRefusedWithAllOfThem() throws Exception {
        Command.write(folder, "Broken.java", "class Broken { int x = ; }");
        Path file =
                Command.write(
                        folder,
                        "loadout.yaml",
                        """
                        workers: {cuont: 1}
                        actions: [Broken.java, Gone.java, com.acme.Gone]
                        """);

        Command.Result result = Command.run("call", "--loadout", file.toString(), "a.b");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.errLines()).hasSize(4);
        assertThat(result.err().replace(folder + "/", ""))
                .contains(
                        "polyloom call: loadout.yaml:1:11: unknown key 'cuont'; did you mean 'count'?")
                .contains(
                        "polyloom call: loadout.yaml:2:11: Broken.java:1: illegal start of expression")
                .contains("polyloom call: loadout.yaml:2:24: no source file 'Gone.java'")
                .contains("polyloom call: loadout.yaml:2:35: no class 'com.acme.Gone' found");
    }

    @Test
    void database_isReadLikeAFile() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("loadouts");
        Command.write(folder, "Tools.java", TOOLS);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(LoadOut.tables());
            statement.execute("insert into polyloom_loadout values ('tools', null)");
            statement.execute(
                    "insert into polyloom_action values ('tools', 1, null, '%s', null)"
                            .formatted(folder.resolve("Tools.java")));
            statement.execute("insert into polyloom_worker_option values ('tools', 'count', '1')");
        }

        Command.Result result = Command.run("call", "--loadout", url, "tools.add", "2", "3");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("5\n");
    }

    @Test
    void whatTheActionPrints_staysOutOfTheResults() throws Exception {
        call("--list");
        Path input = Files.writeString(folder.resolve("in"), "");
        Command.Result result =
                Command.runProcess(
                        input,
                        "call",
                        "--loadout",
                        folder.resolve("loadout.yaml").toString(),
                        "tools.nothing");

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("said").hasLineCount(1);
    }

    @Test
    void interrupt_endsWith130AndEveryWorker() throws Exception {
        call("--list");
        Path ready = folder.resolve("ready");
        Process process =
                Command.process(
                                "call",
                                "--loadout",
                                folder.resolve("loadout.yaml").toString(),
                                "tools.hold",
                                ready.toString())
                        .redirectErrorStream(true)
                        .start();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(ready));
            List<ProcessHandle> workers = process.children().toList();
            new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(process.getInputStream().readAllBytes()).isEmpty();
            await().until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
