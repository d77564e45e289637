package dev.polyloom.contract;

import dev.polyloom.Run;
import dev.polyloom.Scope;

class AutoContractTest extends InProcessContract implements QueueContract {
    @Override
    protected Scope openScope(int workers) {
        return Run.auto().workers(workers).open();
    }
}
