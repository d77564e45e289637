package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.PolyloomException;
import dev.polyloom.WorkerDiedException;
import dev.polyloom.process.Action;
import dev.polyloom.process.Actions;
import dev.polyloom.process.DeferredCall;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services in real worker processes. What they tell comes back to a collector in this JVM. */
@Timeout(60)
class ProcessServiceTest {
    private static final String PATH = "host/top/a";
    private static final String COLLECTOR = "host/top/collector";
    private static final ServiceExecutor PROCESS = ServiceExecutors.process();

    @TempDir private Path folder;
    private final Events events = new Events();
    private final List<Object> told = new CopyOnWriteArrayList<>();

    private Host start(ServiceBuilder service) {
        Service collector =
                context -> {
                    while (true) {
                        told.add(context.mailbox().receive());
                    }
                };
        SupervisorSpec top =
                SupervisorSpec.named("top")
                        .service("collector", collector)
                        .child(service.build())
                        .build();
        return Host.named("host").listener(events).supervisor(top).start();
    }

    private static ServiceBuilder process(SerializableService service) {
        return ServiceSpec.named("a", service).executor(PROCESS);
    }

    private static void tell(ServiceContext context, Object what) {
        context.send(COLLECTOR, what);
    }

    private static void tellPid(ServiceContext context) {
        tell(context, ProcessHandle.current().pid());
    }

