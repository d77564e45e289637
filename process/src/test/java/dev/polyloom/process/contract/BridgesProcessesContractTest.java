package dev.polyloom.process.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Bridges;
import dev.polyloom.Flavor;
import dev.polyloom.Run;
import dev.polyloom.contract.BridgesContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bridges lead to the workers of this flavor. */
class BridgesProcessesContractTest extends BridgesContract {
    @Override
    protected Flavor flavor() {
        return Flavor.PROCESSES;
    }

    @AfterEach
    void endSharedWorkers() {
        Run.reset();
    }

    @Test
    void toProcess_runsInAnotherOne() throws Exception {
        long there = Bridges.toProcess(() -> ProcessHandle.current().pid()).get();
        assertThat(there).isNotEqualTo(ProcessHandle.current().pid());
    }
}
