package dev.polyloom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Run;
import dev.polyloom.Scope;

class UnboundedAutoContractTest extends InProcessContract implements WaitingContract {
    @Override
    protected Scope openScope(int workers) {
        Scope scope = Run.auto().open();
        assertThat(scope.workers()).isEqualTo(Integer.MAX_VALUE);
        return scope;
    }
}
