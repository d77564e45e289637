package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Services on event loops. */
@Timeout(60)
class LoopTest {
    private final Events events = new Events();
    private final VirtualClock clock = new VirtualClock();

    private static CompletionStage<?> untilCancelled(ServiceContext context) {
        return context.token().cancelled();
    }

    private Host start(SupervisorBuilder top) {
        HostBuilder builder = Host.named("host").listener(events).clock(clock);
        return builder.supervisor(top.build()).start();
    }

    @Test
    void services_onTheHostLoop_shareOneThread() {
        ConcurrentHashMap<String, Thread> threads = new ConcurrentHashMap<>();
        AsyncService service =
                context -> {
                    threads.put(context.path(), Thread.currentThread());
                    return untilCancelled(context);
                };
        SupervisorBuilder top = SupervisorSpec.named("top");
        for (int i = 0; i < 10; i++) {
            top.child(ServiceSpec.async("s" + i, service).build());
        }
        try (Host _ = start(top)) {
            await().until(() -> threads.size() == 10);
            assertThat(threads.values()).containsOnly(threads.values().iterator().next());
        }
    }

    @Test
    void service_onItsOwnLoop_hasAThreadAndTimersThere() {
        ConcurrentHashMap<String, String> threads = new ConcurrentHashMap<>();
        AsyncService service =
                context -> {
                    context.loop()
                            .schedule(
                                    () ->
                                            threads.put(
                                                    context.path(),
                                                    Thread.currentThread().getName()),
                                    Duration.ofMinutes(1));
                    return untilCancelled(context);
                };
        ServiceBuilder spec = ServiceSpec.async("a", service).executor(ServiceExecutors.ownLoop());
        try (Host _ = start(SupervisorSpec.named("top").child(spec.build()))) {
            events.await(ServiceEvent.Ready.class, "host", 1);
            await().until(() -> {
                clock.advance(Duration.ofSeconds(20));
                return threads.size() == 1;
            });
            assertThat(threads).containsEntry("host/top/a", "host/top/a");
        }
    }

    @Test
    void action_thatThrows_crashesItsService() {
        AsyncService service =
                context -> {
                    if (context.incarnation() == 1) {
                        context.loop()
                                .execute(() -> {
                                    throw new IllegalStateException("in an action");
                                });
                    }
                    return untilCancelled(context);
                };
        SupervisorBuilder top =
                SupervisorSpec.named("top").child(ServiceSpec.async("a", service).build());
        try (Host _ = start(top)) {
            ServiceEvent.Crashed crashed =
                    events.await(ServiceEvent.Crashed.class, "host/top/a", 1);
            assertThat(crashed.cause()).hasMessage("in an action");
            events.await(ServiceEvent.Restarted.class, "host/top/a", 1);
        }
    }

