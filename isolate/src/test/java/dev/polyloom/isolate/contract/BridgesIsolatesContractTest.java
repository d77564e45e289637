package dev.polyloom.isolate.contract;

import dev.polyloom.Flavor;
import dev.polyloom.contract.BridgesContract;

/** Bridges lead to the workers of this flavor. */
class BridgesIsolatesContractTest extends BridgesContract {
    @Override
    protected Flavor flavor() {
        return Flavor.ISOLATES;
    }
}
