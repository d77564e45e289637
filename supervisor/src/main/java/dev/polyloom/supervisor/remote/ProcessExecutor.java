package dev.polyloom.supervisor.remote;

import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.Run;
import dev.polyloom.supervisor.AsyncService;
import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.spi.RunningService;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import dev.polyloom.supervisor.spi.ServiceLaunch;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Runs each service in a worker process of its own, on a thread or on an event loop. */
public final class ProcessExecutor implements ServiceExecutor {
    /** With default options and a thread. */
    public static final ProcessExecutor PROCESS = new ProcessExecutor("process", false, _ -> {});

    /** With default options and an event loop. */
    public static final ProcessExecutor PROCESS_LOOP =
            new ProcessExecutor("process-loop", true, _ -> {});

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String kind;
    private final boolean loop;
    private final Consumer<? super ProcessScopeBuilder> options;

    /**
     * Makes an executor.
     *
     * @throws IllegalArgumentException if an option cannot be
     */
    public ProcessExecutor(
            String kind, boolean loop, Consumer<? super ProcessScopeBuilder> options) {
        this.kind = kind;
        this.loop = loop;
        this.options = options;
        options.accept(Run.processes());
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void check(Service service) {
        if (loop && !(service instanceof AsyncService)) {
            throw new IllegalArgumentException(
                    "a service on an event loop must not block, so it must be an AsyncService");
        }
        if (!(service instanceof Serializable)) {
            throw new IllegalArgumentException(
                    "a service in a process must be serialisable, which %s is not; make it a"
                                    .formatted(service.getClass().getName())
                            + " SerializableService or SerializableAsyncService, or let its class"
                            + " implement java.io.Serializable");
        }
    }

    @Override
    public RunningService start(ServiceLaunch launch) {
        SpareWorkers spares = launch.resource(SpareWorkers.class, SpareWorkers::new);
        return new ServiceProcess(this, spares, launch).start();
    }

    boolean loop() {
        return loop;
    }

    /** Opens a worker whose process is starting. */
    ServiceWorker open() {
        ProcessScopeBuilder builder = Run.processes();
        options.accept(builder);
        String name = "service-" + NUMBERS.incrementAndGet();
        return new ServiceWorker(builder.name(name).workers(1).concurrency(1).open());
    }
}