    private long pid(int n) {
        await().until(() -> told.stream().filter(Long.class::isInstance).count() >= n);
        return (Long) told.stream().filter(Long.class::isInstance).toList().get(n - 1);
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void signal(String name, long pid) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
            assertThat(kill.waitFor()).isZero();
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void service_runsInAProcessOfItsOwn_andTellsEverythingItCould() {
        SerializableService service =
                context -> {
                    tellPid(context);
                    tell(context, context.path() + " " + context.arguments().get("k"));
                    tell(context, "start " + context.incarnation());
                    context.health(Health.degraded("of " + context.path()));
                    context.ready();
                    context.token().await();
                    tell(context, "good bye");
                };
        Host host = start(process(service).argument("k", "v").readyWithin(Duration.ofSeconds(30)));
        events.await(ServiceEvent.Ready.class, PATH, 1);
        long pid = pid(1);

        assertThat(pid).isNotEqualTo(ProcessHandle.current().pid());
        assertThat(told).contains(PATH + " v", "start 1");
        Status status = host.status().find(PATH).orElseThrow();
        assertThat(status.kind()).isEqualTo("process");
        assertThat(status.health()).isEqualTo(Health.degraded("of " + PATH));
        host.close();
        assertThat(told).endsWith("good bye");
        assertThat(isAlive(pid)).isFalse();
        assertThat(events.of(ServiceEvent.Stopped.class, PATH))
                .singleElement()
                .extracting(ServiceEvent.Stopped::failure)
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM"})
    void process_thatIsKilled_isACrashThatNamesTheSignal(String signal) {
        SerializableService service =
                context -> {
                    System.err.println("last words of " + context.incarnation());
                    tellPid(context);
                    context.token().await();
                };
        try (Host _ = start(process(service))) {
            long pid = pid(1);
            signal(signal, pid);

            ServiceEvent.Crashed crashed = events.await(ServiceEvent.Crashed.class, PATH, 1);
            assertThat(crashed.cause())
                    .isInstanceOf(WorkerDiedException.class)
                    .hasMessageContaining("SIG" + signal)
                    .hasMessageContaining("last words of 1");
            events.await(ServiceEvent.Restarted.class, PATH, 1);
            assertThat(pid(2)).isNotEqualTo(pid);
        }
    }

    @Test
    void signalsOfATerminal_areForTheHost() throws Exception {
        SerializableService service =
                context -> {
                    tellPid(context);
                    tell(context, context.mailbox().receive());
                    context.token().await();
                    tell(context, "good bye");
                };
        Host host = start(process(service));
        long pid = pid(1);
        for (String name : List.of("INT", "HUP")) {
            signal(name, pid);
        }
        host.send(PATH, "still here");
        await().until(() -> told.contains("still here"));

        host.close();

        assertThat(told).endsWith("good bye");
        assertThat(events.of(ServiceEvent.Crashed.class, PATH)).isEmpty();
        assertThat(events.await(ServiceEvent.Stopped.class, PATH, 1).failure()).isNull();
    }

    @Test
    void options_reachTheProcess() {
        ServiceExecutor tuned =
                ServiceExecutors.process(o ->
                        o.affinity(0)
                                .environment("COLOUR", "blue")
                                .systemProperty("shape", "round")
                                .workingDirectory(folder));
        SerializableService service =
                context -> {
                    tell(context, System.getenv("COLOUR") + " " + System.getProperty("shape"));
                    tell(context, Path.of("").toRealPath().toString());
                    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
                        tell(
                                context,
                                lines.filter(line -> line.startsWith("Cpus_allowed_list"))
                                        .findFirst()
                                        .orElse("none"));
                    }
                    context.token().await();
                };
        try (Host _ = start(process(service).executor(tuned))) {
            await().until(() -> told.size() == 3);
            assertThat(told)
                    .contains("blue round", "Cpus_allowed_list:\t0")
                    .anyMatch(text -> text.toString().endsWith(folder.getFileName().toString()));
        }
        assertThatThrownBy(() -> ServiceExecutors.process(o -> o.maxHeap(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void service_thatThrows_leavesItsProcess() {
        SerializableService service =
                context -> {
                    tellPid(context);
                    if (context.incarnation() == 1) {
                        throw new IllegalStateException("in the process");
                    }
                    context.token().await();
                };
        try (Host _ = start(process(service))) {
            ServiceEvent.Crashed crashed = events.await(ServiceEvent.Crashed.class, PATH, 1);
            assertThat(crashed.cause())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("in the process");
            assertThat(isAlive(pid(1))).isFalse();
            assertThat(pid(2)).isNotEqualTo(pid(1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void process_thatExits_isAnEndOrACrashByItsCode(int code) {
        SerializableService service = _ -> System.exit(code);
        try (Host _ = start(process(service).restart(Restart.TEMPORARY))) {
            if (code == 0) {
                assertThat(events.await(ServiceEvent.Stopped.class, PATH, 1).failure()).isNull();
            } else {
                assertThat(events.await(ServiceEvent.Crashed.class, PATH, 1).cause())
                        .hasMessageContaining("exited with code 7");
            }
        }
    }

    @Test
    void process_thatIsStopped_isFoundByItsMissingHeartbeatAndKilled() {
        SerializableService service =
                context -> {
                    tellPid(context);
                    do {
                        context.heartbeat();
                    } while (!context.token().await(Duration.ofMillis(20)));
                };
        try (Host _ = start(process(service).heartbeat(Duration.ofSeconds(1)))) {
            long pid = pid(1);
            signal("STOP", pid);

            ServiceEvent.Crashed crashed = events.await(ServiceEvent.Crashed.class, PATH, 1);
            assertThat(crashed.cause()).isInstanceOf(ServiceStalledException.class);
            events.await(ServiceEvent.Restarted.class, PATH, 1);
            assertThat(isAlive(pid)).isFalse();
        }
    }

    @Test
    void process_thatIsStopped_isFoundWithoutHeartbeatsOfTheService() {
        ServiceExecutor watched =
                ServiceExecutors.process(o -> o.heartbeatTimeout(Duration.ofSeconds(1)));
        SerializableService service =
                context -> {
                    tellPid(context);
                    context.token().await();
                };
        try (Host _ = start(process(service).executor(watched))) {
            signal("STOP", pid(1));

            ServiceEvent.Crashed crashed = events.await(ServiceEvent.Crashed.class, PATH, 1);
            assertThat(crashed.cause()).isInstanceOf(WorkerDiedException.class);
            events.await(ServiceEvent.Restarted.class, PATH, 1);
        }
    }

    @Test
    void service_thatDoesNotStop_isKilledWithItsProcess() {
        SerializableService deaf =
                context -> {
                    tellPid(context);
                    while (true) {
                        Thread.onSpinWait();
                    }
                };
        Host host = start(process(deaf).stopWithin(Duration.ofMillis(50)));
        long pid = pid(1);

        host.close();

        assertThat(isAlive(pid)).isFalse();
        assertThat(events.of(ServiceEvent.Killed.class, PATH)).hasSize(1);
        assertThat(events.of(ServiceEvent.Abandoned.class, PATH)).isEmpty();
    }

    @Test
    void process_thatExceedsItsMemory_isACrash() {
        ServiceExecutor small = ServiceExecutors.process(o -> o.maxHeap(32 << 20));
        SerializableService greedy =
                context -> {
                    byte[][] kept = new byte[64][];
                    for (int i = 0; context.incarnation() == 1 && i < kept.length; i++) {
                        kept[i] = new byte[1 << 20];
                    }
                    tell(context, kept.length);
                    context.token().await();
                };
        try (Host _ = start(process(greedy).executor(small))) {
            ServiceEvent.Crashed crashed = events.await(ServiceEvent.Crashed.class, PATH, 1);
            assertThat(crashed.cause().toString()).containsIgnoringCase("memory");
            events.await(ServiceEvent.Restarted.class, PATH, 1);
        }
    }

    @Test
    void messages_reachAProcess_inOrderAndAcrossCrashes() {
        SerializableService reader =
                context -> {
                    while (true) {
                        Object message = context.mailbox().receive();
                        if (message.equals("crash")) {
                            Runtime.getRuntime().halt(1);
                        }
                        tell(context, message);
                    }
                };
        try (Host host = start(process(reader))) {
            for (int i = 0; i < 40; i++) {
                assertThat(host.send(PATH, i % 20 == 10 ? "crash" : i)).isTrue();
            }
            await().until(() -> told.size() == 38);
            assertThat(told.stream().map(Integer.class::cast).toList())
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    /** Is interrupted while it waits for a message. */
    private static Object receiveInterrupted(ServiceContext context) {
        Thread reader = Thread.currentThread();
        Thread.ofPlatform()
                .start(() -> {
                    while (reader.getState() != Thread.State.WAITING) {
                        Thread.onSpinWait();
                    }
                    reader.interrupt();
                });
        try {
            return context.mailbox().receive();
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }

    @Test
    void mailbox_inAProcess_pollsTimesOutAndWaitsWithoutAThread() {
        SerializableService reader =
                context -> {
                    tell(context, "polled " + context.mailbox().poll());
                    tell(context, "waited " + context.mailbox().receive(Duration.ofMillis(1)));
                    tell(context, receiveInterrupted(context));
                    tell(context, "first " + context.mailbox().receive());
                    CompletionStage<Object> second = context.mailbox().receiveAsync();
                    tell(context, "second " + second.toCompletableFuture().get());
                    context.token().await();
                    context.mailbox().receive();
                };
        try (Host host = start(process(reader))) {
            await().until(() -> told.contains("interrupted"));
            host.send(PATH, 1);
            host.send(PATH, 2);
            await().until(() -> told.contains("second 2"));
            assertThat(told)
                    .containsExactly(
                            "polled Optional.empty",
                            "waited Optional.empty",
                            "interrupted",
                            "first 1",
                            "second 2");
        }
        assertThat(events.await(ServiceEvent.Stopped.class, PATH, 1).failure()).isNull();
    }

    @Test
    void message_thatNobodyWaitedFor_goesBackToTheMailbox() {
        SerializableService reader =
                context -> {
                    if (context.incarnation() == 1) {
                        tell(context, receiveInterrupted(context));
                        context.token().await();
                    } else {
                        tell(context, context.mailbox().receive());
                    }
                };
        try (Host host = start(process(reader))) {
            await().until(() -> told.contains("interrupted"));
            host.send(PATH, "kept");
            await().until(() -> host.status().find(PATH).orElseThrow().waitingMessages() == 0);
            host.restartChild(PATH);
            await().until(() -> told.contains("kept"));
        }
    }

    @Test
    void message_toNobody_isRefusedInTheProcessToo() {
        SerializableService sender =
                context -> {
                    try {
                        context.send("host/nobody", 1);
                    } catch (MessageRefusedException e) {
                        tell(context, e.toString());
                    }
                    context.token().await();
                };
        try (Host _ = start(process(sender))) {
            await().until(() -> !told.isEmpty());
            assertThat(told.getFirst().toString()).contains("there is no such service");
        }
    }

    /** Does not serialise. */
    static final class Stubborn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial")
        private final Object thread = Thread.currentThread();

        Stubborn() {
            super("stubborn");
        }

        @Override
        public String getMessage() {
            return super.getMessage() + " in " + thread;
        }
    }

    @Test
    void service_inAProcess_observesOthers() {
        SerializableService observer =
                context -> {
                    context.observe(
                            "host/top/other",
                            event ->
                                    tell(context, event.getClass().getSimpleName() + ": " + event));
                    tell(context, "observing");
                    context.token().await();
                };
        Service other =
                context -> {
                    if (context.incarnation() == 2) {
                        throw new Stubborn();
                    }
                    context.token().await();
                };
        try (Host host = start(process(observer))) {
            await().until(() -> told.contains("observing"));
            host.add("host/top", ServiceSpec.named("other", other).build());
            events.await(ServiceEvent.Ready.class, "host/top/other", 1);
            host.restartChild("host/top/other");
            await().until(() ->
                    told.stream().anyMatch(text -> text.toString().startsWith("Restarted: ")));
            assertThat(told.toString()).contains("Crashed: crashed: ", "Stubborn: stubborn in ");
        }
    }

    @Test
    void asyncService_inAProcess_hasALoopThere() {
        SerializableAsyncService service =
                context -> {
                    context.loop()
                            .schedule(
                                    () -> tell(context, Thread.currentThread().getName()),
                                    Duration.ofMillis(1));
                    return context.token().cancelled();
                };
        ServiceBuilder spec =
                ServiceSpec.async("a", service).executor(ServiceExecutors.processLoop());
        try (Host host = start(spec)) {
            await().until(() -> told.contains(PATH));
            assertThat(host.status().find(PATH).orElseThrow().kind()).isEqualTo("process-loop");
        }
        assertThat(events.of(ServiceEvent.Killed.class, PATH)).isEmpty();
    }

    @Test
    void loop_thatIsBlockedInAProcess_isNamed() {
        SerializableAsyncService service =
                context -> {
                    if (context.incarnation() == 1) {
                        block();
                    }
                    return context.token().cancelled();
                };
        SupervisorSpec top =
                SupervisorSpec.named("top")
                        .child(
                                ServiceSpec.async("a", service)
                                        .executor(ServiceExecutors.processLoop())
                                        .build())
                        .build();
        try (Host _ =
                Host.named("host")
                        .blockedAfter(Duration.ofMillis(300))
                        .listener(events)
                        .supervisor(top)
                        .start()) {
            assertThat(events.await(ServiceEvent.Blocked.class, PATH, 1).activity())
                    .contains("block");
            events.await(ServiceEvent.Restarted.class, PATH, 1);
        }
    }

    private static void block() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    /** A program with a shutdown hook. */
    static final class Program {
        private Program() {}

        static void main(String[] arguments) throws Exception {
            Path file = Path.of(arguments[0]);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> append(file, "hook\n")));
            append(file, "main\n");
            new Thread(
                            () -> {
                                while (true) {
                                    java.util.concurrent.locks.LockSupport.park();
                                }
                            })
                    .start();
        }

        private static void append(Path file, String text) {
            try {
                Files.writeString(
                        file,
                        text,
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.APPEND);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Test
    void program_inAProcess_stopsWithItsShutdownHooks() throws Exception {
        Path file = folder.resolve("log");
        Service program = Services.main(Program.class, file.toString());
        try (Host _ = start(ServiceSpec.named("a", program).executor(PROCESS))) {
            await().until(() -> Files.exists(file) && Files.readString(file).equals("main\n"));
        }
        assertThat(Files.readString(file)).isEqualTo("main\nhook\n");
        assertThat(events.await(ServiceEvent.Stopped.class, PATH, 1).failure()).isNull();
        assertThat(events.of(ServiceEvent.Killed.class, PATH)).isEmpty();
    }

    /** What can be called. */
    public static final class Deeds {
        private Deeds() {}

        /** Fails with its process id. */
        @Action("deeds.fail")
        public static CompletableFuture<String> fail() {
            return CompletableFuture.failedFuture(
                    new PolyloomException("failed in " + ProcessHandle.current().pid()));
        }
    }

    @Test
    void action_inAProcess_runsThere() {
        Service action = Services.action(Actions.of(Deeds.class), DeferredCall.of("deeds.fail"));
        ServiceBuilder spec =
                ServiceSpec.named("a", action).executor(PROCESS).restart(Restart.TEMPORARY);
        try (Host _ = start(spec)) {
            Throwable cause = events.await(ServiceEvent.Crashed.class, PATH, 1).cause();
            assertThat(cause).hasMessageStartingWith("failed in ");
            assertThat(cause.getMessage())
                    .isNotEqualTo("failed in " + ProcessHandle.current().pid());
        }
    }

    @Test
    void service_thatCannotTravel_isRefusedAtOnceOrCrashesWithTheReason() {
        Service plain = context -> context.token().await();
        assertThatThrownBy(() -> ServiceSpec.named("a", plain).executor(PROCESS).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("serialisable");
        Object captured = new Object();
        SerializableService capturing = _ -> System.out.println(captured);
        try (Host _ = start(process(capturing).restart(Restart.TEMPORARY))) {
            assertThat(events.await(ServiceEvent.Crashed.class, PATH, 1).cause())
                    .isInstanceOf(dev.polyloom.SerializationException.class)
                    .hasMessageContaining("java.lang.Object");
        }
    }
}
