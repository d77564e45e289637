package dev.polyloom.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StripedCountersTest {
    private final StripedCounters counters = new StripedCounters();

    @Test
    void newCounters_areZero() {
        for (int counter = 0; counter < 8; counter++) {
            assertThat(counters.sum(counter)).isZero();
        }
    }

    @Test
    void neighbours_areApart() {
        for (int counter = 0; counter < 8; counter++) {
            counters.add(counter, 1L << (4 * counter));
        }
        for (int counter = 0; counter < 8; counter++) {
            assertThat(counters.sum(counter)).isEqualTo(1L << (4 * counter));
        }
    }

    @Test
    void additionsOfManyThreads_areAllCounted() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            threads.add(Thread.startVirtualThread(this::countMuch));
            threads.add(Thread.ofPlatform().start(this::countMuch));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(counters.sum(0)).isEqualTo(600_000);
        assertThat(counters.sum(7)).isEqualTo(-1_200_000);
    }

    private void countMuch() {
        for (int i = 0; i < 1_000; i++) {
            counters.increment(0);
            counters.add(7, -2);
        }
    }
}
