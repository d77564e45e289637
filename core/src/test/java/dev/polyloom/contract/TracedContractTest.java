package dev.polyloom.contract;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.time.Duration;

/** Tracing, listeners and time-outs change nothing of the contract. */
class TracedContractTest extends InProcessContract implements QueueContract {
    @Override
    protected Scope openScope(int workers) {
        return Run.threads()
                .workers(workers)
                .trace(true)
                .taskTimeout(Duration.ofMinutes(5))
                .listener(event -> {})
                .open();
    }
}
