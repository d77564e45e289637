package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts with services on threads. */
@Timeout(60)
class HostTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Service IDLE = context -> context.token().await();

    private final Events events = new Events();
    private final VirtualClock clock = new VirtualClock();

    private static SupervisorBuilder top() {
        return SupervisorSpec.named("top");
    }

    private Host start(SupervisorBuilder top) {
        return Host.named("host").listener(events).supervisor(top.build()).start();
    }

    private Host startVirtual(SupervisorBuilder top) {
        HostBuilder builder = Host.named("host").listener(events).clock(clock);
        return builder.supervisor(top.build()).start();
    }

    @Test
    void services_startInOrder_andStopInReverse() throws Exception {
        try (Host host = start(top().service("a", IDLE).service("b", IDLE))) {
            assertThat(host.awaitReady(LONG)).isTrue();
        }
        assertThat(events.texts())
                .containsSubsequence(
                        "Ready host/top/a",
                        "Starting host/top/b",
                        "Ready host/top/b",
                        "Ready host/top",
                        "Ready host",
                        "Stopping host/top/b",
                        "Stopped host/top/b",
                        "Stopping host/top/a",
                        "Stopped host/top/a",
                        "Stopped host/top",
                        "Stopped host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exception", "error", "end"})
    void service_thatEndsInAnyWay_isStartedAgain(String how) throws Exception {
        CountDownLatch secondRun = new CountDownLatch(1);
        Service service =
                context -> {
                    if (context.incarnation() == 1) {
                        end(how);
                        return;
                    }
                    secondRun.countDown();
                    context.token().await();
                };
        try (Host host = start(top().service("a", service))) {
            assertThat(secondRun.await(30, TimeUnit.SECONDS)).isTrue();
            events.await(ServiceEvent.Restarted.class, "host/top/a", 1);
            assertThat(host.status().find("host/top/a").orElseThrow().restarts()).isEqualTo(1);
            int crashes = events.of(ServiceEvent.Crashed.class, "host/top/a").size();
            assertThat(crashes).isEqualTo(how.equals("end") ? 0 : 1);
        }
    }

    @Test
    void serviceWhoseExceptionHasNoMessage_isStartedAgain_andBothAreTold() {
        Service service =
                context -> {
                    if (context.incarnation() == 1) {
                        throw new MuteException();
                    }
                    context.token().await();
                };
        try (Host host = start(top().service("a", service))) {
            events.await(ServiceEvent.Restarted.class, "host/top/a", 1);
            assertThat(host.status().toString()).contains("MuteException, whose message");
        }
    }

    private static final class MuteException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new UnsupportedOperationException("no message");
        }
    }

    @Test
    void service_thatMayTakeForEver_isAwaited() {
        LinkedBlockingQueue<ServiceContext> contexts = new LinkedBlockingQueue<>();
        Service service =
                context -> {
                    contexts.add(context);
                    context.token().await();
                };
        Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);
        ServiceSpec spec =
                ServiceSpec.named("a", service).readyWithin(forEver).heartbeat(forEver).build();
        clock.advance(LONG);
        try (Host host = startVirtual(top().child(spec))) {
            await().until(() -> !contexts.isEmpty());
            assertThat(host.status().find("host/top/a").orElseThrow().state())
                    .isEqualTo(ServiceState.STARTING);
            contexts.remove().ready();
            events.await(ServiceEvent.Ready.class, "host/top/a", 1);
            clock.advance(LONG);
            assertThat(host.status().find("host/top/a").orElseThrow().state())
                    .isEqualTo(ServiceState.RUNNING);
            assertThat(events.of(ServiceEvent.Crashed.class, "host/top/a")).isEmpty();
        }
    }

    private static void end(String how) {
        switch (how) {
            case "exception" -> throw new IllegalStateException("crashed");
            case "error" -> throw new StackOverflowError("crashed");
            default -> {}
        }
    }

    @Test
    void runnable_thatKnowsNothing_isInterruptedAtStop() {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Runnable body =
                () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                };
        Host host =
                start(
                        top().child(
                                        ServiceSpec.named("a", body)
                                                .executor(ServiceExecutors.thread())
                                                .stopWithin(Duration.ZERO)
                                                .build()));
        events.await(ServiceEvent.Ready.class, "host", 1);

        host.close();

        assertThat(interrupted.getCount()).isZero();
        assertThat(events.of(ServiceEvent.Killed.class, "host/top/a")).hasSize(1);
    }

    @Test
    void restart_withDelay_waitsForTheTime() {
        Service service =
                context -> {
                    if (context.incarnation() == 1) {
                        throw new IllegalStateException("first");
                    }
                    context.token().await();
                };
        RestartDelay delay = RestartDelay.fixed(Duration.ofHours(1));
        SupervisorBuilder top = top().child(ServiceSpec.named("a", service).delay(delay).build());
        try (Host host = startVirtual(top)) {
            ServiceEvent.Restarting restarting =
                    events.await(ServiceEvent.Restarting.class, "host/top/a", 1);
            assertThat(restarting.delay()).isEqualTo(Duration.ofHours(1));
            clock.advance(Duration.ofMinutes(59));
            assertThat(host.status().find("host/top/a").orElseThrow().state())
                    .isEqualTo(ServiceState.WAITING);

            clock.advance(Duration.ofMinutes(1));

            ServiceEvent.Restarted restarted =
                    events.await(ServiceEvent.Restarted.class, "host/top/a", 1);
            assertThat(restarted.downtime()).isEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void crashes_beyondTheIntensity_endTheHost() {
        Service crash =
                _ -> {
                    throw new IllegalStateException("again");
                };
        SupervisorBuilder top = top().intensity(new Intensity(3, LONG)).service("a", crash);

        Host host = startVirtual(top);

        assertThatThrownBy(host::awaitStop)
                .isInstanceOf(EscalationException.class)
                .hasRootCauseMessage("again");
        assertThat(events.of(ServiceEvent.Restarting.class, "host/top/a")).hasSize(3);
        assertThat(events.of(ServiceEvent.GaveUp.class, "host/top/a")).hasSize(1);
        assertThat(events.of(ServiceEvent.Escalated.class, "host/top")).hasSize(1);
        assertThat(events.of(ServiceEvent.Escalated.class, "host")).hasSize(1);
    }

    @Test
    void service_notReadyInTime_isHeldForCrashed() {
        Service first =
                context -> {
                    if (context.incarnation() == 2) {
                        context.ready();
                    }
                    context.token().await();
                };
        ServiceSpec slow = ServiceSpec.named("slow", first).readyWithin(LONG).build();
        try (Host host = startVirtual(top().child(slow).service("next", IDLE))) {
            events.await(ServiceEvent.Started.class, "host/top/slow", 1);
            assertThat(host.status().find("host/top/next").orElseThrow().state())
                    .isEqualTo(ServiceState.STOPPED);

            clock.advance(LONG);

            ServiceEvent.Crashed crashed =
                    events.await(ServiceEvent.Crashed.class, "host/top/slow", 1);
            assertThat(crashed.cause()).hasMessageContaining("not ready within 30s");
            events.await(ServiceEvent.Ready.class, "host/top/next", 1);
        }
    }

    @Test
    void service_withoutHeartbeat_isHeldForCrashed() {
        LinkedBlockingQueue<ServiceContext> contexts = new LinkedBlockingQueue<>();
        Service service =
                context -> {
                    contexts.add(context);
                    context.token().await();
                };
        ServiceSpec spec = ServiceSpec.named("a", service).heartbeat(LONG).build();
        try (Host host = startVirtual(top().child(spec))) {
            events.await(ServiceEvent.Ready.class, "host/top/a", 1);
            await().until(() -> !contexts.isEmpty());
            clock.advance(Duration.ofSeconds(20));
            contexts.remove().heartbeat();
            clock.advance(Duration.ofSeconds(20));
            assertThat(host.status().find("host/top/a").orElseThrow().restarts()).isZero();

            clock.advance(Duration.ofSeconds(10));

            ServiceEvent.Crashed crashed =
                    events.await(ServiceEvent.Crashed.class, "host/top/a", 1);
            assertThat(crashed.cause()).isInstanceOf(ServiceStalledException.class);
            events.await(ServiceEvent.Restarted.class, "host/top/a", 1);
        }
    }

    @Test
    void service_thatDoesNotEvenEndWhenKilled_isAbandoned() {
        CountDownLatch release = new CountDownLatch(1);
        Service stubborn = _ -> awaitStubbornly(release);
        Host host = startVirtual(top().service("stubborn", stubborn).service("b", IDLE));
        events.await(ServiceEvent.Ready.class, "host", 1);

        Thread stopping = Thread.startVirtualThread(host::close);
        events.await(ServiceEvent.Stopping.class, "host/top/stubborn", 1);
        clock.advance(Duration.ofSeconds(10));
        events.await(ServiceEvent.Killed.class, "host/top/stubborn", 1);
        clock.advance(Duration.ofSeconds(5));

        await().until(() -> !stopping.isAlive());
        assertThat(events.of(ServiceEvent.Abandoned.class, "host/top/stubborn"))
                .singleElement()
                .extracting(ServiceEvent.Abandoned::activity)
                .asString()
                .contains("awaitStubbornly");
        release.countDown();
    }

    private static void awaitStubbornly(CountDownLatch release) {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException e) {
                // this one does not listen
            }
        }
    }

    @Test
    void stop_whoseLimitIsOver_killsAllAtOnce() {
        CountDownLatch never = new CountDownLatch(1);
        Service deaf = _ -> never.await();
        Host host = start(top().service("a", deaf).service("b", deaf));
        events.await(ServiceEvent.Ready.class, "host", 1);

        host.stop(Duration.ZERO);

        assertThat(events.of(ServiceEvent.Killed.class, "host/top/a")).hasSize(1);
        assertThat(events.of(ServiceEvent.Killed.class, "host/top/b")).hasSize(1);
        assertThat(host.status().state()).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void status_ofATree_tellsStateErrorHealthAndMore() {
        Service service =
                context -> {
                    if (context.incarnation() == 1) {
                        throw new IllegalStateException("first");
                    }
                    context.health(Health.degraded("disk nearly full"));
                    context.token().await();
                };
        try (Host host = startVirtual(top().service("a", service))) {
            events.await(ServiceEvent.Restarted.class, "host/top/a", 1);
            events.await(ServiceEvent.HealthChanged.class, "host/top/a", 1);
            clock.advance(Duration.ofSeconds(75));

            assertThat(host.status())
                    .hasToString(
                            """
                            host running [supervisor] for 1m15s, degraded: disk nearly full
                              top running [supervisor] for 1m15s, degraded: disk nearly full
                                a running [virtual] for 1m15s, restarts 1, degraded: disk nearly \
                            full, last error java.lang.IllegalStateException: first\
                            """);
        }
    }

    @Test
    void events_forASubscriber_comeUntilTheHostStops() throws Exception {
        LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
        CountDownLatch complete = new CountDownLatch(1);
        Host host = Host.named("host").supervisor(top().service("a", IDLE).build()).build();
        host.events().subscribe(new TextSubscriber(received, complete));
        host.start();
        assertThat(host.awaitReady(LONG)).isTrue();

        host.close();

        assertThat(complete.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(received).contains("Starting host/top/a", "Stopped host");
    }

    private record TextSubscriber(LinkedBlockingQueue<String> received, CountDownLatch complete)
            implements Flow.Subscriber<ServiceEvent> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ServiceEvent event) {
            received.add(event.getClass().getSimpleName() + " " + event.path());
        }

        @Override
        public void onError(Throwable failure) {
            received.add(failure.toString());
        }

        @Override
        public void onComplete() {
            complete.countDown();
        }
    }

    @Test
    void listener_thatFailsOrIsSlow_delaysNoRestart() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        Service service =
                context -> {
                    if (runs.incrementAndGet() < 4) {
                        throw new IllegalStateException("crash");
                    }
                    context.token().await();
                };
        ServiceListener slow =
                _ -> {
                    awaitStubbornly(release);
                    throw new IllegalStateException("slow and wrong");
                };
        SupervisorSpec top = top().service("a", service).build();
        try (Host host = Host.named("host").listener(slow).supervisor(top).start()) {
            await().until(() -> runs.get() == 4);
            assertThat(host.status().find("host/top/a").orElseThrow().restarts()).isEqualTo(3);
            release.countDown();
        }
    }

    @Test
    void children_addedStoppedStartedAndRemoved_obey() throws Exception {
        try (Host host = start(top().strategy(Strategy.DYNAMIC))) {
            assertThat(host.awaitReady(LONG)).isTrue();
            host.add("host/top", ServiceSpec.named("a", IDLE).build());
            events.await(ServiceEvent.Ready.class, "host/top/a", 1);

            host.stopChild("host/top/a");
            events.await(ServiceEvent.Stopped.class, "host/top/a", 1);
            host.startChild("host/top/a");
            events.await(ServiceEvent.Ready.class, "host/top/a", 2);
            host.remove("host/top/a");
            events.await(ServiceEvent.Stopped.class, "host/top/a", 2);

            await().until(() -> host.status().find("host/top/a").isEmpty());
            assertThatThrownBy(() -> host.startChild("host/top/a"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("there is no host/top/a");
            assertThatThrownBy(() -> host.remove("host"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void significantService_thatEnds_endsSupervisorAndHost() throws Exception {
        ServiceSpec done =
                ServiceSpec.named("done", () -> {})
                        .restart(Restart.TRANSIENT)
                        .significant()
                        .build();
        SupervisorSpec top =
                top().autoShutdown(AutoShutdown.ANY_SIGNIFICANT)
                        .restart(Restart.TRANSIENT)
                        .significant()
                        .service("other", IDLE)
                        .child(done)
                        .build();
        Host host =
                Host.named("host")
                        .supervisor(top)
                        .autoShutdown(AutoShutdown.ALL_SIGNIFICANT)
                        .start();

        host.awaitStop();

        assertThat(host.status().all().map(Status::state))
                .doesNotContain(ServiceState.RUNNING, ServiceState.STARTING);
    }

    @Test
    void host_startedTwiceOrNever_saysSoOrEnds() throws Exception {
        Host host = Host.named("host").supervisor(top().service("a", IDLE).build()).build();
        assertThat(host.status().find("host/top/a")).isPresent();
        host.close();
        assertThat(host.awaitStop(LONG)).isTrue();
        assertThatThrownBy(host::start).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> host.stopChild("host/top/a"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void services_byTheThousand_startAndStop() throws Exception {
        SupervisorBuilder top = top();
        for (int i = 0; i < 10_000; i++) {
            top.service("s" + i, IDLE);
        }
        try (Host host = Host.named("host").supervisor(top.build()).start()) {
            assertThat(host.awaitReady(LONG)).isTrue();
            assertThat(host.status().all().map(Status::state)).containsOnly(ServiceState.RUNNING);
        }
    }
}
