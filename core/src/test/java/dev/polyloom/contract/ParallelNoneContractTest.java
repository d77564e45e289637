package dev.polyloom.contract;

import dev.polyloom.Run;
import dev.polyloom.Scope;

final class ParallelNoneContractTest extends ParallelContract {
    @Override
    protected Scope open() {
        return Run.none().open();
    }
}
