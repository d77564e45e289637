package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Supervisors of running hosts, and hosts, that become what another declaration says. */
@Timeout(60)
class SupervisorUpdateTest extends HostUpdating {
    private static final Service ENDS = _ -> {};

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
    void serviceThatWaited_startsWithItsGroup_whenItIsDeclaredOtherwise() {
        CountDownLatch crash = new CountDownLatch(1);
        ServiceSpec later =
                ServiceSpec.named("later", _ -> crashAfter(crash))
                        .delay(RestartDelay.fixed(Duration.ofHours(2)))
                        .build();
        ServiceBuilder soon =
                ServiceSpec.named("soon", _ -> crashAfter(new CountDownLatch(0)))
                        .delay(RestartDelay.fixed(Duration.ofHours(1)));
        ServiceSpec slow = ServiceSpec.named("slow", IDLE).readyWithin(Duration.ofDays(1)).build();
        host = declared(top(later, soon.build())).listener(events).clock(clock).start();
        events.await(ServiceEvent.Restarting.class, "host/top/soon", 1);

        HostUpdate _ =
                host.update(
                        declared(
                                top(later, slow, soon.argument("x", "y").build())
                                        .strategy(Strategy.ONE_FOR_ALL)));
        events.await(ServiceEvent.Starting.class, "host/top/slow", 1);
        assertThat(status("host/top/soon").state()).isEqualTo(ServiceState.STOPPED);
        crash.countDown();
        events.await(ServiceEvent.Stopped.class, "host/top/slow", 1);

        clock.advance(Duration.ofHours(1));

        assertThat(status("host/top/soon").state()).isEqualTo(ServiceState.WAITING);
        clock.advance(Duration.ofHours(1));
        events.await(ServiceEvent.Starting.class, "host/top/later", 2);
        assertThat(events.of(ServiceEvent.Starting.class, "host/top/soon")).hasSize(1);
    }

    private static void crashAfter(CountDownLatch moment) throws InterruptedException {
        moment.await();
        throw new IllegalStateException("crash");
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
}
