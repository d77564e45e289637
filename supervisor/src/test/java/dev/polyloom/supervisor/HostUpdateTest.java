package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Running hosts that become what another declaration says. */
@Timeout(60)
class HostUpdateTest {
    private static final Service IDLE = context -> context.token().await();
    private static final Service ENDS = _ -> {};

    private final Events events = new Events();
    private final VirtualClock clock = new VirtualClock();
    private Host host = Host.named("none").build();

    @AfterEach
    void close() {
        host.close();
    }

    private static ServiceSpec service(String name, String version) {
        return ServiceSpec.named(name, IDLE).argument("version", version).build();
    }

    private static SupervisorBuilder top(ChildSpec... children) {
        SupervisorBuilder top = SupervisorSpec.named("top");
        List.of(children).forEach(top::child);
        return top;
    }

    private void start(SupervisorBuilder... supervisors) {
        host = declared(supervisors).listener(events).clock(clock).start();
        events.await(ServiceEvent.Ready.class, "host", 1);
    }

    private static HostBuilder declared(SupervisorBuilder... supervisors) {
        HostBuilder builder = Host.named("host");
        for (SupervisorBuilder each : supervisors) {
            builder.supervisor(each.build());
        }
        return builder;
    }

    private Status status(String path) {
        return host.status().find(path).orElseThrow();
    }

    private List<String> names(String path) {
        return status(path).children().stream().map(Status::name).toList();
    }

    private void awaitRunning(String path) {
        await().until(() ->
                host.status()
                        .find(path)
                        .map(Status::state)
                        .equals(java.util.Optional.of(ServiceState.RUNNING)));
    }

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
    void limitsOfTheHost_holdFromTheUpdateOn() {
        CountDownLatch release = new CountDownLatch(1);
        ServiceSpec stubborn =
                ServiceSpec.named("stubborn", _ -> awaitStubbornly(release))
                        .stopWithin(Duration.ZERO)
                        .build();
        host =
                declared(top(stubborn))
                        .killWithin(Duration.ofHours(1))
                        .listener(events)
                        .clock(clock)
                        .start();
        events.await(ServiceEvent.Ready.class, "host", 1);

        HostUpdate update = host.update(declared(top(stubborn)).killWithin(Duration.ofSeconds(1)));

        assertThat(update).hasToString("changed host");
        try {
            host.restartChild("host/top/stubborn");
            events.await(ServiceEvent.Killed.class, "host/top/stubborn", 1);
            clock.advance(Duration.ofSeconds(1));
            events.await(ServiceEvent.Abandoned.class, "host/top/stubborn", 1);
        } finally {
            release.countDown();
        }
    }

    @Test
    void newLimitOfBlockedLoops_isKept() {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AsyncService blocker =
                context -> {
                    if (context.incarnation() == 1) {
                        new Thread(
                                        () -> {
                                            awaitStubbornly(go);
                                            context.loop().execute(() -> awaitStubbornly(release));
                                        })
                                .start();
                    }
                    CompletableFuture<Void> end = new CompletableFuture<>();
                    context.token().cancelled().thenRun(() -> end.complete(null));
                    return end;
                };
        ServiceSpec spec = ServiceSpec.async("blocker", blocker).build();
        host =
                declared(top(spec))
                        .blockedAfter(Duration.ofSeconds(10))
                        .listener(events)
                        .clock(clock)
                        .start();
        events.await(ServiceEvent.Ready.class, "host", 1);

        HostUpdate _ = host.update(declared(top(spec)).blockedAfter(Duration.ofSeconds(1)));

        go.countDown();
        try {
            await().until(() -> {
                clock.advance(Duration.ofSeconds(1));
                return !events.of(ServiceEvent.Blocked.class, "host/top/blocker").isEmpty();
            });
            assertThat(
                            events.of(ServiceEvent.Blocked.class, "host/top/blocker")
                                    .getFirst()
                                    .elapsed())
                    .isEqualTo(Duration.ofSeconds(1));
        } finally {
            release.countDown();
        }
    }

