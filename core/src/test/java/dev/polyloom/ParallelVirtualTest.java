package dev.polyloom;

import dev.polyloom.contract.ParallelContract;

final class ParallelVirtualTest extends ParallelContract {
    @Override
    protected Scope open() {
        return Run.virtual().open();
    }
}
