package dev.polyloom.internal;

import dev.polyloom.Capabilities;
import dev.polyloom.Flavor;
import dev.polyloom.spi.FlavorProvider;
import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolRequest;
import java.util.Optional;

/** Makes pools that start a virtual thread for each task. */
public final class VirtualProvider implements FlavorProvider {
    /** Makes the provider. */
    public VirtualProvider() {}

    @Override
    public Flavor flavor() {
        return Flavor.VIRTUAL;
    }

    @Override
    public Optional<String> unavailable(Capabilities capabilities) {
        return Optional.empty();
    }

    @Override
    public Pool open(PoolRequest request) {
        return request.workers() == Integer.MAX_VALUE
                ? new VirtualPool(request.name())
                : new BoundedVirtualPool(request.name(), request.workers());
    }
}
