package dev.polyloom.supervisor.remote;

import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.internal.Log;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The workers of one host that wait for a service, at most one for each executor, so that a restart
 * need not wait for a process. Safe for use by several threads.
 */
final class SpareWorkers implements AutoCloseable {
    private final Map<ProcessExecutor, ServiceWorker> idle = new HashMap<>();
    private final Set<ProcessExecutor> opening = new HashSet<>();
    private final Set<ServiceWorker> rehearsing = new HashSet<>();
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

    /**
     * Makes a worker wait if none does, in the background.
     *
     * @param service what it is most likely to run
     * @param then is run when one waits
     */
    synchronized void refill(ProcessExecutor executor, Service service, Runnable then) {
        if (!closed && !idle.containsKey(executor) && opening.add(executor)) {
            background.execute(() -> open(executor, service, then));
        }
    }

    private void open(ProcessExecutor executor, Service service, Runnable then) {
        try {
            ServiceWorker worker = executor.open();
            if (rehearse(worker, executor.loop(), service)) {
                give(executor, worker);
                then.run();
            } else {
                close(worker);
            }
        } catch (RuntimeException e) {
            Log.warn("there is no spare worker for services", e);
        } finally {
            synchronized (this) {
                opening.remove(executor);
            }
        }
    }

    /** Makes a worker ready for a service, and tells whether it is. */
    private boolean rehearse(ServiceWorker worker, boolean loop, Service service) {
        synchronized (this) {
            if (closed) {
                return false;
            }
            rehearsing.add(worker);
        }
        try {
            Rehearsal.of(worker, loop, service);
            return true;
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            warnUnlessClosed(e);
        } catch (RuntimeException e) {
            warnUnlessClosed(e);
        } finally {
            synchronized (this) {
                rehearsing.remove(worker);
            }
        }
        return false;
    }

    private synchronized void warnUnlessClosed(Exception e) {
        if (!closed) {
            Log.warn("a spare worker for services failed, and there is none", e);
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
            rehearsing.forEach(this::close);
            closed = true;
        }
        background.close();
    }
}
