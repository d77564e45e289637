package dev.polyloom.process.pool;

import dev.polyloom.Capabilities;
import dev.polyloom.Flavor;
import dev.polyloom.process.transport.TransportChoice;
import dev.polyloom.spi.FlavorProvider;
import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolRequest;
import java.util.Optional;

/** Makes pools of worker processes. */
public final class ProcessProvider implements FlavorProvider {
    /** Makes a provider; for {@link java.util.ServiceLoader}. */
    public ProcessProvider() {}

    @Override
    public Flavor flavor() {
        return Flavor.PROCESSES;
    }

    @Override
    public Optional<String> unavailable(Capabilities capabilities) {
        return capabilities.childProcesses()
                ? Optional.empty()
                : Optional.of("this JVM cannot start child processes; run it where it may");
    }

    @Override
    public Optional<String> manner(Capabilities capabilities) {
        return Optional.of(TransportChoice.ofEnvironment().describe());
    }

    @Override
    public Pool open(PoolRequest request) {
        return ProcessPool.open(request);
    }
}
