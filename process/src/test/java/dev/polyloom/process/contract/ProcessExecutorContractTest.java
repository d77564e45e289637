package dev.polyloom.process.contract;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.contract.ExecutorContract;
import dev.polyloom.contract.QueueContract;

/** Scopes over worker processes keep the contract of every scope. */
class ProcessExecutorContractTest extends ExecutorContract implements QueueContract {
    @Override
    protected Scope openScope(int workers) {
        return Run.processes().workers(workers).open();
    }
}
