package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Gatherer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ParallelGathererTest {
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST_MILLIS = 500;

    private final AtomicReference<CountDownLatch> entered =
            new AtomicReference<>(new CountDownLatch(0));
    private final AtomicReference<CountDownLatch> left =
            new AtomicReference<>(new CountDownLatch(0));

    private int pass(int number) {
        entered.get().countDown();
        try {
            // not for ever: on a busy machine the one who lets go may have to wait for this
            boolean _ = left.get().await(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return number;
    }

    @Test
    void roomThatShrinksBelowWhatWasPushed_losesNoElement() throws InterruptedException {
        try (Scope scope = Run.threads().workers(1).open()) {
            Gatherer<Integer, ?, Integer> gatherer =
                    Parallel.gatherer(this::pass, ParallelOptions.over(scope));
            List<Integer> results = shrinkingRoom(scope, gatherer);
            assertThat(results).isEqualTo(IntStream.range(0, results.size()).boxed().toList());
        }
    }

    /**
     * Pushes quick elements until chunks are large, then a chunk that takes long, then a few that
     * stay in a chunk of their own until it is full, for which there is no room any more when the
     * long one has been measured.
     */
    private <A> List<Integer> shrinkingRoom(Scope scope, Gatherer<Integer, A, Integer> gatherer)
            throws InterruptedException {
        List<Integer> results = new ArrayList<>();
        A state = gatherer.initializer().get();
        int pushed = 0;
        for (; pushed < 20_000; pushed++) {
            push(gatherer, state, pushed, results);
        }
        entered.set(new CountDownLatch(1));
        left.set(new CountDownLatch(1));
        while (entered.get().getCount() > 0) {
            push(gatherer, state, pushed++, results);
            entered.get().await(1, TimeUnit.MILLISECONDS);
        }
        for (int i = 0; i < 20; i++) {
            push(gatherer, state, pushed++, results);
        }
        long start = System.nanoTime();
        while (System.nanoTime() - start < LONG_NANOS) {
            Thread.onSpinWait();
        }
        left.get().countDown();
        await().until(() -> scope.metrics().active() == 0 && scope.metrics().queued() == 0);
        push(gatherer, state, pushed++, results);
        gatherer.finisher().accept(state, results::add);
        assertThat(results).hasSize(pushed);
        return results;
    }

    private static <A> void push(
            Gatherer<Integer, A, Integer> gatherer, A state, int element, List<Integer> results) {
        assertThat(gatherer.integrator().integrate(state, element, results::add)).isTrue();
    }
}
