package dev.polyloom.contract;

import dev.polyloom.Run;
import dev.polyloom.Scope;

final class ParallelBoundedVirtualContractTest extends ParallelInProcessContract {
    @Override
    protected Scope open() {
        return Run.virtual().workers(2).open();
    }
}
