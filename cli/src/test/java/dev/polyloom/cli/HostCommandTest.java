package dev.polyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts of the command: signals, the control socket, files that change. */
@Timeout(120)
class HostCommandTest extends HostCommands {
    @ParameterizedTest
    @CsvSource({"TERM", "INT"})
    void signal_stopsInGoodOrder(String name) throws Exception {
        write(TWO);
        Process host = start();
        awaitReady();
        List<ProcessHandle> children = host.descendants().toList();

        signal(name, host);

        assertThat(host.waitFor()).as(errors()).isZero();
        assertThat(errors())
                .containsSubsequence(
                        "SIG" + name + ": stopping", "second: stopped", "first: stopped")
                .doesNotContain("\u001b");
        await().atMost(SOON).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(folder.resolve("hosts/shop.sock")).doesNotExist();
        assertThat(folder.resolve("out")).isEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void secondSignal_kills(String name, int code) throws Exception {
        write(
                """
                name: shop
                supervisors:
                  main:
                    services:
                      deaf:
                        command: [sh, -c, "trap '' TERM; echo deaf now; while :; do sleep 1003; done"]
                        stopWithin: 10m
                        readyOn: deaf now
                        readyWithin: 1m
                """);
        Process host = start("--stop-within", "10m");
        awaitReady();
        ProcessHandle child = awaitSleeper(host, "1003");
        signal(name, host);
        awaitError("stopping; a second signal kills");

        signal(name, host);

        assertThat(host.waitFor()).as(errors()).isEqualTo(code);
        await().atMost(SOON).until(() -> !child.isAlive());
    }

    @Test
    void thirdSignal_endsTheCommandAtOnce() throws Exception {
        Files.writeString(
                folder.resolve("Deaf.java"),
                """
                class Deaf implements Runnable {
                    @Override
                    public void run() {
                        while (true) {
                            try {
                                Thread.sleep(1_000_000);
                            } catch (InterruptedException e) {
                                System.err.println("not now");
                            }
                        }
                    }
                }
                """);
        write(
                """
                name: shop
                killWithin: 10m
                supervisors: {main: {services: {deaf: {class: Deaf.java, stopWithin: 10m}}}}
                """);
        Process host = start("--stop-within", "10m");
        awaitReady();
        signal("TERM", host);
        awaitError("stopping; a second signal kills");
        signal("TERM", host);
        awaitError("killing what is left");
        awaitError("deaf: killed");

        signal("TERM", host);

        assertThat(host.waitFor()).as(errors()).isEqualTo(143);
    }

    @Test
    void crash_isLogged_andTheServiceIsBack() throws Exception {
        write(TWO);
        Process host = start();
        awaitReady();
        ProcessHandle before = awaitSleeper(host, "1001");

        before.destroyForcibly();

        awaitError("first: restarted after");
        assertThat(awaitSleeper(host, "1001").pid()).isNotEqualTo(before.pid());
        assertThat(run("status").out())
                .containsPattern(
                        "first +running +virtual +\\d+:\\d\\d +1 restart +last error: .*9");
    }

    @Test
    void statusAndCtl_speakToTheHost() throws Exception {
        write(TWO);
        Process host = start();
        awaitReady();

        Command.Result text = run("status");
        assertThat(text.err()).isEmpty();
        assertThat(text.outLines()).hasSize(4);
        assertThat(text.outLines().getFirst()).startsWith("shop ").contains("running");
        assertThat(text.outLines().getLast()).startsWith("    second ").contains("running");
        assertThat(run("status", "shop").code()).isZero();
        assertThat(run("status", "--json").out())
                .startsWith("{\"path\":\"shop\",\"kind\":\"supervisor\",\"state\":\"running\"")
                .contains("{\"path\":\"shop/main/first\",\"kind\":\"virtual\"");

        ProcessHandle before = awaitSleeper(host, "1002");
        assertThat(run("ctl", "restart", "second"))
                .isEqualTo(new Command.Result(0, "restart shop/main/second\n", ""));
        await().atMost(SOON).until(() -> !before.isAlive());
        assertThat(awaitSleeper(host, "1002").pid()).isNotEqualTo(before.pid());
        assertThat(run("ctl", "stop", "shop/main/second").code()).isZero();
        await().atMost(SOON).until(() -> sleepers(host, "1002").isEmpty());
        assertThat(run("status").out()).containsPattern("second +stopped");
        assertThat(run("ctl", "start", "--host", "shop", "main/second").code()).isZero();
        awaitSleeper(host, "1002");

        Command.Result unknown = run("ctl", "stop", "secnd");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .isEqualTo(
                        "polyloom ctl: no service or supervisor 'secnd'; did you mean second?\n");
        assertThat(run("ctl", "stop", "shop").err()).contains("is the host itself");
        assertThat(run("ctl", "jump", "second").code()).isEqualTo(2);
        assertThat(run("status", "shoe"))
                .isEqualTo(
                        new Command.Result(
                                1,
                                "",
                                "polyloom status: no host named shoe runs; there is shop\n"));

        Command.Result twice = run("host", folder.resolve("host.yaml").toString());
        assertThat(twice.code()).isEqualTo(2);
        assertThat(twice.err()).contains("a host named shop runs already").hasLineCount(1);
        assertThat(host.isAlive()).isTrue();
    }

    @Test
    void withoutAHost_statusAndCtlSaySo() throws Exception {
        assertThat(run("status"))
                .isEqualTo(
                        new Command.Result(
                                1,
                                "",
                                "polyloom status: no host runs; polyloom host FILE starts one\n"));
        assertThat(run("ctl", "stop", "a").code()).isEqualTo(1);
        assertThat(run("ctl").code()).isEqualTo(2);
    }

    @Test
    void hangUp_readsAgain_andTouchesOnlyWhatHasChanged() throws Exception {
        write(TWO);
        Process host = start();
        awaitReady();
        ProcessHandle first = awaitSleeper(host, "1001");
        write(TWO.replace("1002", "2002") + "      third: {command: [sleep, \"1003\"]}\n");

        signal("HUP", host);

        awaitError("read again: added shop/main/third; changed shop/main/second");
        awaitSleeper(host, "2002");
        awaitSleeper(host, "1003");
        assertThat(first.isAlive()).isTrue();
        assertThat(sleepers(host, "1002")).isEmpty();

        write(TWO.replace("sleep", "sleep, 0").replace("services", "servces"));
        signal("HUP", host);
        awaitError("nothing is changed, for the file is wrong:");
        awaitError("host.yaml:4:5: unknown key 'servces'; did you mean 'services'?");
        assertThat(first.isAlive()).isTrue();

        write(TWO.replace("shop", "shoe"));
        signal("HUP", host);
        awaitError("nothing is changed: a host named shop cannot become one named shoe");
        assertThat(first.isAlive()).isTrue();
        assertThat(count("first: ready")).isEqualTo(1);
    }

    @Test
    void hangUp_restartsTheServiceWhoseSourceHasChanged() throws Exception {
        String source =
                """
                class Speaker implements dev.polyloom.supervisor.Service {
                    @Override
                    public void run(dev.polyloom.supervisor.ServiceContext context) throws Exception {
                        System.out.println("this is version 1");
                        context.token().await();
                    }
                }
                """;
        Path file = Files.writeString(folder.resolve("Speaker.java"), source);
        write(TWO + "      third: {class: Speaker.java, executor: thread}\n");
        Process host = start();
        awaitReady();
        awaitError("this is version 1");
        Files.writeString(file, source.replace("version 1", "version 10"));

        signal("HUP", host);

        awaitError("read again: changed shop/main/third");
        awaitError("this is version 10");
        assertThat(count("first: ready")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"isolate", "process", "thread"})
    void actionsOfSourceFiles_runOnEveryExecutor(String executor) throws Exception {
        for (String name : List.of("First", "Second")) {
            Files.writeString(
                    folder.resolve(name + ".java"),
                    """
                    import dev.polyloom.process.Action;

                    final class %s {
                        record Count(String word, int number) {}

                        static int number;

                        @Action
                        static void count(String word) {
                            System.out.println(new Count(word, ++number));
                            throw new IllegalStateException(word + " has crashed");
                        }
                    }
                    """
                            .formatted(name));
        }
        write(
                """
                name: shop
                actions: [{class: First.java}, {class: Second.java}]
                supervisors:
                  main:
                    intensity: unlimited
                    services:
                      a: {action: first.count, arguments: [one], executor: %1$s, delay: 100ms}
                      b: {action: second.count, arguments: [two], executor: %1$s, restart: temporary}
                """
                        .formatted(executor));

        Process host = start();

        awaitError("Count[word=two, number=1]");
        awaitError("a: crashed: java.lang.IllegalStateException: one has crashed");
        awaitError("b: crashed: java.lang.IllegalStateException: two has crashed");
        if (executor.equals("thread")) {
            awaitError("Count[word=one, number=2]");
        } else {
            await().atMost(SOON).until(() -> count("Count[word=one, number=1]") > 1);
            assertThat(errors()).doesNotContain("Count[word=one, number=2]");
        }
        assertThat(host.isAlive()).isTrue();
    }

    @Test
    void wrongFile_startsNothing_andTellsAll() throws Exception {
        Path proof = folder.resolve("proof");
        Path file =
                write(
                        """
                        name: shop
                        supervisors:
                          main:
                            services:
                              a: {command: [touch, %s]}
                              b: {comand: [x]}
                              c: {command: [x], delay: 5}
                        """
                                .formatted(proof));

        Command.Result result = run("host", file.toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("polyloom host: " + file));
        assertThat(proof).doesNotExist();
        assertThat(run("host", "--check", file.toString()).code()).isEqualTo(2);
        write(TWO);
        assertThat(run("host", "--check", file.toString()).out())
                .endsWith("nothing is wrong with host shop\n");
        assertThat(run("host", "--schema").out()).startsWith("{").contains("\"$schema\"");
        assertThat(run("host").code()).isEqualTo(2);
        assertThat(run("host", folder.resolve("none.yaml").toString()).err())
                .contains("there is no such file");
    }

    @Test
    void supervisorThatGivesUp_endsTheHostWith1() throws Exception {
        write(
                """
                name: shop
                supervisors:
                  main:
                    intensity: {restarts: 2, within: 1m}
                    services:
                      a: {command: [sh, -c, "echo broken >&2; exit 3"]}
                """);
        Process host = start();

        assertThat(host.waitFor()).isEqualTo(1);
        assertThat(errors()).contains("gave up", "exited with code 3", "broken");
    }
}
