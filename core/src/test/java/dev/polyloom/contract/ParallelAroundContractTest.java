package dev.polyloom.contract;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

final class ParallelAroundContractTest extends ParallelInProcessContract {
    private final ExecutorService executor = Executors.newFixedThreadPool(2);

    @Override
    protected Scope open() {
        return Run.around(executor);
    }

    @AfterEach
    void closeExecutor() {
        executor.close();
    }
}
