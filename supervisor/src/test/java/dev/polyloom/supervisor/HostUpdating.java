package dev.polyloom.supervisor;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A running host that becomes what another declaration says. */
abstract class HostUpdating {
    static final Service IDLE = context -> context.token().await();

    final Events events = new Events();
    final VirtualClock clock = new VirtualClock();
    Host host = Host.named("none").build();

    @AfterEach
    void close() {
        host.close();
    }

    static ServiceSpec service(String name, String version) {
        return ServiceSpec.named(name, IDLE).argument("version", version).build();
    }

    static SupervisorBuilder top(ChildSpec... children) {
        SupervisorBuilder top = SupervisorSpec.named("top");
        List.of(children).forEach(top::child);
        return top;
    }

    void start(SupervisorBuilder... supervisors) {
        host = declared(supervisors).listener(events).clock(clock).start();
        events.await(ServiceEvent.Ready.class, "host", 1);
    }

    static HostBuilder declared(SupervisorBuilder... supervisors) {
        HostBuilder builder = Host.named("host");
        for (SupervisorBuilder each : supervisors) {
            builder.supervisor(each.build());
        }
        return builder;
    }

    Status status(String path) {
        return host.status().find(path).orElseThrow();
    }

    List<String> names(String path) {
        return status(path).children().stream().map(Status::name).toList();
    }

    void awaitRunning(String path) {
        await().until(() ->
                host.status()
                        .find(path)
                        .map(Status::state)
                        .equals(Optional.of(ServiceState.RUNNING)));
    }
}
