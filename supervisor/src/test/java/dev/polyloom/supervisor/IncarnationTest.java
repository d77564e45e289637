package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.supervisor.spi.RunningService;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import dev.polyloom.supervisor.spi.ServiceLaunch;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one start of a service does, and what is left of it for the next. */
@Timeout(60)
class IncarnationTest {
    private static final String PATH = "host/top/a";
    private static final Service IDLE = context -> context.token().await();

    private final Events events = new Events();
    private final LinkedBlockingQueue<ServiceContext> contexts = new LinkedBlockingQueue<>();
    private Host host = Host.named("none").build();

    @AfterEach
    void close() {
        host.close();
    }

    private void start(ChildSpec... children) {
        SupervisorBuilder top = SupervisorSpec.named("top");
        List.of(children).forEach(top::child);
        host = Host.named("host").listener(events).supervisor(top.build()).start();
    }

    private ServiceBuilder giving() {
        return ServiceSpec.named(
                "a",
                context -> {
                    contexts.add(context);
                    context.token().await();
                });
    }

    private Status status() {
        return host.status().find(PATH).orElseThrow();
    }

    /** Fails to start its first service. */
    private static final class Reluctant implements ServiceExecutor {
        @Override
        public String kind() {
            return "reluctant";
        }

        @Override
        public RunningService start(ServiceLaunch launch) throws Exception {
            if (launch.context().incarnation() == 1) {
                throw new IllegalStateException("not at once");
            }
            return ServiceExecutors.virtual().start(launch);
        }
    }

    /** Shows what it is to start. */
    private record Watched(LinkedBlockingQueue<ServiceLaunch> launches) implements ServiceExecutor {
        @Override
        public String kind() {
            return "watched";
        }

        @Override
        public RunningService start(ServiceLaunch launch) throws Exception {
            launches.add(launch);
            return ServiceExecutors.virtual().start(launch);
        }
    }

    @Test
    void startThatFails_isACrash() {
        start(ServiceSpec.named("a", IDLE).executor(new Reluctant()).build());

        events.await(ServiceEvent.Restarted.class, PATH, 1);

        assertThat(events.of(ServiceEvent.Crashed.class, PATH))
                .singleElement()
                .matches(crash -> "not at once".equals(crash.cause().getMessage()));
    }

    @Test
    void cancellationThatNobodyAskedFor_isACrash() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        AsyncService cancelled =
                context -> context.incarnation() == 1 ? end : context.token().cancelled();
        start(ServiceSpec.async("a", cancelled).build());
        events.await(ServiceEvent.Ready.class, PATH, 1);

        end.cancel(false);

        ServiceEvent.Crashed crash = events.await(ServiceEvent.Crashed.class, PATH, 1);
        assertThat(crash.cause()).isInstanceOf(CancellationException.class);
    }

    @Test
    void observer_hearsOfItsPathAndThoseBeneath_untilItEnds() throws Exception {
        start(
                giving().build(),
                ServiceSpec.named("b", IDLE).build(),
                SupervisorSpec.named("b2").service("c", IDLE).build());
        events.await(ServiceEvent.Ready.class, "host", 1);
        LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();
        ServiceContext context = contexts.take();
        context.observe("host/top/b", event -> seen.add("b: " + event.path()));
        context.observe("host/top/b2", event -> seen.add("b2: " + event.path()));

        host.restartChild("host/top/b2/c");
        host.restartChild("host/top/b");

        events.await(ServiceEvent.Ready.class, "host/top/b2/c", 2);
        events.await(ServiceEvent.Ready.class, "host/top/b", 2);
        await().until(() -> seen.contains("b2: host/top/b2/c") && seen.contains("b: host/top/b"));
        assertThat(seen).doesNotContain("b: host/top/b2/c");

        host.stopChild(PATH);
        events.await(ServiceEvent.Stopped.class, PATH, 1);
        context.observe("host/top/b", event -> seen.add("late: " + event.path()));
        seen.clear();
        host.restartChild("host/top/b");
        events.await(ServiceEvent.Ready.class, "host/top/b", 3);
        assertThat(seen).isEmpty();
    }

    @Test
    void health_isToldWhenItChanges_andGoodAgainAtTheNextStart() throws Exception {
        start(giving().build());
        ServiceContext first = contexts.take();
        first.health(Health.degraded("slow"));
        first.health(Health.degraded("slow"));
        first.health(Health.degraded("slower"));
        events.await(ServiceEvent.HealthChanged.class, PATH, 2);
        assertThat(status().health()).isEqualTo(Health.degraded("slower"));

        host.restartChild(PATH);

        events.await(ServiceEvent.Ready.class, PATH, 2);
        assertThat(status().health()).isEqualTo(Health.GOOD);
        first.health(Health.degraded("gone"));
        assertThat(status().health()).isEqualTo(Health.GOOD);
        assertThat(events.of(ServiceEvent.HealthChanged.class, PATH)).hasSize(2);
    }

    @Test
    void messagesOfAServiceThatIsRemoved_areToldAsDropped() {
        start(giving().build());
        events.await(ServiceEvent.Ready.class, PATH, 1);
        host.send(PATH, "one");
        host.send(PATH, "two");

        host.remove(PATH);

        assertThat(events.await(ServiceEvent.MessageDropped.class, PATH, 1))
                .hasToString("2 dropped, because the service was removed");
        await().until(() -> host.status().find(PATH).isEmpty());
        assertThatThrownBy(() -> host.send(PATH, "three"))
                .isInstanceOf(MessageRefusedException.class)
                .hasMessageContaining("there is no such service");
    }

    @Test
    void contextOfAServiceThatIsDown_isNotKept() {
        AtomicReference<WeakReference<ServiceContext>> seen = new AtomicReference<>();
        start(
                ServiceSpec.named(
                                "a",
                                context -> {
                                    seen.set(new WeakReference<>(context));
                                    context.token().await();
                                })
                        .build());
        events.await(ServiceEvent.Ready.class, PATH, 1);

        host.stopChild(PATH);

        events.await(ServiceEvent.Stopped.class, PATH, 1);
        await().until(() -> {
            System.gc();
            return seen.get().get() == null;
        });
    }

    @Test
    void messagePutBack_waitsInTheMailbox_andIsDroppedOnlyAfterTheEnd() throws Exception {
        LinkedBlockingQueue<ServiceLaunch> launches = new LinkedBlockingQueue<>();
        start(giving().executor(new Watched(launches)).build());
        events.await(ServiceEvent.Ready.class, PATH, 1);
        ServiceLaunch launch = launches.take();

        launch.putBack("one");
        host.remove(PATH);

        assertThat(events.await(ServiceEvent.MessageDropped.class, PATH, 1))
                .hasToString("1 dropped, because the service was removed");
        launch.putBack("two");
        assertThat(events.await(ServiceEvent.MessageDropped.class, PATH, 2))
                .hasToString("1 dropped, because the service has ended");
    }

    @Test
    void messagesOfAServiceThatHasEnded_areToldAsDropped() throws Exception {
        CompletableFuture<Void> end = new CompletableFuture<>();
        start(ServiceSpec.named("a", _ -> end.join()).restart(Restart.TEMPORARY).build());
        events.await(ServiceEvent.Ready.class, PATH, 1);
        host.send(PATH, "one");

        end.complete(null);

        assertThat(events.await(ServiceEvent.MessageDropped.class, PATH, 1))
                .hasToString("1 dropped, because the service has ended");
        assertThat(status().state()).isEqualTo(ServiceState.ENDED);
    }
}
