package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.library.Waiting;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits for any of several pipes and processes. */
final class Watch {
    private static final long FIRST = 1000;
    private static final Object CHANGE = new Object();
    private static final AtomicInteger WATCHERS = new AtomicInteger();
    private static final Map<Object, ProcessState> PROCESSES = new ConcurrentHashMap<>();

    private Watch() {}

    /** Returns the number that stands for the end of a process, which must have been started. */
    static Object sentinel(ProcessState process) {
        if (!process.isStarted()) {
            throw Errors.value("process not started");
        }
        Object number = FIRST + Numbers.index(process.pid());
        PROCESSES.put(number, process);
        return number;
    }

    /** Says that something has arrived or ended; the caller holds no monitor of a pipe. */
    static void changed() {
        if (WATCHERS.get() > 0) {
            synchronized (CHANGE) {
                CHANGE.notifyAll();
            }
        }
    }

    /** Waits until one of some connections and sentinels is ready, and returns those that are. */
    static PyList wait(Object connections, Object timeout) {
        List<Object> all = Iteration.toList(connections);
        long deadline = Waiting.deadline(timeout);
        WATCHERS.incrementAndGet();
        try {
            synchronized (CHANGE) {
                Waiting.until(CHANGE, () -> all.stream().anyMatch(Watch::isReady), deadline);
            }
        } finally {
            WATCHERS.decrementAndGet();
        }
        return PyList.copyOf(all.stream().filter(Watch::isReady).toList());
    }

    private static boolean isReady(Object watched) {
        if (watched instanceof Connection connection) {
            return connection.hasArrived();
        }
        ProcessState process = PROCESSES.get(watched);
        if (process == null) {
            throw Errors.of(Exceptions.OS_ERROR, 9L, "Bad file descriptor");
        }
        return !process.isAlive();
    }
}
