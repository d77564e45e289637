package dev.polyloom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.Bridges;
import dev.polyloom.DeadlineExceededException;
import dev.polyloom.Flavor;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bridges from asynchronous code lead to every flavor. */
@Timeout(60)
public abstract class BridgesContract {
    /**
     * Says what is under contract.
     *
     * @return the flavor
     */
    protected abstract Flavor flavor();

    private Scope open() {
        return Run.of(flavor()).workers(1).open();
    }

    @Test
    void submittedTask_completesItsFuture() throws Exception {
        int six = 6;
        try (Scope scope = open()) {
            CompletableFuture<String> text =
                    Bridges.submit(scope, () -> six * 7).thenApply(value -> "is " + value);
            assertThat(text.get()).isEqualTo("is 42");
            assertThatThrownBy(() -> Bridges.submit(scope, Bodies.failing("no")).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UserException.class);
        }
    }

    @Test
    void cancelledFuture_cancelsItsTask() throws Exception {
        try (Scope scope = open()) {
            CompletableFuture<String> never = Bridges.submit(scope, Bodies.forever());
            assertThat(never.cancel(true)).isTrue();
            assertThat(scope.submit(Bodies.value("next")).get()).isEqualTo("next");
            CompletableFuture<String> wrapped = Bridges.wrapFuture(scope.submit(Bodies.forever()));
            assertThat(wrapped.cancel(true)).isTrue();
            assertThat(scope.submit(Bodies.value("last")).get()).isEqualTo("last");
        }
    }

    @Test
    void wrappedFuture_completesAsTheOneWithin() throws Exception {
        try (Scope scope = open()) {
            Future<String> plain = scope.submit(Bodies.value("plain"));
            assertThat(Bridges.wrapFuture(plain).get()).isEqualTo("plain");
            assertThat(Bridges.wrapFuture(plain).get()).isEqualTo("plain");
            assertThatThrownBy(() -> Bridges.wrapFuture(scope.submit(Bodies.failing("no"))).get())
                    .hasCauseInstanceOf(UserException.class);
            Future<String> cancelled = scope.submit(Bodies.forever());
            cancelled.cancel(true);
            CompletableFuture<String> wrapped = Bridges.wrapFuture(cancelled);
            assertThatThrownBy(() -> wrapped.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(java.util.concurrent.CancellationException.class);
            assertThat(Bridges.wrapFuture(wrapped)).isSameAs(wrapped);
        }
    }

    @Test
    void map_givesResultsInOrder_orFailsWhenItsTimeIsOver() throws Exception {
        try (Scope scope = open()) {
            assertThat(
                            Bridges.map(
                                            scope,
                                            (Integer item) -> item * 2,
                                            List.of(1, 2, 3),
                                            Duration.ofMinutes(1))
                                    .get())
                    .containsExactly(2, 4, 6);
            CompletableFuture<List<String>> late =
                    Bridges.map(
                            scope,
                            (Integer item) -> waitForEver(),
                            List.of(1),
                            Duration.ofMillis(200));
            assertThatThrownBy(late::get).hasCauseInstanceOf(DeadlineExceededException.class);
        }
    }

    private static String waitForEver() throws InterruptedException {
        new CountDownLatch(1).await();
        return "never";
    }
}
