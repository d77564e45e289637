package dev.polyloom.compat;

import dev.polyloom.Decision;
import dev.polyloom.spi.PoolSnapshot;
import java.util.List;
import java.util.Optional;

/** What an executor of this package tells beyond its JDK counterpart. */
public sealed interface Managed
        permits ThreadPoolExecutor, ScheduledThreadPoolExecutor, ForkJoinPool, ScopedExecutor {
    /**
     * Returns how the executor came to be.
     *
     * @return the decision, or empty if it is not managed
     */
    Optional<Decision> decision();

    /**
     * Returns the state of the workers now.
     *
     * @return a snapshot, approximate while tasks run
     */
    PoolSnapshot metrics();

    /**
     * Says what keeps this executor from being managed, or a part of it.
     *
     * @return sentences, none if it is managed
     */
    List<String> notes();
}
