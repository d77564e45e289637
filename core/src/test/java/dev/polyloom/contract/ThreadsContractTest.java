package dev.polyloom.contract;

import dev.polyloom.Run;
import dev.polyloom.Scope;

class ThreadsContractTest extends InProcessContract implements QueueContract, WaitingContract {
    @Override
    protected Scope openScope(int workers) {
        return Run.threads().workers(workers).open();
    }
}