    @Test
    void service_thatBlocksTheHostLoop_isNamedAndTheOthersGoOn() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger ticks = new AtomicInteger();
        AsyncService blocker =
                context -> {
                    if (context.incarnation() == 1) {
                        context.loop().execute(() -> blockStubbornly(release));
                    }
                    return untilCancelled(context);
                };
        AsyncService ticker =
                context -> {
                    tick(context, ticks);
                    return untilCancelled(context);
                };
        SupervisorBuilder top =
                SupervisorSpec.named("top")
                        .child(ServiceSpec.async("blocker", blocker).build())
                        .child(ServiceSpec.async("ticker", ticker).build());
        try (Host _ = start(top)) {
            events.await(ServiceEvent.Ready.class, "host", 1);
            await().until(() -> {
                clock.advance(Duration.ofSeconds(1));
                return !events.of(ServiceEvent.Abandoned.class, "host/top/blocker").isEmpty();
            });
            ServiceEvent.Blocked blocked =
                    events.await(ServiceEvent.Blocked.class, "host/top/blocker", 1);
            assertThat(blocked.activity()).contains("blockStubbornly");
            assertThat(events.of(ServiceEvent.Blocked.class, "host/top/blocker")).hasSize(1);
            assertThat(events.await(ServiceEvent.Abandoned.class, "host/top/blocker", 1).activity())
                    .contains("blockStubbornly");
            events.await(ServiceEvent.Restarted.class, "host/top/blocker", 1);
            int before = ticks.get();
            await().until(() -> {
                clock.advance(Duration.ofSeconds(1));
                return ticks.get() > before;
            });
            assertThat(events.of(ServiceEvent.Crashed.class, "host/top/ticker")).isEmpty();
            release.countDown();
        }
    }

    @Test
    void service_thatBlocksForManyLooks_isNamedOnce() {
        CountDownLatch release = new CountDownLatch(1);
        AsyncService blocker =
                context -> {
                    if (context.incarnation() == 1) {
                        context.loop().execute(() -> blockStubbornly(release));
                    }
                    return untilCancelled(context);
                };
        ServiceSpec patient =
                ServiceSpec.async("a", blocker).stopWithin(Duration.ofSeconds(30)).build();
        HostBuilder builder =
                Host.named("host")
                        .listener(events)
                        .clock(clock)
                        .blockedAfter(Duration.ofSeconds(1));
        try (Host _ =
                builder.supervisor(SupervisorSpec.named("top").child(patient).build()).start()) {
            await().until(() -> {
                clock.advance(Duration.ofSeconds(1));
                return !events.of(ServiceEvent.Abandoned.class, "host/top/a").isEmpty();
            });
            assertThat(events.of(ServiceEvent.Blocked.class, "host/top/a")).hasSize(1);
            release.countDown();
        }
    }

    @Test
    void loop_thatWasIdle_isWatchedAgain() {
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<EventLoop> loop = new CompletableFuture<>();
        AsyncService blocker =
                context -> {
                    loop.complete(context.loop());
                    return untilCancelled(context);
                };
        try (Host host =
                start(SupervisorSpec.named("top").child(ServiceSpec.async("a", blocker).build()))) {
            events.await(ServiceEvent.Ready.class, "host", 1);
            EventLoop idle = loop.join();
            for (int i = 0; i < 3; i++) {
                clock.advance(Duration.ofSeconds(10));
                assertThat(host.status().state()).isEqualTo(ServiceState.RUNNING);
            }

            idle.execute(() -> blockStubbornly(release));

            await().until(() -> {
                clock.advance(Duration.ofSeconds(1));
                return !events.of(ServiceEvent.Blocked.class, "host/top/a").isEmpty();
            });
            release.countDown();
        }
    }

    private static void tick(ServiceContext context, AtomicInteger ticks) {
        ticks.incrementAndGet();
        context.loop().schedule(() -> tick(context, ticks), Duration.ofSeconds(1));
    }

    private static void blockStubbornly(CountDownLatch release) {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException e) {
                // this one does not listen
            }
        }
    }

    @Test
    void loop_thatMayBeBlockedForEver_isNotWatched_norIsWhatWaitsForEverRun() {
        Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch blocks = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        AsyncService blocker =
                context -> {
                    context.loop().schedule(runs::incrementAndGet, forEver);
                    context.loop()
                            .execute(() -> {
                                blocks.countDown();
                                blockStubbornly(release);
                            });
                    return untilCancelled(context);
                };
        SupervisorSpec top =
                SupervisorSpec.named("top").child(ServiceSpec.async("a", blocker).build()).build();
        HostBuilder builder = Host.named("host").listener(events).clock(clock);
        clock.advance(Duration.ofSeconds(1));
        try (Host host = builder.blockedAfter(forEver).supervisor(top).start()) {
            await().until(() -> blocks.getCount() == 0);
            for (int i = 0; i < 3; i++) {
                clock.advance(Duration.ofDays(1));
                assertThat(host.status().find("host/top/a").orElseThrow().state())
                        .isEqualTo(ServiceState.RUNNING);
            }
            release.countDown();
        }
        assertThat(events.of(ServiceEvent.Blocked.class, "host/top/a")).isEmpty();
        assertThat(runs).hasValue(0);
    }

    @Test
    void service_thatNeverEnds_isTakenOffTheLoopWhenKilled() {
        AsyncService deaf = _ -> new CompletableFuture<Void>();
        Host host =
                start(
                        SupervisorSpec.named("top")
                                .child(
                                        ServiceSpec.async("deaf", deaf)
                                                .stopWithin(Duration.ZERO)
                                                .build()));
        events.await(ServiceEvent.Ready.class, "host", 1);

        host.close();

        assertThat(events.of(ServiceEvent.Killed.class, "host/top/deaf")).hasSize(1);
        assertThat(events.of(ServiceEvent.Abandoned.class, "host/top/deaf")).isEmpty();
    }

    @Test
    void service_thatIsKilled_doesNotDisturbTheOneThatRuns() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<String> end = new CompletableFuture<>();
        AsyncService deaf = _ -> new CompletableFuture<Void>();
        AsyncService busy =
                context -> {
                    begun.countDown();
                    end.complete(awaitOrInterrupt(release));
                    return untilCancelled(context);
                };
        SupervisorBuilder top =
                SupervisorSpec.named("top")
                        .child(ServiceSpec.async("deaf", deaf).stopWithin(Duration.ZERO).build())
                        .child(ServiceSpec.async("busy", busy).build());
        try (Host host = start(top)) {
            begun.await();

            host.stopChild("host/top/deaf");

            events.await(ServiceEvent.Stopped.class, "host/top/deaf", 1);
            release.countDown();
            assertThat(end.join()).isEqualTo("released");
        }
    }

    private static String awaitOrInterrupt(CountDownLatch release) {
        try {
            release.await();
            return "released";
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }

    @Test
    void service_thatIsKilledInItsAction_leavesNoInterruptToOthers() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<ServiceContext> other = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        AsyncService idle =
                context -> {
                    other.complete(context);
                    return untilCancelled(context);
                };
        AsyncService spins =
                _ -> {
                    begun.countDown();
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    return new CompletableFuture<Void>();
                };
        SupervisorBuilder top =
                SupervisorSpec.named("top")
                        .child(ServiceSpec.async("idle", idle).build())
                        .child(ServiceSpec.async("spins", spins).stopWithin(Duration.ZERO).build());
        try (Host host = start(top)) {
            begun.await();

            host.stopChild("host/top/spins");

            events.await(ServiceEvent.Stopped.class, "host/top/spins", 1);
            EventLoop loop = other.join().loop();
            loop.execute(() -> interrupted.complete(Thread.currentThread().isInterrupted()));
            assertThat(interrupted.join()).isFalse();
        }
    }

    @Test
    void service_whoseStageIsComplete_isNotGoneBeforeItsActionReturns() throws Exception {
        CountDownLatch complete = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AsyncService lingers =
                context -> {
                    CompletableFuture<Void> end = new CompletableFuture<>();
                    context.loop()
                            .execute(() -> {
                                end.complete(null);
                                complete.countDown();
                                blockStubbornly(release);
                            });
                    return end;
                };
        ServiceSpec spec =
                ServiceSpec.async("a", lingers)
                        .executor(ServiceExecutors.ownLoop())
                        .restart(Restart.TEMPORARY)
                        .build();
        try (Host host = start(SupervisorSpec.named("top").child(spec))) {
            complete.await();

            assertThat(host.status().find("host/top/a").orElseThrow().state())
                    .isEqualTo(ServiceState.RUNNING);
            release.countDown();
            events.await(ServiceEvent.Stopped.class, "host/top/a", 1);
        }
    }

    @Test
    void service_thatMayBlock_isRefusedByALoop() {
        ServiceBuilder spec =
                ServiceSpec.named("a", context -> context.token().await())
                        .executor(ServiceExecutors.hostLoop());

        assertThatThrownBy(spec::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AsyncService");
    }
}
