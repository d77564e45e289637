package dev.polyloom.isolate.contract;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.contract.ParallelWorkersContract;
import java.time.Duration;

/** Parallel maps over isolates keep the contract of every parallel map. */
class ParallelIsolatesContractTest extends ParallelWorkersContract {
    @Override
    protected Scope open() {
        return Run.isolates().workers(2).open();
    }

    @Override
    protected Duration tooLong() {
        return Duration.ofSeconds(4);
    }
}
