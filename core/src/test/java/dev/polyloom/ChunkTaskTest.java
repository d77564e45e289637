package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.spi.Outcome;
import dev.polyloom.spi.Outcomes;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How far a chunk goes. */
@Timeout(20)
class ChunkTaskTest {
    private static ParallelItems<Integer> items(int number) {
        return new ParallelItems<>(0, IntStream.range(0, number).boxed().toArray());
    }

    private static Outcomes<Integer> run(
            SerializableFunction<Integer, Integer> function, boolean failFast, long budgetNanos) {
        return new ChunkTask<>(function, items(10), failFast, true, budgetNanos).call();
    }

    @Test
    void call_withinBudget_givesAllOutcomes() {
        assertThat(run(n -> n * n, true, Long.MAX_VALUE))
                .extracting(Outcome::value)
                .isEqualTo(IntStream.range(0, 10).map(n -> n * n).boxed().toList());
    }

    @Test
    void call_budgetUsedUp_givesTheRestBack() {
        long budget = 2_000_000;
        SerializableFunction<Integer, Integer> slowThird =
                n -> {
                    long end = n == 2 ? System.nanoTime() + 2 * budget : 0;
                    while (n == 2 && System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    return n;
                };
        Outcomes<Integer> outcomes = run(slowThird, true, budget);
        assertThat(outcomes).hasSizeBetween(1, 3);
        assertThat(outcomes).allMatch(outcome -> outcome.failure() == null);
    }

    @Test
    void call_itemsWithoutTimes_looksAtTheClockOftenEnough() {
        long budget = 1_000_000;
        SerializableFunction<Integer, Integer> slowLater =
                n -> {
                    long end = n < 20 ? 0 : System.nanoTime() + 2 * budget;
                    while (n >= 20 && System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    return n;
                };
        Outcomes<Integer> outcomes =
                new ChunkTask<>(slowLater, items(100), true, false, budget).call();
        assertThat(outcomes.isTimed()).isFalse();
        assertThat(outcomes).hasSizeLessThan(30);
        assertThat(outcomes.nanos()).isGreaterThan(budget);
        assertThat(outcomes.get(3).nanos()).isPositive();
    }

    @Test
    void call_noBudgetAtAll_stillDoesOneItem() {
        assertThat(run(n -> n, true, 0)).hasSize(1);
    }

    @Test
    void call_itemFailsFast_stopsThere() {
        assertThat(run(ChunkTaskTest::thirdFails, true, Long.MAX_VALUE))
                .hasSize(3)
                .last()
                .satisfies(last -> assertThat(last.failure()).isInstanceOf(IOException.class));
    }

    @Test
    void call_itemFailsAmongOthers_goesOn() {
        assertThat(run(ChunkTaskTest::thirdFails, false, Long.MAX_VALUE))
                .hasSize(10)
                .filteredOn(outcome -> outcome.failure() != null)
                .hasSize(1);
    }

    private static Integer thirdFails(Integer n) throws IOException {
        if (n == 2) {
            throw new IOException("two");
        }
        return n;
    }

    @Test
    void call_interrupted_stopsAndKeepsTheStatus() {
        SerializableFunction<Integer, Integer> waitsAtThird =
                n -> {
                    if (n == 2) {
                        Thread.currentThread().interrupt();
                        new CountDownLatch(1).await();
                    }
                    return n;
                };
        Outcomes<Integer> outcomes = run(waitsAtThird, false, Long.MAX_VALUE);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcomes).hasSize(3);
        assertThat(outcomes.getLast().failure()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void toString_namesTheItems() {
        assertThat(new ChunkTask<>((Integer n) -> n, items(10), true, true, 1))
                .hasToString("10 items, the first 0");
        assertThat(new ChunkTask<>((Integer n) -> n, items(1), true, true, 1))
                .hasToString("item 0");
    }
}
