package dev.polyloom;

import dev.polyloom.contract.ParallelContract;

final class ParallelNoneTest extends ParallelContract {
    @Override
    protected Scope open() {
        return Run.none().open();
    }
}
