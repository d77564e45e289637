package dev.polyloom.contract;

import dev.polyloom.Run;
import dev.polyloom.Scope;

final class ParallelVirtualContractTest extends ParallelInProcessContract {
    @Override
    protected Scope open() {
        return Run.virtual().open();
    }
}
