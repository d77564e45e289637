package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.library.PyThread;
import dev.polyloom.python.runtime.object.Calls;
import java.util.ArrayList;
import java.util.List;

/** The workers of a {@code ThreadPool}: threads, to which values go as they are. */
final class ThreadWorkers extends WorkerPool {
    private static final int ATTENDANTS = 3;

    private final List<PyThread> threads = new ArrayList<>();

    ThreadWorkers(Runnable initializer) {
        super(PyProcess.BASE, "", true, initializer, -1);
    }

    @Override
    void grow(long count) {
        while (threads.size() < count) {
            threads.add(PyThread.startWorker("worker", this::work));
        }
        PyThread.skipNumbers(ATTENDANTS);
    }

    @Override
    Object sent(Object value) {
        return value;
    }

    @Override
    void join() {
        threads.forEach(each -> Calls.method(each, "join", None.NONE));
    }
}
