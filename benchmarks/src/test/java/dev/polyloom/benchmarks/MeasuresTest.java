package dev.polyloom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MeasuresTest {
    @Test
    void times_takeASampleEvenWhenTheTimeIsUp() throws Exception {
        AtomicInteger samples = new AtomicInteger();

        String p50AndMean = Measures.times(System.nanoTime(), samples::incrementAndGet);

        assertThat(samples).hasValue(1);
        assertThat(p50AndMean.split(" ")).hasSize(2);
    }

    @Test
    void warmTimes_leaveTheFirstSamplesOut() throws Exception {
        AtomicInteger samples = new AtomicInteger();

        String p50AndMean = Measures.warmTimes(Duration.ZERO, samples::incrementAndGet);

        assertThat(samples).hasValue(6);
        assertThat(p50AndMean.split(" ")).hasSize(2);
    }

    @Test
    void submits_withAWrongResult_giveNoRate() {
        assertThatThrownBy(() ->
                        Measures.submits(
                                System.nanoTime(), 10, () -> CompletableFuture.completedFuture(0)))
                .hasMessage("only 0 of 10 results are right");
    }

    @Test
    void submits_countWholeBatches() throws Exception {
        AtomicInteger tasks = new AtomicInteger();

        double rate =
                Measures.submits(
                        System.nanoTime(),
                        10,
                        () -> {
                            tasks.incrementAndGet();
                            return CompletableFuture.completedFuture(1);
                        });

        assertThat(tasks).hasValue(10);
        assertThat(rate).isPositive();
    }
}
