package dev.polyloom.supervisor;

import dev.polyloom.supervisor.internal.HostLoopExecutor;
import dev.polyloom.supervisor.internal.OwnLoopExecutor;
import dev.polyloom.supervisor.internal.ThreadExecutor;
import dev.polyloom.supervisor.spi.ServiceExecutor;

/** The executors of this module, which one host can mix. */
public final class ServiceExecutors {
    private ServiceExecutors() {}

    /**
     * Runs each service on a platform thread of its own.
     *
     * @return the executor
     */
    public static ServiceExecutor thread() {
        return ThreadExecutor.PLATFORM;
    }

    /**
     * Runs each service on a virtual thread of its own.
     *
     * @return the executor
     */
    public static ServiceExecutor virtual() {
        return ThreadExecutor.VIRTUAL;
    }

    /**
     * Runs each service, which must be an {@link AsyncService}, on a platform thread with an event
     * loop of its own.
     *
     * @return the executor
     */
    public static ServiceExecutor ownLoop() {
        return OwnLoopExecutor.INSTANCE;
    }

    /**
     * Runs all services, each of which must be an {@link AsyncService}, on the one event loop of
     * their host. They must not block.
     *
     * @return the executor
     */
    public static ServiceExecutor hostLoop() {
        return HostLoopExecutor.INSTANCE;
    }
}
