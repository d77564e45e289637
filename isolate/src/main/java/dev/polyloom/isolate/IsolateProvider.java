package dev.polyloom.isolate;

import dev.polyloom.Capabilities;
import dev.polyloom.Flavor;
import dev.polyloom.spi.FlavorProvider;
import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolRequest;
import java.util.Optional;
import java.util.ServiceLoader;

/** Makes pools whose workers are class-loader realms. */
public final class IsolateProvider implements FlavorProvider {
    /** Makes a provider; for {@link ServiceLoader}. */
    public IsolateProvider() {}

    @Override
    public Flavor flavor() {
        return Flavor.ISOLATES;
    }

    @Override
    public Optional<String> unavailable(Capabilities capabilities) {
        return Optional.empty();
    }

    @Override
    public Optional<String> manner(Capabilities capabilities) {
        return Optional.of("each worker has a copy of the classes; values are copied");
    }

    @Override
    public Pool open(PoolRequest request) {
        return new IsolatePool(request, threads().open(request));
    }

    private static FlavorProvider threads() {
        for (FlavorProvider provider :
                ServiceLoader.load(FlavorProvider.class, FlavorProvider.class.getClassLoader())) {
            if (provider.flavor() == Flavor.THREADS) {
                return provider;
            }
        }
        throw new IllegalStateException("no provider of threads, which isolates run on");
    }
}
