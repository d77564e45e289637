package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.spi.RunningService;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import dev.polyloom.supervisor.spi.ServiceLaunch;

/** Runs each service on a thread of its own. */
public enum ThreadExecutor implements ServiceExecutor {
    PLATFORM("thread"),
    VIRTUAL("virtual");

    private final String kind;

    ThreadExecutor(String kind) {
        this.kind = kind;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public RunningService start(ServiceLaunch launch) {
        String name = launch.context().path();
        Thread thread = builder().name(name).unstarted(() -> run(launch));
        launch.started();
        thread.start();
        return hold(thread);
    }

    /** Returns the hold on a service that runs on a thread. */
    public static RunningService hold(Thread thread) {
        return new OnThread(thread);
    }

    private Thread.Builder builder() {
        return this == PLATFORM ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
    }

    private static void run(ServiceLaunch launch) {
        Throwable failure = null;
        try {
            launch.service().run(launch.context());
        } catch (Throwable e) {
            failure = e;
        }
        launch.ended(failure);
    }

    private record OnThread(Thread thread) implements RunningService {
        @Override
        public void kill() {
            thread.interrupt();
        }

        @Override
        public String activity() {
            return Stacks.of(thread);
        }
    }
}
