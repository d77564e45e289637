package dev.polyloom.internal;

import dev.polyloom.Capabilities;
import dev.polyloom.Flavor;
import dev.polyloom.spi.FlavorProvider;
import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolRequest;
import java.util.Optional;

/** Makes pools of platform threads. */
public final class ThreadsProvider implements FlavorProvider {
    /** Makes the provider. */
    public ThreadsProvider() {}

    @Override
    public Flavor flavor() {
        return Flavor.THREADS;
    }

    @Override
    public Optional<String> unavailable(Capabilities capabilities) {
        return Optional.empty();
    }

    @Override
    public Pool open(PoolRequest request) {
        return new PlatformPool(request.name(), request.workers());
    }
}
