package dev.polyloom.contract;

import dev.polyloom.Run;
import dev.polyloom.Scope;

final class ParallelThreadsContractTest extends ParallelInProcessContract {
    @Override
    protected Scope open() {
        return Run.threads().workers(2).open();
    }
}
