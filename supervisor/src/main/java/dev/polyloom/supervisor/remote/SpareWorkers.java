package dev.polyloom.supervisor.remote;

import dev.polyloom.supervisor.internal.Log;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The workers of one host that wait for a service, at most one for each executor, so that a restart
 * need not wait for a process. Safe for use by several threads.
 */
final class SpareWorkers implements AutoCloseable {
    private final Map<ProcessExecutor, ServiceWorker> idle = new HashMap<>();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private boolean closed;

    /** Returns the worker that waits, which is the caller's from now on, or null. */
    synchronized @Nullable ServiceWorker take(ProcessExecutor executor) {
        return idle.remove(executor);
    }

    /** Keeps a worker that no service uses any longer, unless one waits already. */
    void give(ProcessExecutor executor, ServiceWorker worker) {
        if (!keep(executor, worker)) {
            close(worker);
        }
    }

    private synchronized boolean keep(ProcessExecutor executor, ServiceWorker worker) {
        return !closed && idle.putIfAbsent(executor, worker) == null;
    }

    /** Makes a worker wait if none does, in the background. */
    synchronized void refill(ProcessExecutor executor) {
        if (!closed && !idle.containsKey(executor)) {
            background.execute(() -> open(executor));
        }
    }

    private void open(ProcessExecutor executor) {
        try {
            give(executor, executor.open());
        } catch (RuntimeException e) {
            Log.warn("there is no spare worker for services", e);
        }
    }

    /** Closes a worker, in the background. The host does not end before that is done. */
    void close(ServiceWorker worker) {
        synchronized (this) {
            if (!closed) {
                background.execute(worker::close);
                return;
            }
        }
        worker.close();
    }

    @Override
    public void close() {
        synchronized (this) {
            idle.values().forEach(this::close);
            idle.clear();
            closed = true;
        }
        background.close();
    }
}
