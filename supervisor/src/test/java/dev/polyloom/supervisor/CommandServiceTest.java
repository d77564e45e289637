package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** External commands as services, with real processes. */
@Timeout(60)
class CommandServiceTest {
    private static final String PATH = "host/top/a";

    @TempDir private Path folder;
    private final Events events = new Events();

    private Host start(ServiceBuilder service) {
        SupervisorSpec top = SupervisorSpec.named("top").child(service.build()).build();
        return Host.named("host").listener(events).supervisor(top).start();
    }

    private ServiceBuilder shell(String script) {
        CommandService command =
                Services.command("/bin/sh", "-c", script)
                        .directory(folder)
                        .output(folder.resolve("log"));
        return ServiceSpec.named("a", command).restart(Restart.TRANSIENT);
    }

    private String log() throws Exception {
        Path log = folder.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private long pid(String file) {
        await().until(() ->
                Files.exists(folder.resolve(file))
                        && Files.readString(folder.resolve(file)).endsWith("\n"));
        try {
            return Long.parseLong(Files.readString(folder.resolve(file)).strip());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isAlive(long pid) {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        return handle.isPresent() && handle.get().isAlive();
    }

    @Test
    void command_hasEnvironmentFolderAndArguments_andEndsWell() throws Exception {
        CommandService command =
                Services.command("/bin/sh", "-c", "echo $A $1; pwd; echo bad >&2", "sh", "b c")
                        .environment("A", "x")
                        .directory(folder)
                        .output(folder.resolve("log"));
        try (Host _ = start(ServiceSpec.named("a", command).restart(Restart.TRANSIENT))) {
            ServiceEvent.Stopped stopped = events.await(ServiceEvent.Stopped.class, PATH, 1);
            assertThat(stopped.failure()).isNull();
            assertThat(log().lines())
                    .containsExactlyInAnyOrder("x b c", folder.toRealPath().toString(), "bad");
        }
    }

    @Test
    void command_thatFails_isACrashWithCodeAndLastWords() {
        try (Host _ = start(shell("echo no luck >&2; exit 3"))) {
            ServiceEvent.Crashed crashed = events.await(ServiceEvent.Crashed.class, PATH, 1);
            assertThat(crashed.cause())
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining("exited with code 3; its last words: no luck");
            assertThat(((CommandFailedException) crashed.cause()).exitCode()).isEqualTo(3);
        }
    }

    @Test
    void command_thatIsKilled_isACrashThatNamesTheSignal_andComesBack() {
        try (Host _ = start(shell("echo $$ > pid; exec sleep 1000"))) {
            long pid = pid("pid");
            assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
            ServiceEvent.Crashed crashed = events.await(ServiceEvent.Crashed.class, PATH, 1);
            assertThat(crashed.cause())
                    .hasMessageContaining("(pid %d) was killed by signal 9 (SIGKILL)", pid);
            events.await(ServiceEvent.Restarted.class, PATH, 1);
        }
    }

    @Test
    void command_thatIsNoProgram_isACrash() {
        ServiceBuilder nothing = ServiceSpec.named("a", Services.command("no-such-program-xyz"));
        try (Host _ = start(nothing)) {
            ServiceEvent.Crashed crashed = events.await(ServiceEvent.Crashed.class, PATH, 1);
            assertThat(crashed.cause()).hasMessageContaining("no-such-program-xyz");
        }
        assertThatThrownBy(Services::command).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void command_toldToStop_mayEndInGoodOrder() throws Exception {
        String script = "trap 'echo bye; exit 0' TERM; echo $$ > pid; while :; do sleep 0.05; done";
        try (Host _ = start(shell(script))) {
            pid("pid");
        }
        assertThat(log()).isEqualTo("bye\n");
        ServiceEvent.Stopped stopped = events.await(ServiceEvent.Stopped.class, PATH, 1);
        assertThat(stopped.failure()).isNull();
        assertThat(events.of(ServiceEvent.Killed.class, PATH)).isEmpty();
    }

    @Test
    void command_thatDoesNotStop_isKilledWithWhatItStarted() {
        String script = "trap '' TERM; sleep 1000 & echo $! > child; echo $$ > pid; wait; wait";
        long pid;
        long child;
        try (Host _ = start(shell(script).stopWithin(Duration.ofMillis(50)))) {
            child = pid("child");
            pid = pid("pid");
        }
        assertThat(isAlive(pid)).isFalse();
        await().until(() -> !isAlive(child));
        assertThat(events.of(ServiceEvent.Killed.class, PATH)).hasSize(1);
    }

    @Test
    void command_thatLeavesProcessesBehind_takesThemAlong() {
        try (Host _ = start(shell("sleep 1000 & echo $! > child; exit 0"))) {
            long child = pid("child");
            events.await(ServiceEvent.Stopped.class, PATH, 1);
            await().until(() -> !isAlive(child));
        }
    }

    @Test
    void guardOfCommands_thatIsKilled_isReplacedWhileThereAreCommands() {
        try (Host _ = start(shell("echo $$ > pid; exec sleep 1000"))) {
            pid("pid");
            ProcessHandle guard = guards().getFirst();
            assertThat(guard.destroyForcibly()).isTrue();
            await().until(() -> guards().stream().anyMatch(other -> !other.equals(guard)));
        }
        await().until(() -> guards().isEmpty());
    }

    private static List<ProcessHandle> guards() {
        return ProcessHandle.current()
                .children()
                .filter(child ->
                        child.info()
                                .arguments()
                                .map(line -> String.join(" ", line).contains("trap '' HUP"))
                                .orElse(false))
                .toList();
    }

    @Test
    void command_isReadyWhenItSaysSo() throws Exception {
        CommandService command =
                Services.command(
                                "/bin/sh",
                                "-c",
                                "echo wait; read x < go; echo now open; sleep 1000")
                        .directory(folder)
                        .output(folder.resolve("log"))
                        .readyOn("open$");
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("go").toString()).start().waitFor())
                .isZero();
        ServiceBuilder slow = ServiceSpec.named("a", command).readyWithin(Duration.ofSeconds(30));
        try (Host host = start(slow)) {
            await().until(() -> log().contains("wait"));
            assertThat(host.status().find(PATH).orElseThrow().state())
                    .isEqualTo(ServiceState.STARTING);
            Files.writeString(folder.resolve("go"), "\n");
            events.await(ServiceEvent.Ready.class, PATH, 1);
        }
    }

    @Test
    void command_thatFallsSilent_isHeldForCrashed() {
        try (Host _ = start(shell("echo one; sleep 1000").heartbeat(Duration.ofMillis(100)))) {
            ServiceEvent.Crashed crashed = events.await(ServiceEvent.Crashed.class, PATH, 1);
            assertThat(crashed.cause()).isInstanceOf(ServiceStalledException.class);
            events.await(ServiceEvent.Restarted.class, PATH, 1);
        }
    }
}
