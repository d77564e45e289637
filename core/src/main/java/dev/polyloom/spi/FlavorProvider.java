package dev.polyloom.spi;

import dev.polyloom.Capabilities;
import dev.polyloom.Flavor;
import java.util.Optional;

/**
 * Makes the pools of one flavor. Implementations are found with {@link java.util.ServiceLoader},
 * are stateless, and may be called by several threads at once.
 */
public interface FlavorProvider {
    /**
     * Returns the flavor this provider makes.
     *
     * @return a flavor, never {@link Flavor#AUTO}
     */
    Flavor flavor();

    /**
     * Says why this flavor cannot be had here. Starts nothing.
     *
     * @param capabilities what this machine and JVM can do
     * @return the reason and its cure, or empty if the flavor can be had
     */
    Optional<String> unavailable(Capabilities capabilities);

    /**
     * Tells in a few words how this flavor works here, where there is more than one way. It stands
     * beside the reason in every decision for it. Starts nothing.
     *
     * @param capabilities what this machine and JVM can do
     * @return the words, or empty if there is nothing to tell
     */
    default Optional<String> manner(Capabilities capabilities) {
        return Optional.empty();
    }

    /**
     * Opens a pool.
     *
     * @param request what is wanted
     * @return the open pool, owned by the caller
     */
    Pool open(PoolRequest request);
}
