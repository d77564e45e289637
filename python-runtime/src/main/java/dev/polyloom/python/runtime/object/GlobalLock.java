package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.platform.Platform;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The lock that one thread of a process holds while it runs, for programs that lean on it. It is
 * off unless the program is run with it.
 *
 * <p>A thread gives it away while it blocks, and between two steps of its code when another has
 * waited as long as {@code sys.setswitchinterval} says. Who blocks under a monitor takes the lock
 * back only when it has left the monitor, as the holder of the lock may wait for that monitor.
 */
public final class GlobalLock {
    private static final GlobalLock FIRST = new GlobalLock();
    private static boolean on;
    private static volatile boolean asked;
    private static volatile long interval = 5;

    private final Deque<Turn> line = new ArrayDeque<>();
    private @Nullable ThreadState holder;
    private @Nullable Thread machine;

    /** The place of a thread in the line. */
    private static final class Turn {
        private final ThreadState thread;
        private boolean come;

        Turn(ThreadState thread) {
            this.thread = thread;
        }
    }

    GlobalLock() {}

    /** Says whether the program leans on the lock. No thread has been started yet. */
    public static void use(boolean leans) {
        on = leans;
    }

    /** Tells whether there is a lock. */
    public static boolean isOn() {
        return on;
    }

    /** Sets after how many seconds who waits asks for the lock. */
    public static void setInterval(double seconds) {
        interval = Math.max(1, (long) (seconds * 1000));
    }

    /** Lets the calling thread begin: from now on it runs only with the lock. */
    public static void enter() {
        if (on) {
            ThreadState state = ThreadState.get();
            state.locked = true;
            of(state).take(state);
        }
    }

    /** Lets the calling thread end. */
    public static void leave() {
        if (on) {
            ThreadState state = ThreadState.get();
            state.locked = false;
            of(state).give(state);
        }
    }

    /**
     * Lets another thread run that has waited long enough, and notices what is asked of this one.
     * Code calls it between its steps.
     */
    public static void turn() {
        if (asked) {
            ThreadState state = ThreadState.get();
            asked = false;
            if (state.locked) {
                of(state).give(state);
            }
        }
        regain();
        Interrupts.check();
    }

    /**
     * Gives the lock away, as the calling thread is about to block.
     *
     * @param monitor the monitor under which it blocks, or null
     */
    public static void release(@Nullable Object monitor) {
        if (on) {
            ThreadState state = ThreadState.get();
            if (state.locked) {
                state.under = monitor;
                of(state).give(state);
            }
        }
    }

    /** Takes the lock if the calling thread has given it away, unless it is in that monitor. */
    public static void regain() {
        if (on) {
            ThreadState state = ThreadState.get();
            GlobalLock lock = of(state);
            if (state.locked && !lock.isHeldBy(state)) {
                Object monitor = state.under;
                if (monitor == null || !Thread.holdsLock(monitor)) {
                    lock.take(state);
                }
            }
        }
    }

    private static GlobalLock of(ThreadState state) {
        Realm realm = state.realm();
        return realm == null ? FIRST : realm.lock();
    }

    @SuppressWarnings("ReferenceEquality") // a thread is one object
    private synchronized boolean isHeldBy(ThreadState state) {
        return holder == state;
    }

    private void take(ThreadState state) {
        Turn mine = new Turn(state);
        synchronized (this) {
            if (holder == null) {
                hold(state);
            } else {
                line.add(mine);
            }
        }
        boolean interrupted = false;
        synchronized (mine) {
            while (!mine.come && !isHeldBy(state)) {
                try {
                    mine.wait(interval);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                if (!mine.come) {
                    ask();
                }
            }
        }
        synchronized (this) {
            machine = Thread.currentThread();
        }
        state.under = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void hold(ThreadState state) {
        holder = state;
        machine = null;
    }

    /**
     * Asks for the lock, and takes it from a thread that waits for a monitor, as one in the line
     * may have that.
     */
    private void ask() {
        asked = true;
        Turn next = null;
        synchronized (this) {
            if (machine != null && Platform.machine().isBlocked(machine)) {
                next = pass();
            }
        }
        call(next);
    }

    @SuppressWarnings("ReferenceEquality") // a thread is one object
    private void give(ThreadState state) {
        Turn next = null;
        synchronized (this) {
            if (holder == state) {
                next = pass();
            }
        }
        call(next);
    }

    private @Nullable Turn pass() {
        Turn next = line.poll();
        holder = next == null ? null : next.thread;
        machine = null;
        return next;
    }

    private static void call(@Nullable Turn next) {
        if (next != null) {
            synchronized (next) {
                next.come = true;
                next.notifyAll();
            }
        }
    }
}
