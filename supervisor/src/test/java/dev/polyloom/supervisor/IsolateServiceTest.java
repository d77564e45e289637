package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.IsolateOptions;
import dev.polyloom.services.Counting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services in isolates; those of this package would be shared, so they are in another one. */
@Timeout(60)
class IsolateServiceTest {
    private static final String PATH = "host/top/a";

    private final Events events = new Events();
    private final List<Object> told = new CopyOnWriteArrayList<>();

    private Host start(Service service) {
        Service collector =
                context -> {
                    while (true) {
                        told.add(context.mailbox().receive());
                    }
                };
        ServiceSpec isolated =
                ServiceSpec.named("a", service).executor(ServiceExecutors.isolate()).build();
        SupervisorSpec top =
                SupervisorSpec.named("top").service("collector", collector).child(isolated).build();
        return Host.named("host").listener(events).supervisor(top).start();
    }

    private void awaitTold(Object... all) {
        await().untilAsserted(() -> assertThat(told).containsExactly(all));
    }

    @Test
    void restartedService_findsStaticStateAsAtTheStart() {
        try (Host host = start(Services.of(Counting.class))) {
            host.send(PATH, "a");
            host.send(PATH, "b");
            host.send(PATH, "crash");
            host.send(PATH, "c");
            awaitTold("a1", "b2", "c1");
            ServiceEvent.Crashed crash = events.await(ServiceEvent.Crashed.class, PATH, 1);
            assertThat(crash.cause())
                    .isInstanceOf(Counting.CountedException.class)
                    .hasMessage("after 2");
            assertThat(host.status().find(PATH).orElseThrow().toString()).contains("isolate");
        }
        assertThat(Counting.COUNT).hasValue(0);
    }

    @Test
    void whatAStartLeftRunning_isStoppedBeforeTheNext() {
        try (Host host = start(Services.of(Counting.class))) {
            await().until(() -> isAlive("left-by-1"));
            host.send(PATH, "crash");
            await().until(() -> isAlive("left-by-2"));
            assertThat(isAlive("left-by-1")).isFalse();
        }
        assertThat(isAlive("left-by-2")).isFalse();
    }

    private static boolean isAlive(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(name));
    }

    private record Waiting(String word) implements Service {
        @Override
        public void run(ServiceContext context) throws Exception {
            context.send("host/top/collector", word + context.arguments());
            context.token().await();
            context.send("host/top/collector", "stopped");
        }
    }

    @Test
    void record_needNotBeSerialisable_andSeesItsToken() {
        try (Host _ = start(new Waiting("hello"))) {
            awaitTold("hello{}");
        }
        awaitTold("hello{}", "stopped");
        assertThat(events.of(ServiceEvent.Crashed.class, PATH)).isEmpty();
    }

    @Test
    void interruptedService_isGoneAndLeavesNothing() {
        SerializableService deaf = _ -> new CountDownLatch(1).await();
        ServiceSpec spec =
                ServiceSpec.named("a", deaf)
                        .executor(ServiceExecutors.isolate())
                        .stopWithin(Duration.ofMillis(50))
                        .build();
        SupervisorSpec top = SupervisorSpec.named("top").child(spec).build();
        try (Host _ = Host.named("host").listener(events).supervisor(top).start()) {
            events.await(ServiceEvent.Started.class, PATH, 1);
        }
        // its thread tells of its end while it still is
        await().until(() -> !isAlive(PATH));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void serviceThatCannotCross_isRefusedOrCrashes(boolean early) {
        Object captured = new Object();
        if (early) {
            Service plain = context -> context.logger().log(System.Logger.Level.INFO, captured);
            assertThatThrownBy(() -> start(plain))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("SerializableService");
            return;
        }
        SerializableService holding = _ -> System.identityHashCode(captured);
        try (Host _ = start(holding)) {
            assertThat(events.await(ServiceEvent.Crashed.class, PATH, 1).cause())
                    .isInstanceOf(dev.polyloom.SerializationException.class)
                    .hasMessageContaining("java.lang.Object");
        }
    }

    @Test
    void keptWarm_isRefused() {
        IsolateOptions warm = new IsolateOptions(List.of(), List.of(), Duration.ofSeconds(1));
        assertThatThrownBy(() -> ServiceExecutors.isolate(warm))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keepWarm");
    }
}
