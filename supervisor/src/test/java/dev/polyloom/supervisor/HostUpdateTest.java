package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Services of running hosts that become what another declaration says. */
@Timeout(60)
class HostUpdateTest extends HostUpdating {
    private static final Service ENDS = _ -> {};

    @Test
    void whatIsDeclaredAsBefore_isNotTouched() {
        start(top(service("a", "1"), service("b", "1"), service("c", "1")));

        HostUpdate update =
                host.update(declared(top(service("a", "1"), service("b", "2"), service("d", "1"))));

        assertThat(update).hasToString("added host/top/d; changed host/top/b; removed host/top/c");
        events.await(ServiceEvent.Ready.class, "host/top/b", 2);
        events.await(ServiceEvent.Ready.class, "host/top/d", 1);
        events.await(ServiceEvent.Stopped.class, "host/top/c", 1);
        await().untilAsserted(() -> assertThat(names("host/top")).containsExactly("a", "b", "d"));
        assertThat(events.of(ServiceEvent.Starting.class, "host/top/a")).hasSize(1);
        assertThat(events.of(ServiceEvent.Stopping.class, "host/top/a")).isEmpty();
        assertThat(events.of(ServiceEvent.Stopping.class, "host/top")).isEmpty();
        assertThat(status("host/top/b").restarts()).isZero();
    }

    @Test
    void sameDeclaration_changesNothing() {
        start(top(service("a", "1")));
        int before = events.texts().size();

        assertThat(host.update(declared(top(service("a", "1")))).isEmpty()).isTrue();

        assertThat(host.status().children()).hasSize(1);
        assertThat(events.texts()).hasSize(before);
    }

    @Test
    void newService_startsInItsPlace_andStopsInReverse() {
        start(top(service("a", "1"), service("c", "1")));

        HostUpdate _ =
                host.update(declared(top(service("a", "1"), service("b", "1"), service("c", "1"))));

        awaitRunning("host/top/b");
        assertThat(names("host/top")).containsExactly("a", "b", "c");
        host.close();
        assertThat(events.texts())
                .containsSubsequence(
                        "Stopping host/top/c", "Stopping host/top/b", "Stopping host/top/a");
    }

    @Test
    void newServices_awaitEachOther() {
        LinkedBlockingQueue<ServiceContext> contexts = new LinkedBlockingQueue<>();
        Service reports =
                context -> {
                    contexts.add(context);
                    context.token().await();
                };
        ServiceSpec slow =
                ServiceSpec.named("slow", reports).readyWithin(Duration.ofHours(1)).build();
        ServiceSpec next = ServiceSpec.named("next", IDLE).after("slow").build();
        start(top(service("a", "1")));

        HostUpdate _ = host.update(declared(top(next, service("a", "1"), slow)));

        await().until(() -> !contexts.isEmpty());
        assertThat(status("host/top/next").state()).isEqualTo(ServiceState.STOPPED);
        assertThat(names("host/top")).containsExactly("slow", "next", "a");
        contexts.remove().ready();
        events.await(ServiceEvent.Ready.class, "host/top/next", 1);
    }

    @Test
    void messages_outliveAChange() throws Exception {
        LinkedBlockingQueue<Object> got = new LinkedBlockingQueue<>();
        Service reads =
                context -> {
                    context.token().await(Duration.ofSeconds(context.arguments().size() - 1L));
                    while (context.arguments().containsKey("read")) {
                        got.add(context.mailbox().receive());
                    }
                    context.token().await();
                };
        start(top(ServiceSpec.named("a", reads).build()));
        assertThat(host.send("host/top/a", "kept")).isTrue();

        HostUpdate _ =
                host.update(
                        declared(
                                top(
                                        ServiceSpec.named("a", reads)
                                                .argument("read", "yes")
                                                .mailbox(MailboxPolicy.refuse(1))
                                                .build())));

        assertThat(got.take()).isEqualTo("kept");
        host.stopChild("host/top/a");
        events.await(ServiceEvent.Stopped.class, "host/top/a", 2);
        assertThatThrownBy(() -> host.send("host/top/a", "late"))
                .isInstanceOf(MessageRefusedException.class);
    }

    @Test
    void serviceRemovedAndDeclaredAgainAtOnce_isThereInTheEnd() {
        start(top(service("a", "1"), service("b", "1")));

        HostUpdate _ = host.update(declared(top(service("b", "1"))));
        HostUpdate _ = host.update(declared(top(service("a", "1"), service("b", "1"))));

        events.await(ServiceEvent.Ready.class, "host/top/a", 2);
        await().untilAsserted(() -> assertThat(names("host/top")).containsExactly("a", "b"));
    }

