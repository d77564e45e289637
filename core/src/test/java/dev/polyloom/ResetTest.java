package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reset, and what scopes leave behind. */
@Timeout(60)
class ResetTest {
    private static long threadsNamed(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }

    private static Future<String> park(Scope scope) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Future<String> parked =
                scope.submit(() -> {
                    started.countDown();
                    new CountDownLatch(1).await();
                    return "never";
                });
        started.await();
        return parked;
    }

    @Test
    void reset_stopsEveryOpenScope() throws Exception {
        List<Scope> scopes = new ArrayList<>();
        List<Future<String>> parked = new ArrayList<>();
        for (ScopeBuilder builder :
                List.of(
                        Run.threads().workers(1).name("reset-t"),
                        Run.virtual().name("reset-v"),
                        Run.virtual().workers(1).name("reset-b"),
                        Run.none().name("reset-n"))) {
            Scope scope = builder.open();
            scopes.add(scope);
            parked.add(park(scope));
        }
        Run.reset();
        for (int i = 0; i < scopes.size(); i++) {
            Scope scope = scopes.get(i);
            assertThat(scope.isTerminated()).as("%s", scope).isTrue();
            assertThat(parked.get(i).exceptionNow()).isInstanceOf(InterruptedException.class);
            assertThatExceptionOfType(RejectedExecutionException.class)
                    .isThrownBy(() -> scope.submit(() -> 1));
        }
        assertThat(Run.current()).isEmpty();
        Awaitility.await().until(() -> threadsNamed("reset-") == 0);
    }

    @Test
    void reset_alsoStopsAScopeThatIsShutDownButBusy() throws Exception {
        Scope scope = Run.threads().workers(1).open();
        Future<String> parked = park(scope);
        scope.shutdown();
        Run.reset();
        assertThat(scope.isTerminated()).isTrue();
        assertThat(parked.exceptionNow()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void reset_ofAScopeOpenedByAnotherThread_stopsIt() throws Exception {
        List<Scope> opened = new ArrayList<>();
        Thread opener =
                Thread.ofPlatform()
                        .start(() -> opened.add(Run.threads().workers(1).name("other").open()));
        opener.join();
        Future<String> _ = park(opened.getFirst());
        Run.reset();
        assertThat(opened.getFirst().isTerminated()).isTrue();
    }

    @Test
    void reset_forgetsTheLastDecisionAndKeepsListeners() {
        List<String> heard = new ArrayList<>();
        DecisionListener listener = (scope, decision) -> heard.add(scope);
        Run.addListener(listener);
        try {
            Run.none().name("before").open().close();
            Run.reset();
            assertThat(Run.lastDecision()).isEmpty();
            Run.none().name("after").open().close();
            assertThat(heard).containsExactly("before", "after");
            assertThat(Run.lastDecision()).isPresent();
        } finally {
            Run.removeListener(listener);
        }
    }

    @Test
    void reset_again_doesNothing() {
        Run.reset();
        Run.reset();
        assertThat(Run.current()).isEmpty();
    }

    @Test
    void scopesOpenedAfterAReset_work() throws Exception {
        Run.reset();
        try (Scope scope = Run.auto().open()) {
            assertThat(scope.submit(() -> 1).get()).isEqualTo(1);
        }
    }

    @Test
    void scopes_onceClosed_leaveNoThreads() throws Exception {
        for (int i = 0; i < 50; i++) {
            try (Scope threads = Run.threads().workers(4).name("leak-t" + i).open();
                    Scope none = Run.none().name("leak-n" + i).open()) {
                for (int task = 0; task < 8; task++) {
                    threads.execute(() -> {});
                }
                none.submit(() -> 1).get();
                Future<Integer> nested = threads.submit(() -> threads.submit(() -> 1).get());
                assertThat(nested.get()).isEqualTo(1);
            }
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> threadsNamed("leak-") == 0);
    }
}
