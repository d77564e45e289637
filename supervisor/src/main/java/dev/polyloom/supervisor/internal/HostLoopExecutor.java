package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.spi.RunningService;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import dev.polyloom.supervisor.spi.ServiceLaunch;

/** Runs services on the one event loop of their host. */
public enum HostLoopExecutor implements ServiceExecutor {
    INSTANCE;

    @Override
    public String kind() {
        return "host-loop";
    }

    @Override
    public void check(Service service) {
        ServiceOnLoop.check(service);
    }

    @Override
    public RunningService start(ServiceLaunch launch) {
        LoopThread loop = launch.resource(LoopThread.class, () -> new LoopThread("host-loop"));
        return new ServiceOnLoop(loop, launch, false).start();
    }
}