    @Test
    void serviceThatSomebodyStopped_staysStopped_andIsTheNewOneWhenStarted() {
        LinkedBlockingQueue<String> versions = new LinkedBlockingQueue<>();
        Service tells =
                context -> {
                    versions.add(String.valueOf(context.arguments().get("version")));
                    context.token().await();
                };
        start(top(ServiceSpec.named("a", tells).argument("version", "1").build()));
        host.stopChild("host/top/a");
        events.await(ServiceEvent.Stopped.class, "host/top/a", 1);

        HostUpdate _ =
                host.update(
                        declared(
                                top(
                                        ServiceSpec.named("a", tells)
                                                .argument("version", "2")
                                                .build())));

        assertThat(status("host/top/a").state()).isEqualTo(ServiceState.STOPPED);
        host.startChild("host/top/a");
        events.await(ServiceEvent.Ready.class, "host/top/a", 2);
        await().until(() -> versions.size() == 2);
        assertThat(versions).containsExactly("1", "2");
    }

    @Test
    void serviceThatIsBeingStopped_staysStopped_whenItIsDeclaredOtherwise() {
        CountDownLatch end = new CountDownLatch(1);
        ServiceBuilder slow =
                ServiceSpec.named(
                        "a",
                        context -> {
                            context.token().await();
                            end.await();
                        });
        start(top(slow.build()));
        host.stopChild("host/top/a");
        events.await(ServiceEvent.Stopping.class, "host/top/a", 1);

        HostUpdate _ = host.update(declared(top(slow.argument("x", "y").build())));
        end.countDown();

        events.await(ServiceEvent.Stopped.class, "host/top/a", 1);
        assertThat(status("host/top/a").state()).isEqualTo(ServiceState.STOPPED);
        assertThat(events.of(ServiceEvent.Starting.class, "host/top/a")).hasSize(1);
    }

    @Test
    void serviceThatHasEnded_startsOnlyIfItIsDeclaredOtherwise() {
        ServiceBuilder once = ServiceSpec.named("a", ENDS).restart(Restart.TEMPORARY);
        start(top(once.build(), service("b", "1")));
        await().until(() -> status("host/top/a").state() == ServiceState.ENDED);

        HostUpdate _ = host.update(declared(top(once.build(), service("b", "2"))));
        events.await(ServiceEvent.Ready.class, "host/top/b", 2);
        assertThat(events.of(ServiceEvent.Starting.class, "host/top/a")).hasSize(1);

        HostUpdate _ =
                host.update(declared(top(once.argument("x", "y").build(), service("b", "2"))));
        events.await(ServiceEvent.Starting.class, "host/top/a", 2);
    }

    @Test
    void serviceThatWaitsForItsRestart_startsAtOnceWhenDeclaredOtherwise() {
        Service crashes =
                context -> {
                    if (context.arguments().isEmpty()) {
                        throw new IllegalStateException("no arguments");
                    }
                    context.token().await();
                };
        ServiceBuilder spec =
                ServiceSpec.named("a", crashes).delay(RestartDelay.fixed(Duration.ofDays(1)));
        host = declared(top(spec.build())).listener(events).clock(clock).start();
        events.await(ServiceEvent.Restarting.class, "host/top/a", 1);

        HostUpdate _ = host.update(declared(top(spec.argument("x", "y").build())));

        awaitRunning("host/top/a");
    }

    @Test
    void whatWasRemovedAtRunTime_comesBackOnlyIfItIsDeclaredOtherwise() {
        start(top(service("a", "1"), service("b", "1")));
        host.remove("host/top/a");
        await().untilAsserted(() -> assertThat(names("host/top")).containsExactly("b"));

        HostUpdate _ = host.update(declared(top(service("a", "1"), service("b", "2"))));
        events.await(ServiceEvent.Ready.class, "host/top/b", 2);
        assertThat(names("host/top")).containsExactly("b");

        HostUpdate _ = host.update(declared(top(service("a", "2"), service("b", "2"))));
        events.await(ServiceEvent.Ready.class, "host/top/a", 2);
    }

    @Test
    void whatWasAddedAtRunTime_stays() {
        start(top(service("a", "1")));
        host.add("host/top", service("guest", "1"));
        awaitRunning("host/top/guest");

        HostUpdate _ = host.update(declared(top(service("b", "1"))));

        awaitRunning("host/top/b");
        await().untilAsserted(() -> assertThat(names("host/top")).containsExactly("b", "guest"));
        assertThat(events.of(ServiceEvent.Stopping.class, "host/top/guest")).isEmpty();
    }

    @Test
    void otherName_orAStoppedHost_isRefused() {
        start(top(service("a", "1")));
        assertThatThrownBy(() -> host.update(Host.named("other")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a host named host cannot become one named other");

        host.close();

        assertThatThrownBy(() -> host.update(declared(top())))
                .isInstanceOf(IllegalStateException.class);
    }
}
