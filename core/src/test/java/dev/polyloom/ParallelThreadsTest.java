package dev.polyloom;

import dev.polyloom.contract.ParallelContract;

final class ParallelThreadsTest extends ParallelContract {
    @Override
    protected Scope open() {
        return Run.threads().workers(2).open();
    }
}
