package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Scopes inside scopes: which is current, which workers they use, whose life ends whose. */
@Timeout(60)
class NestedScopesTest {
    private static String parked(CountDownLatch started) throws InterruptedException {
        started.countDown();
        new CountDownLatch(1).await();
        return "never";
    }

    private static Scope view() {
        Scope view = Run.auto().open();
        assertThat(view.decision().reason()).isEqualTo(ReasonCode.PARENT_REUSED);
        return view;
    }

    @AfterEach
    void forget() {
        System.clearProperty("polyloom.cores");
        Run.reset();
    }

    @Test
    void current_outsideAnyScope_isEmpty() {
        assertThat(Run.current()).isEmpty();
    }

    @Test
    void current_isTheLastOpenedAndNotYetClosed() {
        try (Scope outer = Run.threads().workers(1).open()) {
            assertThat(Run.current()).containsSame(outer);
            try (Scope inner = Run.virtual().open()) {
                assertThat(Run.current()).containsSame(inner);
            }
            assertThat(Run.current()).containsSame(outer);
            Scope other = Run.none().open();
            Scope last = Run.virtual().workers(1).open();
            other.close();
            assertThat(Run.current()).containsSame(last);
            last.close();
            assertThat(Run.current()).containsSame(outer);
        }
        assertThat(Run.current()).isEmpty();
    }

    @Test
    void current_onAnotherThread_isItsOwn() throws Exception {
        try (Scope scope = Run.threads().workers(1).open()) {
            Thread other = Thread.ofPlatform().start(() -> assertCurrentIs(Optional.empty()));
            other.join();
            assertThat(Run.current()).containsSame(scope);
        }
    }

    private static void assertCurrentIs(Optional<Scope> expected) {
        assertThat(Run.current()).isEqualTo(expected);
    }

    @Test
    void current_afterAnotherThreadClosedIt_isTheOneAround() throws Exception {
        try (Scope outer = Run.threads().workers(1).open()) {
            Scope inner = Run.virtual().open();
            Thread other = Thread.ofPlatform().start(inner::close);
            other.join();
            assertThat(Run.current()).containsSame(outer);
        }
    }

    @Test
    void current_inATask_isTheTasksScope() throws Exception {
        for (Supplier<Scope> opening : openings()) {
            try (Scope scope = opening.get()) {
                assertThat(scope.submit(() -> Run.current()).get()).containsSame(scope);
                try (Scope _ = Run.none().name("elsewhere").open()) {
                    assertThat(scope.submit(() -> Run.current()).get()).containsSame(scope);
                }
            }
        }
    }

    private static List<Supplier<Scope>> openings() {
        return List.of(
                () -> Run.threads().workers(1).open(),
                () -> Run.virtual().open(),
                () -> Run.virtual().workers(1).open(),
                () -> Run.none().open());
    }

    @Test
    void current_inATaskOfAView_isTheView() throws Exception {
        for (Supplier<Scope> opening : openings()) {
            try (Scope owner = opening.get();
                    Scope view = view()) {
                assertThat(view.submit(() -> Run.current()).get()).containsSame(view);
                assertThat(owner.submit(() -> Run.current()).get()).containsSame(owner);
            }
        }
    }

    @Test
    void current_inATaskThatOpensAScope_isThatOne() throws Exception {
        try (Scope scope = Run.threads().workers(1).open()) {
            Future<Boolean> inner =
                    scope.submit(() -> {
                        try (Scope nested = Run.virtual().open()) {
                            return Run.current().orElseThrow().equals(nested);
                        }
                    });
            assertThat(inner.get()).isTrue();
            assertThat(scope.submit(() -> Run.current()).get()).containsSame(scope);
        }
    }

    @Test
    void open_insideACompatibleScope_usesItsWorkers() throws Exception {
        for (Supplier<Scope> opening : openings()) {
            try (Scope owner = opening.get();
                    Scope auto = Run.auto().open();
                    Scope same = Run.open(owner.flavor())) {
                assertThat(auto.decision().reason()).isEqualTo(ReasonCode.PARENT_REUSED);
                assertThat(same.decision().reason()).isEqualTo(ReasonCode.PARENT_REUSED);
                assertThat(same.flavor()).isEqualTo(owner.flavor());
                assertThat(auto.workers()).isEqualTo(owner.workers());
                String worker = same.submit(() -> Thread.currentThread().getName()).get();
                assertThat(worker).startsWith(owner.name());
            }
        }
    }

    @Test
    void open_inATaskOfACompatibleScope_usesItsWorkers() throws Exception {
        for (Supplier<Scope> opening : openings()) {
            try (Scope owner = opening.get()) {
                String worker =
                        owner.submit(
                                        () -> {
                                            try (Scope view = view()) {
                                                return view.submit(() ->
                                                                Thread.currentThread().getName())
                                                        .get();
                                            }
                                        })
                                .get();
                assertThat(worker).startsWith(owner.name());
            }
        }
    }

    @Test
    void open_withAnyOptionOrAnotherFlavor_hasItsOwnWorkers() {
        try (Scope _ = Run.threads().workers(2).open()) {
            List<ScopeBuilder> builders =
                    List.of(
                            Run.virtual(),
                            Run.none(),
                            Run.threads().name("own"),
                            Run.threads().workers(2),
                            Run.auto().trace(false),
                            Run.auto().config(RuntimeConfig.builder().build()),
                            Run.auto().taskTimeout(Duration.ofSeconds(1)),
                            Run.auto().listener(event -> {}));
            for (ScopeBuilder builder : builders) {
                try (Scope own = builder.open()) {
                    assertThat(own.decision().reason()).isNotEqualTo(ReasonCode.PARENT_REUSED);
                }
            }
        }
    }

