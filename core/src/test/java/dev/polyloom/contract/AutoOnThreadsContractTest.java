package dev.polyloom.contract;

import dev.polyloom.Run;
import dev.polyloom.RuntimeConfig;
import dev.polyloom.Scope;

/** An automatic scope that begins on platform threads. */
class AutoOnThreadsContractTest extends InProcessContract implements QueueContract {
    @Override
    protected Scope openScope(int workers) {
        RuntimeConfig computes = RuntimeConfig.builder().cpuBound(true).build();
        return Run.auto().config(computes).workers(workers).open();
    }
}
