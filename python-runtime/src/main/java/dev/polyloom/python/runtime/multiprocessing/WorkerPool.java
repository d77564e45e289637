package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.library.Waiting;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Identity;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.ThreadDeathError;
import dev.polyloom.python.runtime.object.ThreadState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Processes that do work in the order in which it is handed in. */
class WorkerPool {
    private final PyType type;
    private final boolean daemons;
    private final String name;
    private final Runnable initializer;
    private final long tasksPerChild;
    private final Deque<Work> queue = new ArrayDeque<>();
    private final List<PyProcess> workers = new ArrayList<>();
    private final Set<ProcessState> busy = new HashSet<>();
    private final ThreadState owner = ThreadState.get();
    private @Nullable Consumer<List<Work>> deathListener;
    private boolean closed;
    private boolean terminated;

    /**
     * A piece of work.
     *
     * @param begun tells whether it is still wanted
     * @param dropped is told when nobody is going to do it
     * @param body what a worker does
     * @param done gets what the body has given
     * @param failed gets what it has thrown
     */
    record Work(
            Supplier<Boolean> begun,
            Runnable dropped,
            Supplier<Object> body,
            Consumer<Object> done,
            Consumer<PyException> failed) {}

    /**
     * Makes one without workers.
     *
     * @param type the type of its processes
     * @param name what their names begin with, instead of the name of the type
     * @param initializer what each does first
     * @param tasksPerChild after how many pieces a worker is replaced, or a negative number
     */
    WorkerPool(
            PyType type, String name, boolean daemons, Runnable initializer, long tasksPerChild) {
        this.daemons = daemons;
        this.type = type;
        this.name = name;
        this.initializer = initializer;
        this.tasksPerChild = tasksPerChild;
    }

    /** Starts workers until there are so many. */
    void grow(long count) {
        while (size() < count) {
            PyProcess worker = PyProcess.of(type, this::work, daemons);
            ProcessState state = worker.state();
            state.name = state.name.replace(type.name(), name);
            synchronized (this) {
                workers.add(worker);
            }
            worker.start();
        }
    }

    synchronized int size() {
        return workers.size();
    }

    synchronized void add(Work work) {
        queue.add(work);
        notifyAll();
    }

    final void work() {
        initializer.run();
        for (long left = tasksPerChild; left != 0; left--) {
            Work next = take();
            if (next == null) {
                return;
            }
            run(next);
        }
        replace();
    }

    private void replace() {
        synchronized (this) {
            PyProcess self = Processes.current();
            workers.removeIf(each -> each.state() == self.state());
            if (closed && queue.isEmpty()) {
                return;
            }
        }
        Object self = Identity.current();
        Identity.adopt(owner);
        try {
            grow(size() + 1);
        } finally {
            Identity.adopt(self);
        }
    }

    private synchronized @Nullable Work take() {
        Waiting.until(this, () -> !queue.isEmpty() || closed, Waiting.FOREVER);
        return queue.poll();
    }

    private void run(Work work) {
        if (!work.begun.get()) {
            return;
        }
        Object result;
        try {
            result = sent(done(work.body));
        } catch (ThreadDeathError e) {
            died(work);
            throw e;
        } catch (RuntimeException | Error e) {
            PyException error = (PyException) sent(Errors.caught(e));
            deliver(() -> work.failed.accept(error));
            return;
        }
        deliver(() -> work.done.accept(result));
    }

    /** Returns what arrives at the other side of what the one has sent. */
    Object sent(Object value) {
        return Pickling.sent(value);
    }

    /** Says what is told when a worker dies over its work. */
    final void onDeath(Consumer<List<Work>> listener) {
        deathListener = listener;
    }

    private void died(Work work) {
        Consumer<List<Work>> listener = deathListener;
        List<Work> lost = new ArrayList<>(List.of(work));
        synchronized (this) {
            if (terminated || listener == null) {
                return;
            }
            lost.addAll(queue);
            queue.clear();
            closed = true;
            notifyAll();
        }
        deliver(() -> listener.accept(lost));
    }

    private Object done(Supplier<Object> body) {
        ProcessState own = Processes.current().state();
        synchronized (this) {
            busy.add(own);
        }
        try {
            return body.get();
        } finally {
            synchronized (this) {
                busy.remove(own);
            }
        }
    }

    /** Does something as the process that has made the pool. */
    private void deliver(Runnable action) {
        ThreadState state = ThreadState.get();
        Realm before = state.realm();
        state.setRealm(owner.realm());
        try {
            action.run();
        } finally {
            state.setRealm(before);
        }
    }

    /** Takes no more work; the workers end when none is left. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Ends the workers that are at work at once, and the others as if there were no more work. */
    void terminate() {
        List<PyProcess> all;
        synchronized (this) {
            closed = true;
            terminated = true;
            queue.clear();
            notifyAll();
            all = new ArrayList<>(workers);
            all.removeIf(each -> !busy.contains(each.state()));
        }
        all.forEach(each -> each.kill(15));
    }

    /** Takes back what no worker has begun. */
    synchronized List<Work> takeBack() {
        List<Work> all = List.copyOf(queue);
        queue.clear();
        return all;
    }

    void join() {
        List<PyProcess> all;
        synchronized (this) {
            all = List.copyOf(workers);
        }
        all.forEach(each -> each.state().await(Waiting.FOREVER));
    }
}
