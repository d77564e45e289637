package dev.polyloom.isolate.contract;

import dev.polyloom.Flavor;
import dev.polyloom.contract.CarryContract;

/** Carriers reach the workers of this flavor. */
class CarryIsolatesContractTest extends CarryContract {
    @Override
    protected Flavor flavor() {
        return Flavor.ISOLATES;
    }
}
