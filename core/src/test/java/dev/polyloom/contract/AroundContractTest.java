package dev.polyloom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/**
 * A scope around a bounded pool of the JDK's, in which tasks that wait for each other may starve.
 */
class AroundContractTest extends InProcessContract implements QueueContract {
    private final List<ExecutorService> executors = new ArrayList<>();

    @Override
    protected Scope openScope(int workers) {
        ExecutorService executor = Executors.newFixedThreadPool(workers);
        executors.add(executor);
        return Run.around(executor);
    }

    @AfterEach
    void executorsAreLeftOpen() throws InterruptedException {
        for (ExecutorService executor : executors) {
            assertThat(executor.isShutdown()).isFalse();
            executor.shutdownNow();
            assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
