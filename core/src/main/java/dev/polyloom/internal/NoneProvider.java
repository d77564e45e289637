package dev.polyloom.internal;

import dev.polyloom.Capabilities;
import dev.polyloom.Flavor;
import dev.polyloom.spi.FlavorProvider;
import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolRequest;
import java.util.Optional;

/** Makes pools that run one task at a time, on one platform thread. */
public final class NoneProvider implements FlavorProvider {
    /** Makes the provider. */
    public NoneProvider() {}

    @Override
    public Flavor flavor() {
        return Flavor.NONE;
    }

    @Override
    public Optional<String> unavailable(Capabilities capabilities) {
        return Optional.empty();
    }

    @Override
    public Pool open(PoolRequest request) {
        return new PlatformPool(request.name(), 1);
    }
}
