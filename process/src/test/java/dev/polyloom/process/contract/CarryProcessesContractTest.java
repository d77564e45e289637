package dev.polyloom.process.contract;

import dev.polyloom.Flavor;
import dev.polyloom.contract.CarryContract;

/** Carriers reach the workers of this flavor. */
class CarryProcessesContractTest extends CarryContract {
    @Override
    protected Flavor flavor() {
        return Flavor.PROCESSES;
    }
}
