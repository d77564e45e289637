package dev.polyloom.hostfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.polyloom.loadout.Problem;
import dev.polyloom.supervisor.AutoShutdown;
import dev.polyloom.supervisor.ChildSpec;
import dev.polyloom.supervisor.Host;
import dev.polyloom.supervisor.HostUpdate;
import dev.polyloom.supervisor.Intensity;
import dev.polyloom.supervisor.MailboxPolicy;
import dev.polyloom.supervisor.Restart;
import dev.polyloom.supervisor.RestartDelay;
import dev.polyloom.supervisor.RestartSchedule;
import dev.polyloom.supervisor.ServiceSpec;
import dev.polyloom.supervisor.Strategy;
import dev.polyloom.supervisor.SupervisorSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What host files mean, what is wrong with them, and what a second reading finds. */
@Timeout(60)
class HostFileTest {
    private static final String WAITER = "dev.polyloom.hostfile.Fixtures$Waiter";

    @TempDir private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("host.yaml"), text);
    }

    private static ChildSpec child(SupervisorSpec supervisor, String name) {
        return supervisor.children().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void file_saysAllThatBuildersCanSay() throws Exception {
        Path file =
                write(
                        """
                        name: shop
                        intensity: {restarts: 2, within: 1m}
                        autoShutdown: all-significant
                        supervisors:
                          web:
                            strategy: rest-for-one
                            intensity: {restarts: 7, within: 90s}
                            autoShutdown: any-significant
                            restart: transient
                            significant: true
                            supervisors:
                              inner:
                                services: {}
                            services:
                              late:
                                class: %1$s
                                after: [early, inner]
                              early:
                                class: %1$s
                                executor: thread
                                restart: transient
                                significant: true
                                delay: {exponential: 2s, cap: 1m, jitter: 3s}
                                healthyAfter: 2m
                                readyWithin: 10s
                                heartbeat: 30s
                                stopWithin: 3s
                                schedule: {cron: "30 3 * * *", zone: Europe/Berlin}
                                mailbox: {whileDown: drop, capacity: 5}
                                arguments: {port: 8080, flag: true}
                        """
                                .formatted(WAITER));

        SupervisorSpec root = HostFile.read(file).host().root();

        assertThat(root.name()).isEqualTo("shop");
        assertThat(root.intensity()).isEqualTo(new Intensity(2, Duration.ofMinutes(1)));
        assertThat(root.autoShutdown()).isEqualTo(AutoShutdown.ALL_SIGNIFICANT);
        SupervisorSpec web = (SupervisorSpec) child(root, "web");
        assertThat(web.strategy()).isEqualTo(Strategy.REST_FOR_ONE);
        assertThat(web.intensity()).isEqualTo(new Intensity(7, Duration.ofSeconds(90)));
        assertThat(web.autoShutdown()).isEqualTo(AutoShutdown.ANY_SIGNIFICANT);
        assertThat(web.policy().significant()).isTrue();
        assertThat(web.children())
                .extracting(ChildSpec::name)
                .containsExactly("early", "inner", "late");
        ServiceSpec early = (ServiceSpec) child(web, "early");
        assertThat(early.executor().kind()).isEqualTo("thread");
        assertThat(early.policy().restart()).isEqualTo(Restart.TRANSIENT);
        assertThat(early.policy().delay())
                .isEqualTo(
                        new RestartDelay.Exponential(
                                Duration.ofSeconds(2),
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(3)));
        assertThat(early.policy().healthyAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(early.readyWithin()).isEqualTo(Duration.ofSeconds(10));
        assertThat(early.heartbeat()).isEqualTo(Duration.ofSeconds(30));
        assertThat(early.stopWithin()).isEqualTo(Duration.ofSeconds(3));
        assertThat(early.schedule())
                .isEqualTo(RestartSchedule.cron("30 3 * * *", ZoneId.of("Europe/Berlin")));
        assertThat(early.mailbox()).isEqualTo(MailboxPolicy.drop(5));
        assertThat(early.arguments()).isEqualTo(Map.of("port", "8080", "flag", "true"));
    }

    @Test
    void environmentFoldersAndOptions_reachCommandsAndProcesses() throws Exception {
        Path sub = Files.createDirectory(folder.resolve("sub"));
        Path found = folder.resolve("found");
        Path file =
                write(
                        """
                        name: shop
                        environment: {A: of-host, B: of-host}
                        blockedAfter: 3s
                        killWithin: 4s
                        supervisors:
                          main:
                            services:
                              command:
                                command: [sh, -c, 'echo "$A $B"; pwd; echo is up; exec sleep 1001']
                                environment: {B: own}
                                directory: sub
                                output: log
                                readyOn: ^is up$
                                readyWithin: 1m
                              process:
                                class: dev.polyloom.hostfile.Fixtures$Teller
                                executor: process
                                environment: {B: own}
                                directory: sub
                                maxHeap: 64m
                                affinity: [0]
                                jvmArguments: [-Dx=1]
                                systemProperties: {y: two}
                                readyWithin: 1m
                                arguments: {file: '%s'}
                        """
                                .formatted(found));

        HostFile read = HostFile.read(file);

        assertThat(read.host().blockedAfter()).isEqualTo(Duration.ofSeconds(3));
        assertThat(read.host().killWithin()).isEqualTo(Duration.ofSeconds(4));
        try (Host host = read.start()) {
            assertThat(host.awaitReady(Duration.ofSeconds(50))).isTrue();
            assertThat(folder.resolve("log"))
                    .hasContent("of-host own\n%s\nis up".formatted(sub.toRealPath()));
            assertThat(Files.readAllLines(found))
                    .containsExactly("of-host own", "sub", "1 two", "true", "1");
        }
    }

    @Test
    void problems_areToldAllAtOnce_withTheirPlaces() throws Exception {
        Path file =
                write(
                        """
                        nam: shop
                        supervisors:
                          web:
                            strategi: one-for-one
                            services:
                              a:
                                class: no.such.Name
                                delay: 5
                                after: [b]
                              b:
                                command: [x]
                                after: [a]
                              c:
                                command: [y]
                                after: [d, e]
                                executor: proces
                        """);

        HostFileException exception =
                catchThrowableOfType(HostFileException.class, () -> HostFile.read(file));

        assertThat(exception.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        file + ":1:1: unknown key 'nam'; did you mean 'name'?",
                        file + ":1:1: has no 'name', the first name of all paths",
                        file + ":4:5: unknown key 'strategi'; did you mean 'strategy'?",
                        file
                                + ":7:16: no class 'no.such.Name' found; write its full name, and its"
                                + " jar or folder in 'classPath'",
                        file + ":8:16: '5' is not a time such as 500ms, 5s, 2m or 1h",
                        file + ":12:17: they wait for each other: 'a' after 'b' after 'a'",
                        file + ":15:17: unknown sibling 'd'; did you mean 'a' or 'b'?",
                        file + ":15:20: unknown sibling 'e'; did you mean 'a' or 'b'?",
                        file
                                + ":16:19: unknown executor 'proces'; did you mean 'process' or"
                                + " 'process-loop'?");
    }

    @Test
    void whatIsNoYaml_isToldWithItsPlace() throws Exception {
        Path file = write("name: [shop\nsupervisors: }\n");

        assertThatThrownBy(() -> HostFile.read(file))
                .isInstanceOf(HostFileException.class)
                .hasMessageStartingWith(file + ":2:")
                .hasMessageContaining("is no YAML");
        assertThatThrownBy(() -> HostFile.read(folder.resolve("missing.yaml")))
                .isInstanceOf(HostFileException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void secondReading_touchesOnlyWhatHasChanged() throws Exception {
        String text =
                """
                name: reread
                supervisors:
                  main:
                    services:
                      kept: {class: '%1$s', arguments: {a: 1, b: 2}}
                      changed: {class: '%1$s', arguments: {version: 1}}
                      dropped: {class: '%1$s'}
                """
                        .formatted(WAITER);
        HostFile first = HostFile.read(write(text));
        try (Host host = first.start()) {
            assertThat(host.awaitReady(Duration.ofSeconds(30))).isTrue();

            HostFile same = first.readAgain();
            assertThat(host.update(same.host()).isEmpty()).isTrue();
            write(
                    """
                    name: reread
                    supervisors:
                      main:
                        services:
                          # another order, another layout
                          changed: {class: '%1$s', arguments: {version: 2}}
                          kept:
                            arguments: {b: '2', a: "1"}
                            class: %1$s
                          added: {class: '%1$s'}
                    """
                            .formatted(WAITER));
            HostUpdate update = host.update(same.readAgain().host());

            assertThat(update)
                    .hasToString(
                            "added reread/main/added; changed reread/main/changed;"
                                    + " removed reread/main/dropped");
            await().until(() -> Fixtures.STARTED.containsKey("reread/main/changed 2"));
            await().until(() -> Fixtures.STARTED.containsKey("reread/main/added 1"));
            assertThat(Fixtures.STARTED.get("reread/main/changed 2"))
                    .isEqualTo(Map.of("version", "2"));
            assertThat(Fixtures.STARTED).doesNotContainKey("reread/main/kept 2");
        }
    }

    @Test
    void secondReading_thatFails_changesNothing() throws Exception {
        String text =
                """
                name: steady
                supervisors:
                  main:
                    services:
                      a: {class: '%s'}
                """
                        .formatted(WAITER);
        HostFile first = HostFile.read(write(text));
        write(text + "      b: {clas: x}\n");

        assertThatThrownBy(first::readAgain)
                .isInstanceOf(HostFileException.class)
                .hasMessageContaining("unknown key 'clas'");

        write(text);
        assertThat(first.readAgain().host().root()).isEqualTo(first.host().root());
    }
}
