package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An automatic scope looks at its work, and moves the next tasks where they belong. */
@Timeout(60)
class AutoMovesTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final RuntimeConfig COMPUTES = RuntimeConfig.builder().cpuBound(true).build();

    private final AtomicBoolean spinning = new AtomicBoolean(true);
    private final CountDownLatch release = new CountDownLatch(1);

    /** Computes until told to stop, then tells on what kind of thread. */
    private final class Spins implements Callable<Boolean> {
        private final AtomicBoolean on;

        Spins() {
            this(spinning);
        }

        Spins(AtomicBoolean on) {
            this.on = on;
        }

        @Override
        public Boolean call() {
            while (on.get()) {
                Thread.onSpinWait();
            }
            return Thread.currentThread().isVirtual();
        }
    }

    /** Waits until told to stop, then tells on what kind of thread. */
    private final class Waits implements Callable<Boolean> {
        @Override
        public Boolean call() throws InterruptedException {
            release.await();
            return Thread.currentThread().isVirtual();
        }
    }

    /** Computes for a while, and waits after that. */
    private final class Turns implements Callable<Boolean> {
        @Override
        public Boolean call() throws InterruptedException {
            return spinning.get() ? new Spins().call() : new Waits().call();
        }
    }

    @AfterEach
    void letGo() {
        spinning.set(false);
        release.countDown();
    }

    private static List<Future<Boolean>> submit(Scope scope, Callable<Boolean> task, int times) {
        List<Future<Boolean>> futures = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            futures.add(scope.submit(task));
        }
        return futures;
    }

    /** Holds every carrier, and two more tasks want one. */
    private static int many() {
        return Runtime.getRuntime().availableProcessors() + 2;
    }

    private static Decision.Move firstMove(Scope scope) {
        await().atMost(LONG).until(() -> !scope.decision().moves().isEmpty());
        return scope.decision().moves().getFirst();
    }

    private static long samplers(String scope) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(scope + "-sampler"))
                .count();
    }

    @Test
    void tasksThatCompute_moveToPlatformThreads() throws Exception {
        try (Scope scope = Run.auto().openApart()) {
            List<Future<Boolean>> first = submit(scope, new Spins(), many());
            Decision.Move move = firstMove(scope);
            assertThat(move.from()).isEqualTo(Flavor.VIRTUAL);
            assertThat(move.to()).isEqualTo(Flavor.THREADS);
            assertThat(move.reason()).isEqualTo(ReasonCode.HOLDS_CARRIERS);
            assertThat(move.tasks()).isEqualTo("AutoMovesTest$Spins");
            assertThat(move.detail())
                    .matches(
                            "\\d+ of \\d+ samples found it computing, and \\d+ of \\d+ carriers were"
                                    + " held while \\d+ tasks were open; platform threads: \\d+");
            List<Future<Boolean>> next = submit(scope, new Spins(), 1);
            spinning.set(false);
            assertThat(next.getFirst().get()).isFalse();
            assertThat(first.getFirst().get()).isTrue();
        }
    }

    @Test
    void tasksThatWait_runWhileAsManyComputeAsThereAreCarriers() throws Exception {
        AtomicBoolean firstSpin = new AtomicBoolean(true);
        try (Scope scope = Run.auto().openApart()) {
            submit(scope, new Spins(firstSpin), many());
            firstMove(scope);
            List<Future<Boolean>> later = submit(scope, new Spins(), many());
            firstSpin.set(false);
            release.countDown();
            assertThat(scope.submit(new Waits()).get()).isTrue();
            assertThat(later).noneMatch(Future::isDone);
            spinning.set(false);
        }
    }

    @Test
    void tasksThatAreOpenWhenTheScopeIsShutDown_moveToo() throws Exception {
        AtomicBoolean firstSpin = new AtomicBoolean(true);
        try (Scope scope = Run.auto().openApart()) {
            submit(scope, new Spins(firstSpin), many());
            List<Future<Boolean>> last = submit(scope, new Spins(), 2);
            scope.shutdown();
            firstMove(scope);
            firstSpin.set(false);
            spinning.set(false);
            assertThat(last.getLast().get()).isFalse();
        }
    }

    @Test
    void tasksThatWait_moveToVirtualThreads() throws Exception {
        try (Scope scope = Run.auto().config(COMPUTES).openApart()) {
            assertThat(scope.flavor()).isEqualTo(Flavor.THREADS);
            List<Future<Boolean>> waiting = submit(scope, new Waits(), 4 * many());
            Decision.Move move = firstMove(scope);
            assertThat(move.from()).isEqualTo(Flavor.THREADS);
            assertThat(move.to()).isEqualTo(Flavor.VIRTUAL);
            assertThat(move.reason()).isEqualTo(ReasonCode.HOLDS_THREADS);
            assertThat(move.detail()).contains("samples found it waiting");
            await().atMost(LONG).until(() -> scope.metrics().queued() == 0);
            release.countDown();
            assertThat(waiting.getFirst().get()).isFalse();
            assertThat(waiting.getLast().get()).isTrue();
        }
    }

    @Test
    void codeThatChanges_movesThereAndBack_andExplainTellsIt() throws Exception {
        List<Decision> heard = new CopyOnWriteArrayList<>();
        DecisionListener listener =
                (scope, decision) -> {
                    if (scope.equals("turning")) {
                        heard.add(decision);
                    }
                };
        Run.addListener(listener);
        try (Scope scope = Run.auto().name("turning").openApart()) {
            submit(scope, new Turns(), many());
            firstMove(scope);
            spinning.set(false);
            submit(scope, new Turns(), 8 * many());
            await().atMost(LONG).until(() -> scope.decision().moves().size() == 2);
            String[] story = scope.decision().explain().split("\n", -1);
            assertThat(story[story.length - 3])
                    .matches(
                            "after \\d+ ms the next tasks of AutoMovesTest\\$Turns went from virtual"
                                    + " to threads \\(HOLDS_CARRIERS\\): .*");
            assertThat(story[story.length - 2])
                    .matches(
                            "after \\d+ ms the next tasks of AutoMovesTest\\$Turns went from threads"
                                    + " to virtual \\(HOLDS_THREADS\\): .*");
            assertThat(scope.flavor()).isEqualTo(Flavor.VIRTUAL);
            await().atMost(LONG).until(() -> heard.size() == 3);
            assertThat(heard)
                    .extracting(Decision::reason)
                    .containsExactly(
                            ReasonCode.DEFAULT,
                            ReasonCode.HOLDS_CARRIERS,
                            ReasonCode.HOLDS_THREADS);
            assertThat(heard.getLast().detail()).startsWith("AutoMovesTest$Turns: ");
            release.countDown();
        } finally {
            Run.removeListener(listener);
        }
    }

    @Test
    void boundedScope_movesTasksAndKeepsItsBound() throws Exception {
        int bound = Runtime.getRuntime().availableProcessors();
        try (Scope scope = Run.auto().workers(bound).openApart()) {
            List<Future<Boolean>> all = submit(scope, new Spins(), bound + 3);
            firstMove(scope);
            assertThat(scope.metrics().active()).isEqualTo(bound);
            assertThat(scope.metrics().queued()).isEqualTo(3);
            spinning.set(false);
            assertThat(all.getFirst().get()).isTrue();
            assertThat(all.getLast().get()).isFalse();
        }
    }

    @Test
    void lambda_isCalledAfterTheClassItStandsIn() throws Exception {
        try (Scope scope = Run.auto().openApart()) {
            for (int i = 0; i < many(); i++) {
                scope.execute((Runnable) () -> new Spins().call());
            }
            assertThat(firstMove(scope).tasks()).matches("lambda \\d+ in AutoMovesTest");
            spinning.set(false);
        }
    }

    @Test
    void scopeThatIsNotTraced_isNotLookedAt() throws Exception {
        try (Scope blind = Run.auto().trace(false).name("blind").openApart();
                Scope seen = Run.auto().config(COMPUTES).name("seen").openApart()) {
            submit(blind, new Waits(), many());
            submit(seen, new Waits(), many());
            firstMove(seen);
            assertThat(samplers("seen")).isEqualTo(1);
            assertThat(samplers("blind")).isZero();
            assertThat(blind.decision().moves()).isEmpty();
            release.countDown();
        }
    }

    @Test
    void fixedFlavors_areNotLookedAt() throws Exception {
        try (Scope fixed = Run.threads().name("fixed").openApart();
                Scope seen = Run.auto().config(COMPUTES).name("beside").openApart()) {
            submit(fixed, new Waits(), many());
            submit(seen, new Waits(), many());
            firstMove(seen);
            assertThat(samplers("fixed")).isZero();
            assertThat(fixed.decision().moves()).isEmpty();
            release.countDown();
        }
    }

    @Test
    void sampler_endsWithTheScope() throws Exception {
        try (Scope scope = Run.auto().name("ending").openApart()) {
            submit(scope, new Waits(), 1);
            await().atMost(LONG).until(() -> samplers("ending") == 1);
            release.countDown();
        }
        await().atMost(LONG).until(() -> samplers("ending") == 0);
    }

    @Test
    void sampler_endsWithTheTasks_andComesBackWithOthers() throws Exception {
        try (Scope scope = Run.auto().name("resting").openApart()) {
            Future<Boolean> first = scope.submit(new Waits());
            await().atMost(LONG).until(() -> samplers("resting") == 1);
            release.countDown();
            first.get(30, TimeUnit.SECONDS);
            await().atMost(LONG).until(() -> samplers("resting") == 0);
            Future<Boolean> second = scope.submit(new Spins());
            await().atMost(LONG).until(() -> samplers("resting") == 1);
            spinning.set(false);
            second.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void sampler_restsWhileTasksOnlyWait_andMovesThoseThatComeLater() throws Exception {
        try (Scope scope = Run.auto().config(COMPUTES).name("idling").openApart()) {
            submit(scope, new Waits(), 1);
            await().atMost(LONG).until(() -> samplers("idling") == 1);
            await().atMost(LONG).until(() -> samplers("idling") == 0);
            submit(scope, new Waits(), many());
            firstMove(scope);
            release.countDown();
        }
    }
}
