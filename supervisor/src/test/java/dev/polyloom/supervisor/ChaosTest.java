package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polyloom.supervisor.spi.ServiceExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Services that crash all the time, or at the worst moment; and hosts that do. */
@Timeout(300)
class ChaosTest {
    private static final String PATH = "host/top/a";
    private static final Intensity ALWAYS = new Intensity(Integer.MAX_VALUE, Duration.ofSeconds(1));
    private static final ServiceExecutor PROCESS = ServiceExecutors.process();

    /** How many processes are started; the long form of scripts/stress takes ten times as many. */
    private static final int PROCESSES = Integer.getInteger("polyloom.restarts", 1_000);

    /** How many of them are JVMs, in a test of their own. */
    private static final int WORKERS = PROCESSES / 25;

    private static final Duration PATIENCE = Duration.ofMillis(300L * PROCESSES);
    private static final long MOST_BYTES = 16 << 20;

    @TempDir private Path folder;
    private final Events events = new Events();

    private static SupervisorSpec top(ServiceBuilder service) {
        return SupervisorSpec.named("top").intensity(ALWAYS).child(service.build()).build();
    }

    private Host start(ServiceBuilder service) {
        return Host.named("host").listener(events).supervisor(top(service)).start();
    }

    private static int restarts(Host host) {
        return host.status().find(PATH).orElseThrow().restarts();
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    private static long children() {
        return ProcessHandle.current().children().count();
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static int threads() {
        return Thread.getAllStackTraces().size();
    }

    @Test
    void service_thatCrashesTenThousandTimes_leavesNothingBehind() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Service crash =
                context -> {
                    if (runs.incrementAndGet() > 10_000) {
                        context.token().await();
                    }
                    throw new StackOverflowError("again");
                };
        ServiceBuilder service = ServiceSpec.named("a", crash).executor(ServiceExecutors.thread());
        try (Host host = Host.named("host").supervisor(top(service)).start()) {
            await().until(() -> restarts(host) > 1_000);
            long heap = heap();
            long descriptors = descriptors();
            int before = threads();

            await().atMost(Duration.ofMinutes(2)).until(() -> restarts(host) == 10_000);

            assertThat(heap() - heap).isLessThan(MOST_BYTES);
            assertThat(descriptors() - descriptors).isLessThan(10);
            assertThat(threads() - before).isLessThan(10);
        }
    }

    @Test
    @Timeout(7_200)
    void process_thatCrashesAllTheTime_leavesNothingBehind() throws Exception {
        SerializableService crash =
                _ -> {
                    throw new StackOverflowError("again");
                };
        long childrenBefore = children();
        try (Host host = start(ServiceSpec.named("a", crash).executor(PROCESS))) {
            await().atMost(Duration.ofMinutes(2)).until(() -> restarts(host) >= 10);
            long heap = heap();
            long descriptors = descriptors();
            int before = threads();

            await().atMost(PATIENCE).until(() -> restarts(host) >= WORKERS);

            assertThat(heap() - heap).isLessThan(MOST_BYTES);
            assertThat(children()).isLessThan(10);
            assertThat(descriptors() - descriptors).isLessThan(100);
            assertThat(threads() - before).isLessThan(30);
        }
        await().untilAsserted(() -> assertThat(children()).isLessThanOrEqualTo(childrenBefore));
    }

    @Test
    @Timeout(7_200)
    void command_thatFailsAllTheTime_leavesNothingBehind() throws Exception {
        long childrenBefore = children();
        try (Host host =
                Host.named("host")
                        .supervisor(top(ServiceSpec.named("a", Services.command("false"))))
                        .start()) {
            await().atMost(PATIENCE).until(() -> restarts(host) > PROCESSES / 10);
            long heap = heap();
            long descriptors = descriptors();
            int before = threads();

            await().atMost(PATIENCE).until(() -> restarts(host) >= PROCESSES);

            assertThat(heap() - heap).isLessThan(MOST_BYTES);
            assertThat(descriptors() - descriptors).isLessThan(20);
            assertThat(threads() - before).isLessThan(20);
            assertThat(children() - childrenBefore).isLessThan(10);
        }
        await().untilAsserted(() -> assertThat(children()).isLessThanOrEqualTo(childrenBefore));
    }

    @Test
    void process_thatExitsDuringItsStart_isStartedAgain() {
        SerializableService early =
                context -> {
                    if (context.incarnation() < 3) {
                        Runtime.getRuntime().halt(5);
                    }
                    context.ready();
                    context.token().await();
                };
        ServiceBuilder service =
                ServiceSpec.named("a", early).executor(PROCESS).readyWithin(Duration.ofSeconds(30));
        try (Host _ = start(service)) {
            events.await(ServiceEvent.Ready.class, PATH, 1);
            assertThat(events.of(ServiceEvent.Crashed.class, PATH))
                    .hasSize(2)
                    .allMatch(crash -> crash.cause().toString().contains("exited with code 5"));
        }
    }

    @Test
    void process_thatExitsDuringItsStop_endsWithAFailureToBeSeen() {
        SerializableService badLoser =
                context -> {
                    context.token().await();
                    Runtime.getRuntime().halt(6);
                };
        Host host = start(ServiceSpec.named("a", badLoser).executor(PROCESS));
        events.await(ServiceEvent.Ready.class, PATH, 1);

        host.close();

        assertThat(events.of(ServiceEvent.Stopped.class, PATH))
                .singleElement()
                .extracting(ServiceEvent.Stopped::failure)
                .asString()
                .contains("exited with code 6");
        assertThat(events.of(ServiceEvent.Killed.class, PATH)).isEmpty();
    }

    @Test
    void processesOfAHost_endWithIt_whenItIsKilled() throws Exception {
        List<String> files = List.of("worker", "command", "child", "command-in-worker");
        Process host = startHost();
        List<Long> pids = new ArrayList<>();
        try {
            for (String file : files) {
                pids.add(pid(folder.resolve(file)));
            }
            assertThat(pids).allMatch(ChaosTest::isAlive);
        } finally {
            host.destroyForcibly();
        }
        await().untilAsserted(() -> assertThat(pids).noneMatch(ChaosTest::isAlive));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static long pid(Path file) throws IOException {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.exists(file) && Files.readString(file).endsWith("\n"));
        return Long.parseLong(Files.readString(file).strip());
    }

    private Process startHost() throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath()));
        line.addAll(List.of(DoomedHost.class.getName(), folder.toString()));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("host.log").toFile())
                .start();
    }

    private static String classPath() {
        String modules = System.getProperty("jdk.module.path", "");
        return modules
                + java.io.File.pathSeparator
                + System.getProperty("java.class.path")
                + java.io.File.pathSeparator
                + Path.of("target", "test-classes").toAbsolutePath();
    }

    /** A host with a process, a command, what that started, and a command in a process. */
    static final class DoomedHost {
        private DoomedHost() {}

        static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            String file = folder.resolve("worker").toString();
            SerializableService worker =
                    context -> {
                        Files.writeString(Path.of(file), ProcessHandle.current().pid() + "\n");
                        context.token().await();
                    };
            Service command =
                    shell(folder, "sleep 1000 & echo $! > child; echo $$ > command; wait");
            Service inner = shell(folder, "echo $$ > command-in-worker; exec sleep 1000");
            SupervisorSpec top =
                    SupervisorSpec.named("top")
                            .child(ServiceSpec.named("a", worker).executor(PROCESS).build())
                            .service("command", command)
                            .child(ServiceSpec.named("inner", inner).executor(PROCESS).build())
                            .build();
            try (Host host = Host.named("host").supervisor(top).start()) {
                host.awaitStop();
            }
        }

        private static Service shell(Path folder, String script) {
            return Services.command("/bin/sh", "-c", script).directory(folder);
        }
    }
}
