package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.spi.RunningService;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import dev.polyloom.supervisor.spi.ServiceLaunch;

/** Runs each service on a thread with an event loop of its own. */
public enum OwnLoopExecutor implements ServiceExecutor {
    INSTANCE;

    @Override
    public String kind() {
        return "own-loop";
    }

    @Override
    public void check(Service service) {
        ServiceOnLoop.check(service);
    }

    @Override
    public RunningService start(ServiceLaunch launch) {
        LoopThread loop = new LoopThread(launch.context().path());
        return new ServiceOnLoop(loop, launch, true).start();
    }
}
