package dev.polyloom.python.runtime.object;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a process that the program has forked sees of the variables of its modules: copies, as they
 * were when it began. The first process has none: it sees the variables themselves.
 */
@SuppressWarnings("ReferenceEquality") // the mark for no value is one object
public final class Realm {
    private static final Object ABSENT = new Object();

    /** Whether any process has been forked, so that the way to a variable leads past its realm. */
    private static boolean forked;

    private final Map<Global, Object> values = new ConcurrentHashMap<>();
    private final StringBuilder output = new StringBuilder();
    private final GlobalLock lock = new GlobalLock();
    private final Set<Thread> resting = new HashSet<>();
    private final long pid;
    private final long parent;
    private int running;
    private volatile boolean killed;
    private volatile @Nullable Integer code;

    /** Copies a value for a process. */
    public interface Copier {
        /** Returns the copy, or the value itself where processes share it. */
        Object copy(Object value);
    }

    private Realm(long pid, long parent) {
        this.pid = pid;
        this.parent = parent;
    }

    /**
     * Makes the realm of a process that the calling thread forks.
     *
     * @param pid the number of the process
     * @param parent that of the process of the calling thread
     * @param copier copies each variable; values that several variables share stay shared
     */
    public static Realm fork(long pid, long parent, Copier copier) {
        Realm made = new Realm(pid, parent);
        Map<Global, Object> all = new HashMap<>();
        for (Module module : Modules.ofProgram()) {
            for (Global each : module.globals()) {
                Object value = each.orNull();
                all.put(each, value == null ? ABSENT : copier.copy(value));
            }
        }
        made.values.putAll(all);
        forked = true;
        return made;
    }

    /** Returns the number of the process. */
    public long pid() {
        return pid;
    }

    /** Returns the number of the process that the calling thread belongs to. */
    public static long pid(long first) {
        Realm realm = current();
        return realm == null ? first : realm.pid;
    }

    /** Returns the number of the process that has started that of the calling thread. */
    public static long parent(long first) {
        Realm realm = current();
        return realm == null ? first : realm.parent;
    }

    /** Returns the realm of the calling thread, or null in the first process. */
    public static @Nullable Realm current() {
        return forked ? ThreadState.get().realm() : null;
    }

    /** Says that a thread begins to run for the process. */
    public synchronized void enter() {
        running++;
        if (killed && running == 1) {
            Interrupts.ask();
        }
    }

    /** Says that a thread no longer runs for the process. */
    public synchronized void leave() {
        running--;
        if (killed && running == 0) {
            Interrupts.settled();
        }
    }

    /**
     * Says that the calling thread is about to wait, where the end of the process interrupts it.
     */
    public synchronized void rest() {
        if (killed) {
            throw new ThreadDeathError();
        }
        resting.add(Thread.currentThread());
    }

    /** Says that the calling thread has waited; an interrupt would close the files it works on. */
    public synchronized void wake() {
        resting.remove(Thread.currentThread());
        Thread.interrupted();
    }

    /**
     * Ends the process: its threads stop where they wait, look at a variable or go round a loop.
     */
    public synchronized void kill() {
        if (!killed) {
            killed = true;
            if (running > 0) {
                Interrupts.ask();
            }
            resting.forEach(Thread::interrupt);
        }
    }

    /** Ends the process of the calling thread, from inside, without cleaning up. */
    public void exit(int status) {
        code = status;
        kill();
        throw new ThreadDeathError();
    }

    /** Returns the exit code with which the process has ended itself, or null. */
    public @Nullable Integer code() {
        return code;
    }

    GlobalLock lock() {
        return lock;
    }

    /** Returns what the process has written and not handed on. */
    StringBuilder output() {
        return output;
    }

    /** Tells whether the process has been ended from outside, or by itself without cleaning up. */
    public boolean isKilled() {
        return killed;
    }

    /** Stops the calling thread if its process has been ended. */
    public static void check() {
        Realm realm = current();
        if (realm != null && realm.killed) {
            throw new ThreadDeathError();
        }
    }

    static boolean isForked() {
        return forked;
    }

    static @Nullable Object get(Global global, @Nullable Object first) {
        Realm realm = ThreadState.get().realm();
        if (realm == null) {
            return first;
        }
        if (realm.killed) {
            throw new ThreadDeathError();
        }
        Object value = realm.values.get(global);
        return value == null ? first : value == ABSENT ? null : value;
    }

    /** Sets a variable in the realm of the calling thread, and tells whether it has one. */
    static boolean set(Global global, @Nullable Object value) {
        Realm realm = ThreadState.get().realm();
        if (realm == null) {
            return false;
        }
        realm.values.put(global, value == null ? ABSENT : value);
        return true;
    }
}
