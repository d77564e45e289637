package dev.polyloom.python.runtime.object;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a process that the program has forked sees of its variables, of the attributes of classes
 * and of those of functions: copies, as they were when it began. The first process has none: it
 * sees them themselves.
 */
@SuppressWarnings("ReferenceEquality") // the mark for no value is one object
public final class Realm {
    private static final Object ABSENT = new Object();

    /** Whether any process has been forked, so that the way to a variable leads past its realm. */
    private static boolean forked;

    private final Map<Variable, Object> values = new ConcurrentHashMap<>();
    private final Map<PyType, TypeDict> types = new ConcurrentHashMap<>();
    private final Map<Function, Function> functions = new ConcurrentHashMap<>();
    private final Map<Object, Object> parts = new ConcurrentHashMap<>();
    private final StringBuilder output = new StringBuilder();
    private final GlobalLock lock = new GlobalLock();
    private final Set<Thread> resting = new HashSet<>();
    private final @Nullable Realm forker;
    private final long pid;
    private final long parent;
    private int running;
    private volatile boolean killed;
    private volatile @Nullable Integer code;

    /** Copies values for a process. */
    public interface Copier {
        /** Returns the copy, or the value itself where processes share it. */
        Object copy(Object value);

        /** Notes the copy of a value that may hold itself, before what it holds is copied. */
        void note(Object value, Object copy);
    }

    private Realm(@Nullable Realm forker, long pid, long parent) {
        this.forker = forker;
        this.pid = pid;
        this.parent = parent;
    }

    /**
     * Makes the realm of a process that the calling thread forks.
     *
     * @param pid the number of the process
     * @param parent that of the process of the calling thread
     */
    public static Realm fork(long pid, long parent) {
        forked = true;
        return new Realm(current(), pid, parent);
    }

    /**
     * Takes copies of what the calling thread sees of the variables of all modules and of the
     * attributes of all classes of the program.
     *
     * @param copier copies each value; values that several variables share stay shared
     */
    public void take(Copier copier) {
        for (Module module : Modules.ofProgram()) {
            module.globals().forEach(each -> take(each, copier));
        }
        Types.OBJECT.fork(types, copier);
    }

    /** Takes a copy of a variable, unless it has one. */
    void take(Variable variable, Copier copier) {
        if (values.putIfAbsent(variable, ABSENT) == null) {
            Object value = variable.orNull();
            if (value != null) {
                values.put(variable, copier.copy(value));
            }
        }
    }

    /**
     * Takes copies of the variables that a function has from functions around it, of its defaults
     * and of its attributes.
     */
    public void take(Function function, Copier copier) {
        function.variables().forEach(each -> take(each, copier));
        Function own = function.fork(copier);
        if (own != function) {
            functions.put(function, own);
        }
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

    /** Ends the threads that are left of a process that has ended, and forgets what it knew. */
    public void end() {
        kill();
        values.clear();
        types.clear();
        functions.clear();
        parts.clear();
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

    static @Nullable Object get(Variable variable, @Nullable Object first) {
        Realm realm = ThreadState.get().realm();
        if (realm == null) {
            return first;
        }
        if (realm.killed) {
            throw new ThreadDeathError();
        }
        Object value = realm.values.get(variable);
        return value == null ? first : value == ABSENT ? null : value;
    }

    /** Sets a variable in the realm of the calling thread, and tells whether it has one. */
    static boolean set(Variable variable, @Nullable Object value) {
        Realm realm = ThreadState.get().realm();
        if (realm == null) {
            return false;
        }
        realm.values.put(variable, value == null ? ABSENT : value);
        return true;
    }

    /**
     * Returns what the process of the calling thread has in the place of a part of the library.
     *
     * @param key what the part belongs to
     * @param first what the first process has
     * @param fork makes that of another one, when it is first asked for, from that of its parent
     */
    public static <T> T own(Object key, T first, UnaryOperator<T> fork) {
        return own(current(), key, first, fork);
    }

    @SuppressWarnings("unchecked") // each key has a part of one type
    private static <T> T own(@Nullable Realm realm, Object key, T first, UnaryOperator<T> fork) {
        if (realm == null) {
            return first;
        }
        Object known = realm.parts.get(key);
        if (known == null) {
            T made = fork.apply(own(realm.forker, key, first, fork));
            known = realm.parts.putIfAbsent(key, made);
            known = known == null ? made : known;
        }
        return (T) known;
    }

    /** Returns what a type defines in the realm of the calling thread. */
    static TypeDict get(PyType type, TypeDict first) {
        Realm realm = ThreadState.get().realm();
        return realm == null ? first : realm.types.getOrDefault(type, first);
    }

    /** Returns what has the attributes of a function in the realm of the calling thread. */
    static Function get(Function function) {
        Realm realm = ThreadState.get().realm();
        return realm == null ? function : realm.functions.getOrDefault(function, function);
    }

    /** Returns what has them, and has none of another realm. */
    static Function own(Function function) {
        Realm realm = ThreadState.get().realm();
        return realm == null ? function : realm.functions.computeIfAbsent(function, Function::twin);
    }
}
