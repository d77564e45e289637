package dev.polyloom.supervisor;

import dev.polyloom.IsolateOptions;
import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.supervisor.internal.HostLoopExecutor;
import dev.polyloom.supervisor.internal.OwnLoopExecutor;
import dev.polyloom.supervisor.internal.ThreadExecutor;
import dev.polyloom.supervisor.realm.IsolateExecutor;
import dev.polyloom.supervisor.remote.ProcessExecutor;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import java.util.function.Consumer;

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
     * Runs each service in a worker process of its own; otherwise like {@link #process(Consumer)}.
     *
     * @return the executor, always the same
     */
    public static ServiceExecutor process() {
        return ProcessExecutor.PROCESS;
    }

    /**
     * Runs each service in a worker process of its own, which ends with it. The service travels
     * there, so it must be serialisable: a lambda of a {@link SerializableService}, an object of a
     * class that implements {@link java.io.Serializable}, or one of {@link Services}. Messages and
     * what it tells through its context cross the border and must be serialisable, too.
     *
     * <p>A process that exits with another code than 0, is killed, exceeds its memory, or does not
     * run any more (see {@link ProcessScopeBuilder#heartbeatTimeout}) is a crash, whose cause is a
     * {@link dev.polyloom.WorkerDiedException} that names code or signal and has the last lines of
     * its standard error. A service that does not stop in time is ended with its process. Processes
     * end when this JVM does, whatever it dies of.
     *
     * <p>While a host has services of an executor, one idle worker stands ready for the next start
     * or restart. So services with the same options should share one executor.
     *
     * @param options sets the options of the processes; called at once and for each process. Name,
     *     number of workers and concurrency are set by the executor.
     * @return a new executor
     * @throws IllegalArgumentException if an option cannot be
     */
    public static ServiceExecutor process(Consumer<? super ProcessScopeBuilder> options) {
        return new ProcessExecutor("process", false, options);
    }

    /**
     * Runs each service in an isolate; otherwise like {@link #isolate(IsolateOptions)}, with
     * nothing shared and the application's class path.
     *
     * @return the executor, always the same
     */
    public static ServiceExecutor isolate() {
        return IsolateExecutor.ISOLATE;
    }

    /**
     * Runs each service in an isolate of its own: on a platform thread, with classes and static
     * state of its own, which each start finds as at the start of a program. The service, its
     * messages and what it throws are copied between isolate and host; the service must be a record
     * or serialisable. When it has ended its isolate is closed, and what it left running is
     * stopped.
     *
     * @param options the class path of the isolates and what they share
     * @return a new executor
     * @throws IllegalArgumentException if the options keep isolates warm, as each start has a new
     *     one
     */
    public static ServiceExecutor isolate(IsolateOptions options) {
        return new IsolateExecutor(options);
    }

    /**
     * Runs each service in a worker process of its own with an event loop; otherwise like {@link
     * #processLoop(Consumer)}.
     *
     * @return the executor, always the same
     */
    public static ServiceExecutor processLoop() {
        return ProcessExecutor.PROCESS_LOOP;
    }

    /**
     * Runs each service, which must be an {@link AsyncService}, in a worker process of its own with
     * an event loop of its own; otherwise like {@link #process(Consumer)}.
     *
     * @param options sets the options of the processes
     * @return a new executor
     * @throws IllegalArgumentException if an option cannot be
     */
    public static ServiceExecutor processLoop(Consumer<? super ProcessScopeBuilder> options) {
        return new ProcessExecutor("process-loop", true, options);
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
