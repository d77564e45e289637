package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polyloom.services.Fated;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Services that end badly, or not at all, at each stage of their life, on each executor. */
@Timeout(60)
class FateTest {
    private static final String PATH = "host/top/fated";
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final List<ServiceExecutor> IN_THIS_JVM =
            List.of(
                    ServiceExecutors.thread(),
                    ServiceExecutors.virtual(),
                    ServiceExecutors.hostLoop(),
                    ServiceExecutors.ownLoop(),
                    ServiceExecutors.isolate());

    private static final Map<String, String> CAUSES =
            Map.of(
                    "throw", "fate",
                    "exit", "exited with code 3",
                    "kill", "signal 9",
                    "hang", "fated");

    private final Events events = new Events();
    private final VirtualClock clock = new VirtualClock();
    private final long childrenBefore = children();

    private static long children() {
        return ProcessHandle.current().children().count();
    }

    /** A service that meets its fate at a stage: in a way, on an executor. */
    record Fate(String stage, String way, ServiceExecutor executor) {
        boolean hangs() {
            return way.equals("hang");
        }

        @Override
        public String toString() {
            return "%s while %s on %s".formatted(way, stage, executor.kind());
        }
    }

    private static Stream<Fate> at(String stage) {
        return Stream.of(
                        on(IN_THIS_JVM, stage, "throw", "hang"),
                        on(List.of(ServiceExecutors.process()), stage, "exit", "kill", "hang"),
                        on(List.of(ServiceExecutors.processLoop()), stage, "kill", "hang"))
                .flatMap(Function.identity());
    }

    private static Stream<Fate> on(List<ServiceExecutor> executors, String stage, String... ways) {
        return executors.stream()
                .flatMap(executor -> Stream.of(ways).map(way -> new Fate(stage, way, executor)));
    }

    static Stream<Fate> beforeItsStop() {
        return Stream.concat(at("starting"), at("running"));
    }

    static Stream<Fate> atItsStop() {
        return at("stopping");
    }

    static Stream<Fate> hangingStarts() {
        return at("starting").filter(Fate::hangs);
    }

    private Host start(Fate fate) {
        ServiceSpec fated =
                ServiceSpec.named("fated", Services.of(Fated.class))
                        .executor(fate.executor)
                        .argument("stage", fate.stage)
                        .argument("way", fate.way)
                        .readyWithin(LIMIT)
                        .heartbeat(LIMIT)
                        .stopWithin(LIMIT)
                        .build();
        SupervisorSpec top = SupervisorSpec.named("top").child(fated).build();
        return Host.named("host").clock(clock).listener(events).supervisor(top).start();
    }

    @AfterEach
    void nothingIsLeft() {
        await().untilAsserted(() -> {
            assertThat(children()).isLessThanOrEqualTo(childrenBefore);
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("host"));
        });
    }

    @ParameterizedTest
    @MethodSource("beforeItsStop")
    void service_isStartedAgain(Fate fate) {
        try (Host host = start(fate)) {
            if (fate.hangs()) {
                awaitFate();
                Class<? extends ServiceEvent> reached =
                        fate.stage.equals("running")
                                ? ServiceEvent.Ready.class
                                : ServiceEvent.Started.class;
                events.await(reached, PATH, 1);
                clock.advance(LIMIT);
            }
            ServiceEvent.Crashed crash = events.await(ServiceEvent.Crashed.class, PATH, 1);
            assertThat(crash.cause()).hasMessageContaining(CAUSES.get(fate.way));
            events.await(ServiceEvent.Restarted.class, PATH, 1);
            assertThat(host.status().find(PATH).orElseThrow().state())
                    .isEqualTo(ServiceState.RUNNING);
        }
        assertThat(events.of(ServiceEvent.Crashed.class, PATH)).hasSize(1);
        checkForce(fate.hangs());
        assertThat(events.of(ServiceEvent.Stopped.class, PATH))
                .singleElement()
                .matches(stopped -> stopped.failure() == null);
    }

    private void awaitFate() {
        events.await(ServiceEvent.HealthChanged.class, PATH, 1);
    }

    private void checkForce(boolean wanted) {
        assertThat(events.of(ServiceEvent.Killed.class, PATH)).hasSize(wanted ? 1 : 0);
        assertThat(events.of(ServiceEvent.Abandoned.class, PATH)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("atItsStop")
    void service_isDownAfterItsStop(Fate fate) throws Exception {
        Host host = start(fate);
        events.await(ServiceEvent.Ready.class, PATH, 1);

        Thread stop = Thread.ofVirtual().start(host::close);
        if (fate.hangs()) {
            awaitFate();
            clock.advance(LIMIT);
        }
        stop.join();

        Throwable failure = events.await(ServiceEvent.Stopped.class, PATH, 1).failure();
        if (fate.hangs()) {
            assertThat(failure).isNull();
        } else {
            assertThat(failure).hasMessageContaining(CAUSES.get(fate.way));
        }
        checkForce(fate.hangs());
        assertThat(events.of(ServiceEvent.Crashed.class, PATH)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hangingStarts")
    void host_thatStopsDuringAStart_isDown(Fate fate) throws Exception {
        Host host = start(fate);
        awaitFate();

        Thread stop = Thread.ofVirtual().start(host::close);
        events.await(ServiceEvent.Stopping.class, PATH, 1);
        clock.advance(LIMIT);
        stop.join();

        checkForce(true);
        assertThat(events.of(ServiceEvent.Ready.class, PATH)).isEmpty();
    }
}
