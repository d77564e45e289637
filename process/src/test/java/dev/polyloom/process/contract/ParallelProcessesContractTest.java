package dev.polyloom.process.contract;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.contract.ParallelWorkersContract;
import java.time.Duration;

/** Parallel maps over worker processes keep the contract of every parallel map. */
class ParallelProcessesContractTest extends ParallelWorkersContract {
    @Override
    protected Scope open() {
        return Run.processes().workers(2).open();
    }

    @Override
    protected Duration tooLong() {
        return Duration.ofSeconds(4);
    }
}
