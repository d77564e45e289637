package dev.polyloom.isolate.contract;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.contract.ExecutorContract;
import dev.polyloom.contract.QueueContract;

/** Scopes over isolates keep the contract of every scope. */
class IsolateExecutorContractTest extends ExecutorContract implements QueueContract {
    @Override
    protected Scope openScope(int workers) {
        return Run.isolates().workers(workers).open();
    }
}
