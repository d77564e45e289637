package dev.polyloom.process.contract;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.contract.ParallelContract;

/** Parallel maps over worker processes keep the contract of every parallel map. */
class ParallelProcessesContractTest extends ParallelContract {
    @Override
    protected Scope open() {
        return Run.processes().workers(2).open();
    }
}
