package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.library.Waiting;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Streams;
import dev.polyloom.python.runtime.platform.Platform;
import dev.polyloom.threading.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All processes of a program, and which of them is running. */
final class Processes {
    static final Object FIRST_PID = Platform.machine().process();

    private static final long START = 2_000_000;
    private static final long APART = 2_000_000;
    private static final AtomicLong PIDS = new AtomicLong((Long) FIRST_PID);
    private static final Map<Realm, Members> BY_REALM = new ConcurrentHashMap<>();
    private static final AtomicLong LAST_START = new AtomicLong();
    private static final Object GATE = new Object();
    private static long lastBegin;

    private static final class First {
        static final Members MEMBERS = new Members(PyProcess.main());
    }

    private Processes() {}

    /** A process as it sees itself: its object and its children. */
    static final class Members {
        private final PyProcess process;
        private final List<PyProcess> children = new ArrayList<>();
        private final List<Runnable> endings = new ArrayList<>();
        private long count;

        Members(PyProcess process) {
            this.process = process;
        }

        PyProcess process() {
            return process;
        }

        synchronized long nextNumber() {
            return ++count;
        }

        private synchronized List<PyProcess> children() {
            return List.copyOf(children);
        }
    }

    static Members members() {
        Realm realm = Realm.current();
        Members own = realm == null ? null : BY_REALM.get(realm);
        return own == null ? First.MEMBERS : own;
    }

    static PyProcess current() {
        return members().process;
    }

    /** Returns the process that has started the one that is running, or {@code None}. */
    static Object parent() {
        PyProcess parent = members().process.parent();
        return parent == null ? None.NONE : parent.seenByChild();
    }

    static Object nextPid() {
        return PIDS.incrementAndGet();
    }

    static void add(PyProcess child) {
        Members own = members();
        synchronized (own) {
            own.children.removeIf(each -> !each.state().isAlive());
            own.children.add(child);
        }
    }

    static void enter(Realm realm, PyProcess process, List<Runnable> endings) {
        Members own = new Members(process);
        own.endings.addAll(endings);
        BY_REALM.put(realm, own);
    }

    /** Ends what a process leaves behind: its daemons, its children and what it has open. */
    static void leave(Realm realm) {
        Members own = BY_REALM.get(realm);
        if (own != null) {
            close(own, realm.isKilled());
            BY_REALM.remove(realm);
        }
    }

    private static void close(Members own, boolean killed) {
        for (PyProcess each : own.children()) {
            if ((each.state().daemon || each.state().servant) && !killed) {
                each.kill(15);
            }
        }
        for (PyProcess each : own.children()) {
            if (!killed && each.state().isStarted()) {
                each.state().await(Waiting.FOREVER);
            }
        }
        List<Runnable> endings;
        synchronized (own) {
            endings = List.copyOf(own.endings);
        }
        endings.forEach(Runnable::run);
    }

    /** Sends a signal to a process that runs, and tells whether there is one of this number. */
    static boolean kill(long pid, int signal) {
        for (Map.Entry<Realm, Members> each : BY_REALM.entrySet()) {
            ProcessState state = each.getValue().process().state();
            if (each.getKey().pid() == pid && state.isAlive()) {
                if (signal > 0) {
                    state.kill(signal);
                    Realm.check();
                }
                return true;
            }
        }
        return false;
    }

    /** Ends what the first process leaves behind. */
    static Object shutDown() {
        close(members(), false);
        return None.NONE;
    }

    static PyList activeChildren() {
        Members own = members();
        synchronized (own) {
            own.children.removeIf(each -> !each.state().isAlive());
            return PyList.copyOf(own.children);
        }
    }

    static void flush() {
        Calls.method(Streams.out(), "flush");
        Calls.method(Streams.err(), "flush");
    }

    /**
     * Returns when a new process begins: after as long as forking takes, and after those before.
     */
    static long reserveStart() {
        long now = System.nanoTime();
        return LAST_START.updateAndGet(last -> Math.max(now + START, last + APART));
    }

    /** Waits until a process may begin: those before it have had some time then. */
    static void awaitStart(long instant) {
        sleepUntil(instant);
        synchronized (GATE) {
            sleepUntil(lastBegin + APART);
            lastBegin = System.nanoTime();
        }
    }

    private static void sleepUntil(long instant) {
        rest(instant - System.nanoTime());
    }

    /** Sleeps so many nanoseconds, or less if the thread is interrupted. */
    static void rest(long nanos) {
        try {
            Threads.sleep(Duration.ofNanos(Math.max(0, nanos)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
