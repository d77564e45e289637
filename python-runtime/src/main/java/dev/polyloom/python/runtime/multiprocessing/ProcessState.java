package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.library.Waiting;
import dev.polyloom.python.runtime.object.Console;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.GlobalLock;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.threading.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all processes know of one: its name, whether it runs, and how it has ended. */
final class ProcessState {
    private static final int TERMINATE = 15;

    /** How long one that is killed lives on at least: programs look at once, and see it alive. */
    private static final long DYING = 4_000_000;

    String name = "";
    volatile boolean daemon;

    /** Whether it ends with the process that has started it, as daemons do. */
    volatile boolean servant;

    volatile @Nullable Realm realm;
    private final List<Object> identity = new ArrayList<>();
    private Object pid = None.NONE;
    private Object parent = None.NONE;
    private boolean started;
    private boolean ended;
    private boolean closed;
    private int signal;
    private long killed;
    private int code;

    /** Takes the next number among the children of the process that is running. */
    void identify(String type) {
        Processes.Members own = Processes.members();
        parent = own.process().state().pid;
        identity.addAll(own.process().state().identity);
        identity.add(own.nextNumber());
        StringBuilder text = new StringBuilder(type).append('-');
        String separator = "";
        for (Object each : identity) {
            text.append(separator).append(each);
            separator = ":";
        }
        name = text.toString();
    }

    Object identity() {
        return PyTuple.of(identity.toArray());
    }

    synchronized Object pid() {
        return pid;
    }

    /** Notes that it has been started, and gives it a number. */
    synchronized void begin(Object by) {
        started = true;
        parent = by;
        pid = by == None.NONE ? Processes.FIRST_PID : Processes.nextPid();
    }

    synchronized boolean isStarted() {
        return started;
    }

    synchronized boolean isAlive() {
        return started && !ended;
    }

    synchronized void result(int value) {
        code = value;
    }

    /** Notes that it has ended, and tells those who wait. */
    void ended() {
        Realm own = realm;
        try {
            if (own != null) {
                Processes.leave(own);
                if (!own.isKilled()) {
                    Console.OUT.flushAtEnd();
                }
                own.end();
            }
        } finally {
            awaitDeath();
            synchronized (this) {
                ended = true;
                notifyAll();
            }
            Watch.changed();
        }
    }

    private void awaitDeath() {
        if (!isKilled()) {
            return;
        }
        GlobalLock.release(null);
        for (long left = dying(); left > 0; left = dying()) {
            try {
                Threads.sleep(Duration.ofNanos(left));
            } catch (InterruptedException e) {
                // it cannot end sooner than by its kill
            }
        }
        GlobalLock.regain();
    }

    private synchronized long dying() {
        return killed + DYING - System.nanoTime();
    }

    synchronized boolean await(long deadline) {
        return Waiting.until(this, () -> ended, deadline);
    }

    /** Ends it from outside. */
    void kill(int number) {
        Realm own = realm;
        synchronized (this) {
            if (!started || ended || signal != 0) {
                return;
            }
            signal = number;
            killed = System.nanoTime();
        }
        if (own != null) {
            own.kill();
        }
    }

    /** Tells whether it has been sent a signal that ends it. */
    synchronized boolean isKilled() {
        return signal != 0;
    }

    synchronized Object exitCode() {
        checkOpen();
        if (!started || !ended) {
            return None.NONE;
        }
        return (long) (signal != 0 ? -signal : code);
    }

    synchronized void checkOpen() {
        if (closed) {
            throw Errors.value("process object is closed");
        }
    }

    synchronized void close() {
        closed = true;
    }

    /** Returns its text as a process sees it; its own number is not in that which it sees. */
    synchronized String text(String type, boolean own) {
        StringBuilder out = new StringBuilder("<").append(type);
        out.append(" name=").append(Text.repr(name));
        if (closed) {
            return out.append(" closed>").toString();
        }
        if (started && parent != None.NONE && !own) {
            out.append(" pid=").append(pid);
        }
        out.append(" parent=").append(Text.str(parent));
        if (!started) {
            out.append(" initial");
        } else if (!ended) {
            out.append(" started");
        } else {
            out.append(" stopped exitcode=").append(shownCode());
        }
        return out.append(daemon ? " daemon>" : ">").toString();
    }

    private String shownCode() {
        return switch (signal) {
            case 0 -> String.valueOf(code);
            case TERMINATE -> "-SIGTERM";
            default -> "-SIGKILL";
        };
    }
}
