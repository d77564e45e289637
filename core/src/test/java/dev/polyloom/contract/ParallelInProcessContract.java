package dev.polyloom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.Parallel;
import dev.polyloom.TaskTimeoutException;
import org.junit.jupiter.api.Test;

/** What holds for parallel maps whose workers are threads, which nobody can kill. */
abstract class ParallelInProcessContract extends ParallelWorkersContract {
    @Test
    void pmap_itemTimesOut_nothingRunsAnyMoreWhenItReturns() {
        Trace trace = trace();
        assertThatThrownBy(
                        () -> Parallel.pmap(blocking(trace), over().timeout(tooLong())).applyAll(1))
                .isInstanceOf(TaskTimeoutException.class);
        assertThat(trace.ended().isOpen()).isTrue();
    }
}
