package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages to services that run, are down, or have ended. */
@Timeout(60)
class MailboxTest {
    private static final String PATH = "host/top/a";

    private final Events events = new Events();
    private final LinkedBlockingQueue<Object> received = new LinkedBlockingQueue<>();

    private Host start(ServiceBuilder service) {
        SupervisorSpec top = SupervisorSpec.named("top").child(service.build()).build();
        return Host.named("host").listener(events).supervisor(top).start();
    }

    private ServiceBuilder reader() {
        return ServiceSpec.named(
                "a",
                context -> {
                    while (true) {
                        Object message = context.mailbox().receive();
                        if (message.equals("crash")) {
                            throw new IllegalStateException("as told");
                        }
                        received.add(message);
                    }
                });
    }

    private Host startStopped(MailboxPolicy policy) {
        Host host = start(reader().mailbox(policy));
        events.await(ServiceEvent.Ready.class, PATH, 1);
        host.stopChild(PATH);
        events.await(ServiceEvent.Stopped.class, PATH, 1);
        return host;
    }

    @Test
    void messages_duringACrash_waitForTheNextStart() {
        try (Host host = start(reader())) {
            for (int i = 0; i < 300; i++) {
                assertThat(host.send(PATH, i % 100 == 50 ? "crash" : i)).isTrue();
            }
            await().until(() -> received.size() == 297);
            assertThat(received.stream().map(Integer.class::cast).toList())
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    @Test
    void messages_toAServiceThatIsDown_areQueuedUpToTheBound() {
        try (Host host = startStopped(MailboxPolicy.queue(2))) {
            assertThat(host.send(PATH, 1)).isTrue();
            assertThat(host.send(PATH, 2)).isTrue();
            assertThatThrownBy(() -> host.send(PATH, 3))
                    .isInstanceOf(MessageRefusedException.class)
                    .hasMessageContaining("too many");
            assertThat(host.status().find(PATH).orElseThrow().waitingMessages()).isEqualTo(2);
            assertThat(host.status().find(PATH).orElseThrow().droppedMessages()).isEqualTo(1);
            host.startChild(PATH);
            await().until(() -> List.copyOf(received).equals(List.of(1, 2)));
        }
    }

    @Test
    void messages_toAServiceThatRefuses_failWhileItIsDown() {
        try (Host host = startStopped(MailboxPolicy.refuse(2))) {
            assertThatThrownBy(() -> host.send(PATH, 1))
                    .isInstanceOf(MessageRefusedException.class)
                    .hasMessageContaining("is down");
            events.await(ServiceEvent.MessageDropped.class, PATH, 1);
        }
    }

    @Test
    void messages_betweenCrashAndRestart_findTheServiceDown() {
        ServiceBuilder service =
                reader().mailbox(MailboxPolicy.refuse(2))
                        .delay(RestartDelay.fixed(Duration.ofDays(1)));
        try (Host host = start(service)) {
            events.await(ServiceEvent.Ready.class, PATH, 1);
            host.send(PATH, "crash");
            events.await(ServiceEvent.Restarting.class, PATH, 1);

            assertThatThrownBy(() -> host.send(PATH, 1))
                    .isInstanceOf(MessageRefusedException.class)
                    .hasMessageContaining("is down");
        }
    }

    @Test
    void messages_toAServiceThatDrops_areCountedAndTold() {
        try (Host host = startStopped(MailboxPolicy.drop(2))) {
            assertThat(host.send(PATH, 1)).isFalse();
            assertThat(host.status().find(PATH).orElseThrow().droppedMessages()).isEqualTo(1);
            events.await(ServiceEvent.MessageDropped.class, PATH, 1);
        }
    }

    @Test
    void messages_neverRead_areToldWhenTheHostStops() {
        Host host = startStopped(MailboxPolicy.DEFAULT);
        assertThat(host.send(PATH, 1)).isTrue();
        assertThat(host.send(PATH, 2)).isTrue();

        host.close();

        ServiceEvent.MessageDropped dropped =
                events.await(ServiceEvent.MessageDropped.class, PATH, 1);
        assertThat(dropped.messages()).isEqualTo(2);
        assertThatThrownBy(() -> host.send(PATH, 3))
                .isInstanceOf(MessageRefusedException.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void mailboxWithoutMessages_hasNothingToTellWhenTheHostStops() {
        Host host = start(reader());
        events.await(ServiceEvent.Ready.class, PATH, 1);

        host.close();

        events.await(ServiceEvent.Stopped.class, "host", 1);
        assertThat(events.of(ServiceEvent.MessageDropped.class, PATH)).isEmpty();
    }

    @Test
    void messages_toNobody_areRefusedAndTold() {
        try (Host host = start(reader())) {
            assertThatThrownBy(() -> host.send("host/top/b", 1))
                    .isInstanceOf(MessageRefusedException.class);
            events.await(ServiceEvent.MessageDropped.class, "host/top/b", 1);
        }
    }

    @Test
    void services_sendToEachOther_withoutAThreadOnALoop() {
        AsyncService echo = this::echo;
        SupervisorSpec top =
                SupervisorSpec.named("top")
                        .child(reader().build())
                        .child(ServiceSpec.async("echo", echo).build())
                        .build();
        try (Host host = Host.named("host").supervisor(top).start()) {
            await().until(() -> host.status().state() == ServiceState.RUNNING);
            host.send("host/top/echo", "one");
            host.send("host/top/echo", "two");
            await().until(() -> List.copyOf(received).equals(List.of("one", "two")));
        }
    }

    private CompletionStage<?> echo(ServiceContext context) {
        return context.mailbox()
                .receiveAsync()
                .thenCompose(message -> {
                    context.send(PATH, message);
                    return context.token().isCancelled()
                            ? CompletableFuture.completedFuture(null)
                            : echo(context).thenApply(_ -> null);
                });
    }
}
