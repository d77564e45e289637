package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.library.Turn;
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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Processes that do work in the order in which it is handed in. */
class WorkerPool {
    /** After how many nanoseconds CPython notices that an idle worker has died. */
    private static final long NOTICE = 5_000_000;

    private final PyType type;
    private final boolean daemons;
    private final String name;
    private final Runnable initializer;
    private final long tasksPerChild;
    private final Deque<Work> queue = new ArrayDeque<>();
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final List<PyProcess> workers = new ArrayList<>();
    private final Set<ProcessState> busy = new HashSet<>();
    private final Map<Object, ProcessState> atWork = new ConcurrentHashMap<>();
    private final ThreadState owner = ThreadState.get();
    private @Nullable Consumer<List<Work>> deathListener;
    private boolean closed;
    private boolean terminated;

    /**
     * A piece of work.
     *
     * @param begun tells whether it is still wanted
     * @param dropped is told when nobody is to do it, and tells whether that can be
     * @param body what a worker does
     * @param done gets what the body has given
     * @param failed gets what it has thrown
     */
    record Work(
            Supplier<Boolean> begun,
            Supplier<Boolean> dropped,
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

    /** A worker that waits, what it is given, and when it may begin with that. */
    private static final class Idle {
        private @Nullable Work work;
        private @Nullable Turn turn;
    }

    synchronized void add(Work work) {
        Idle next = idle.poll();
        if (next == null) {
            queue.add(work);
        } else {
            next.work = work;
            next.turn = Turn.open(System.nanoTime());
            notifyAll();
        }
    }

    final void work() {
        atWork.put(Identity.current(), Processes.current().state());
        initializer.run();
        try {
            for (long left = tasksPerChild; left != 0; left--) {
                ThreadState.get().blocks();
                Work next = next();
                if (next == null) {
                    return;
                }
                run(next);
            }
        } catch (ThreadDeathError e) {
            if (deathListener == null) {
                replace();
            }
            throw e;
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

    /** Returns the next work, or null if there will be none; waits its turn where it was idle. */
    private @Nullable Work next() {
        Idle self = new Idle();
        try {
            Work next = take(self);
            Turn turn = self.turn;
            if (turn != null) {
                Waiting.rest(turn::await);
                turn.keep();
            }
            return next;
        } catch (ThreadDeathError e) {
            diedIdle(self.work);
            throw e;
        }
    }

    private synchronized @Nullable Work take(Idle self) {
        Work first = queue.poll();
        if (first != null || closed) {
            return first;
        }
        idle.add(self);
        try {
            Waiting.until(this, () -> self.work != null || closed, Waiting.FOREVER);
            return self.work;
        } finally {
            idle.remove(self);
        }
    }

    private void run(Work work) {
        Object result;
        try {
            if (!work.begun.get()) {
                return;
            }
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

    /** Tells whether a worker has been ended from outside. */
    synchronized boolean isHurt() {
        return workers.stream().anyMatch(each -> each.state().isKilled());
    }

    private void diedIdle(@Nullable Work given) {
        if (deathListener != null) {
            Processes.rest(NOTICE);
            died(given);
        } else if (given != null) {
            add(given);
        }
    }

    /** Fails all that no worker has taken, because one has been ended from outside. */
    final void breakDown() {
        died(null);
    }

    private void died(@Nullable Work work) {
        Consumer<List<Work>> listener = deathListener;
        List<Work> lost = new ArrayList<>();
        if (work != null) {
            lost.add(work);
        }
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
            if (terminated) {
                throw new ThreadDeathError();
            }
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

    /**
     * Ends the workers that are at work at once, and the others as if there were no more work;
     * waits for their ends, but for that of the caller where it is one of them.
     */
    final void terminate() {
        List<PyProcess> all;
        synchronized (this) {
            closed = true;
            terminated = true;
            queue.clear();
            notifyAll();
            all = List.copyOf(workers);
            all.stream().filter(each -> busy.contains(each.state())).forEach(each -> each.kill(15));
        }
        ProcessState self = atWork.get(Identity.current());
        all.stream()
                .map(PyProcess::state)
                .filter(each -> !each.equals(self))
                .forEach(each -> each.await(Waiting.FOREVER));
    }

    /** Drops what no worker has begun, as far as it can be dropped. */
    synchronized void dropAll() {
        queue.removeIf(each -> each.dropped().get());
    }

    void join() {
        List<PyProcess> all;
        synchronized (this) {
            all = List.copyOf(workers);
        }
        all.forEach(each -> each.state().await(Waiting.FOREVER));
    }
}