    private static void awaitStubbornly(CountDownLatch release) {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException e) {
                // it does not end when it is killed
            }
        }
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
    void serviceThatBecomesASupervisor_keepsItsPlace() {
        start(top(service("a", "1"), service("b", "1")));

        HostUpdate update =
                host.update(
                        declared(
                                top(
                                        SupervisorSpec.named("a").child(service("x", "1")).build(),
                                        service("b", "1"))));

        assertThat(update.changed()).containsExactly("host/top/a");
        awaitRunning("host/top/a/x");
        assertThat(names("host/top")).containsExactly("a", "b");
        assertThat(events.of(ServiceEvent.Starting.class, "host/top/b")).hasSize(1);

        HostUpdate _ = host.update(declared(top(service("a", "1"), service("b", "1"))));

        await().until(() -> status("host/top/a").kind().equals("virtual"));
        awaitRunning("host/top/a");
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
    void supervisorThatHasEnded_startsOnlyIfItIsDeclaredOtherwise() {
        ServiceSpec done =
                ServiceSpec.named("a", ENDS).restart(Restart.TRANSIENT).significant().build();
        SupervisorBuilder ends =
                SupervisorSpec.named("ends")
                        .restart(Restart.TEMPORARY)
                        .autoShutdown(AutoShutdown.ANY_SIGNIFICANT)
                        .child(done);
        start(top(ends.build(), service("b", "1")));
        await().until(() -> status("host/top/ends").state() == ServiceState.ENDED);

        HostUpdate _ = host.update(declared(top(ends.build(), service("b", "2"))));
        events.await(ServiceEvent.Ready.class, "host/top/b", 2);
        assertThat(events.of(ServiceEvent.Starting.class, "host/top/ends/a")).hasSize(1);

        SupervisorSpec other = ends.autoShutdown(AutoShutdown.NEVER).build();
        HostUpdate _ = host.update(declared(top(other, service("b", "2"))));
        events.await(ServiceEvent.Starting.class, "host/top/ends/a", 2);
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
    void groupThatIsBeingRestarted_changesWhenItStartsAgain() {
        Service crashesOnce =
                context -> {
                    if (context.incarnation() == 1) {
                        throw new IllegalStateException("first");
                    }
                    context.token().await();
                };
        ServiceBuilder first =
                ServiceSpec.named("b", crashesOnce).delay(RestartDelay.fixed(Duration.ofHours(1)));
        host =
                declared(top(service("a", "1"), first.build()).strategy(Strategy.ONE_FOR_ALL))
                        .listener(events)
                        .clock(clock)
                        .start();
        events.await(ServiceEvent.Restarting.class, "host/top/b", 1);
        events.await(ServiceEvent.Stopped.class, "host/top/a", 1);

        HostUpdate update =
                host.update(
                        declared(
                                top(service("c", "1"), first.build())
                                        .strategy(Strategy.ONE_FOR_ALL)));
        assertThat(update).hasToString("added host/top/c; removed host/top/a");
        assertThat(
                        host.update(
                                        declared(
                                                top(service("c", "1"), first.build())
                                                        .strategy(Strategy.ONE_FOR_ALL)))
                                .isEmpty())
                .isTrue();
        clock.advance(Duration.ofHours(1));

        awaitRunning("host/top/c");
        awaitRunning("host/top/b");
        assertThat(names("host/top")).containsExactly("c", "b");
        assertThat(events.of(ServiceEvent.Starting.class, "host/top/a")).hasSize(1);
    }

    @Test
    void supervisorsOwnSettings_changeWithoutARestart() {
        Service crashes =
                context -> {
                    context.token().await(Duration.ofMillis(1));
                    throw new IllegalStateException("again");
                };
        ServiceSpec restless =
                ServiceSpec.named("a", crashes)
                        .delay(RestartDelay.fixed(Duration.ofDays(1)))
                        .build();
        host = declared(top(restless)).listener(events).clock(clock).start();
        events.await(ServiceEvent.Restarting.class, "host/top/a", 1);

        HostUpdate update =
                host.update(
                        declared(top(restless).intensity(new Intensity(0, Duration.ofDays(9)))));

        assertThat(update).hasToString("changed host/top");
        assertThat(events.of(ServiceEvent.Stopping.class, "host/top")).isEmpty();
        clock.advance(Duration.ofDays(1));
        events.await(ServiceEvent.Escalated.class, "host/top", 1);
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void supervisors_comeAndGo_underAnyStrategy(Strategy strategy) throws Exception {
        start(top(service("a", "1"), service("b", "1")).strategy(strategy));

        HostUpdate update =
                host.update(
                        declared(
                                top(service("b", "2"), service("c", "1")).strategy(strategy),
                                SupervisorSpec.named("more").service("x", IDLE)));
        assertThat(update.added()).containsExactly("host/top/c", "host/more");
        events.await(ServiceEvent.Ready.class, "host/top/b", 2);
        awaitRunning("host/top/c");
        awaitRunning("host/more/x");

        HostUpdate _ = host.update(declared(SupervisorSpec.named("more").service("x", IDLE)));
        events.await(ServiceEvent.Stopped.class, "host/top", 1);
        await().untilAsserted(() -> assertThat(names("host")).containsExactly("more"));
        assertThat(events.of(ServiceEvent.Starting.class, "host/more/x")).hasSize(1);
        host.close();
        assertThat(host.awaitStop(Duration.ofSeconds(30))).isTrue();
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
