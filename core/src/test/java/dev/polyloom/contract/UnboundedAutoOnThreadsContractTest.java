package dev.polyloom.contract;

import dev.polyloom.Run;
import dev.polyloom.RuntimeConfig;
import dev.polyloom.Scope;

/**
 * An automatic scope that begins on as many platform threads as there are cores, and has as many
 * more as wait.
 */
class UnboundedAutoOnThreadsContractTest extends InProcessContract implements WaitingContract {
    @Override
    protected Scope openScope(int workers) {
        return Run.auto().config(RuntimeConfig.builder().cpuBound(true).build()).open();
    }
}
