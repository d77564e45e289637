package dev.polyloom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A view of a scope that is open around it. */
class ViewContractTest extends InProcessContract implements QueueContract, WaitingContract {
    private final List<Scope> owners = new ArrayList<>();

    @Override
    protected Scope openScope(int workers) {
        owners.add(Run.threads().workers(workers).open());
        Scope view = Run.auto().open();
        assertThat(view.decision().reusesParent()).isTrue();
        return view;
    }

    @AfterEach
    void ownersAreLeftOpen() {
        for (Scope owner : owners) {
            assertThat(owner.isShutdown()).isFalse();
            owner.shutdownNow();
            owner.close();
        }
    }
}