    @Test
    void open_insideAScopeThatIsShutDown_hasItsOwnWorkers() {
        Scope outer = Run.threads().workers(1).open();
        outer.shutdown();
        try (Scope own = Run.auto().open()) {
            assertThat(own.decision().reason()).isEqualTo(ReasonCode.DEFAULT);
        }
    }

    @Test
    void close_ofAView_waitsForItsOwnTasksOnly() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        try (Scope owner = Run.threads().workers(2).open()) {
            Future<String> ownersTask = owner.submit(() -> parked(started));
            started.await();
            Scope view = view();
            Future<Integer> viewsTask = view.submit(() -> 1);
            view.close();
            assertThat(viewsTask.resultNow()).isEqualTo(1);
            assertThat(view.isTerminated()).isTrue();
            assertThat(owner.isShutdown()).isFalse();
            assertThat(ownersTask.isDone()).isFalse();
            assertThat(owner.submit(() -> "alive").get()).isEqualTo("alive");
            ownersTask.cancel(true);
        }
    }

    @Test
    void shutdownNow_ofAView_stopsItsOwnTasksOnly() throws Exception {
        CountDownLatch started = new CountDownLatch(2);
        try (Scope owner = Run.threads().workers(2).open()) {
            Future<String> ownersTask = owner.submit(() -> parked(started));
            Scope view = view();
            Future<String> viewsTask = view.submit(() -> parked(started));
            started.await();
            assertThat(view.shutdownNow()).isEmpty();
            assertThat(view.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(viewsTask.exceptionNow()).isInstanceOf(InterruptedException.class);
            assertThat(ownersTask.isDone()).isFalse();
            assertThat(owner.submit(() -> Thread.currentThread().isInterrupted()).get()).isFalse();
            ownersTask.cancel(true);
        }
    }

    @Test
    void close_ofTheOwner_runsTheViewsTasksAndEndsTheView() {
        Scope owner = Run.threads().workers(1).open();
        Scope view = view();
        Future<Integer> task = view.submit(() -> 1);
        owner.close();
        assertThat(task.resultNow()).isEqualTo(1);
        assertThat(view.isShutdown()).isTrue();
        assertThat(view.isTerminated()).isTrue();
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> view.submit(() -> 2))
                .withMessageContaining(view.name());
        view.close();
    }

    @Test
    void shutdownNow_ofTheOwner_givesBackAndStopsTheViewsTasks() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Scope owner = Run.none().open();
        Scope view = view();
        Future<String> running = view.submit(() -> parked(started));
        started.await();
        assertThat(owner.shutdownNow()).isEmpty();
        assertThat(view.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exceptionNow()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void awaitTermination_ofAView_endsWhenTheOwnerDoes() throws Exception {
        Scope owner = Run.threads().workers(1).open();
        Scope view = view();
        CountDownLatch waiting = new CountDownLatch(1);
        java.util.concurrent.FutureTask<Boolean> await =
                new java.util.concurrent.FutureTask<>(() -> {
                    waiting.countDown();
                    return view.awaitTermination(1, TimeUnit.DAYS);
                });
        Thread waiter = Thread.ofPlatform().daemon().start(await);
        waiting.await();
        org.awaitility.Awaitility.await()
                .until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
        owner.close();
        assertThat(await.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void viewOfAView_outlivesTheMiddleOne() throws Exception {
        try (Scope owner = Run.threads().workers(1).open()) {
            Scope middle = view();
            Scope last = view();
            middle.close();
            assertThat(last.submit(() -> "alive").get()).isEqualTo("alive");
            last.close();
            assertThat(owner.isShutdown()).isFalse();
        }
    }

    @Test
    @SuppressWarnings("try") // closed before its numbers are looked at
    void metrics_ofAViewAndItsOwner_countTheirOwnTasks() throws Exception {
        try (Scope owner = Run.threads().workers(1).open();
                Scope view = view()) {
            view.submit(() -> 1).get();
            Future<?> failing =
                    view.submit(() -> {
                        throw new IllegalStateException("on purpose");
                    });
            view.close();
            owner.submit(() -> 3).get();
            owner.close();
            assertThat(failing.state()).isEqualTo(Future.State.FAILED);
            assertThat(view.metrics().submitted()).isEqualTo(2);
            assertThat(view.metrics().succeeded()).isEqualTo(1);
            assertThat(view.metrics().failed()).isEqualTo(1);
            assertThat(owner.metrics().submitted()).isEqualTo(1);
            assertThat(owner.metrics().succeeded()).isEqualTo(1);
            assertThat(owner.metrics().failed()).isZero();
        }
    }

    @Test
    void scopesInTasks_shareTheCoreBudget() throws Exception {
        System.setProperty("polyloom.cores", "8");
        Run.reset();
        try (Scope outer = Run.threads().workers(4).open()) {
            assertThat(outer.decision().cores()).isEqualTo(8);
            int[] inner =
                    outer.submit(
                                    () -> {
                                        try (Scope own = Run.threads().name("own").open()) {
                                            return new int[] {
                                                own.decision().cores(), own.workers()
                                            };
                                        }
                                    })
                            .get();
            assertThat(inner).containsExactly(2, 2);
        }
    }

    @Test
    void timeoutOfTheScopeAround_holdsInItsViews() {
        try (Scope _ = Run.threads().workers(1).taskTimeout(Duration.ofMillis(20)).open();
                Scope view = view()) {
            Future<String> slow = view.submit(() -> parked(new CountDownLatch(1)));
            assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                    .isThrownBy(() -> slow.get(30, TimeUnit.SECONDS))
                    .withCauseInstanceOf(TaskTimeoutException.class);
        }
    }
}
