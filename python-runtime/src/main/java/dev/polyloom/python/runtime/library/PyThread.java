package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Depth;
import dev.polyloom.python.runtime.object.Drops;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.GlobalLock;
import dev.polyloom.python.runtime.object.Identity;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Sharing;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.ThreadDeathError;
import dev.polyloom.python.runtime.object.ThreadState;
import dev.polyloom.python.runtime.object.TracebackText;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.threading.SpawnException;
import dev.polyloom.threading.ThreadBuilder;
import dev.polyloom.threading.ThreadHandle;
import dev.polyloom.threading.Threads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** {@code threading.Thread}. */
public final class PyThread extends ThreadState {
    static final PyType TYPE =
            PyType.library("Thread", Types.OBJECT, PyThread::fill)
                    .module("threading")
                    .allocator(PyThread::new);

    private static final int PLATFORM_THREADS = 256;
    private static final long STACK = 64L << 20;

    /** In CPython a thread begins with {@code _bootstrap}, {@code _bootstrap_inner} and run. */
    private static final int CALLS_BEFORE_RUN = 3;

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AtomicLong IDENTS = new AtomicLong(140_000_000_000_000L);
    private static final Map<Object, PyThread> ALIVE =
            Collections.synchronizedMap(new LinkedHashMap<>());
    private static final AtomicInteger RUNNING = new AtomicInteger();

    private static final class Holder {
        static final PyThread MAIN = newMain();
    }

    private Object target = None.NONE;
    private Object args = PyTuple.EMPTY;
    private Object kwargs = None.NONE;
    private String name = "";
    private boolean daemon;
    private boolean initialised;
    private boolean started;
    private boolean finished;
    private volatile boolean unknown;
    private Object ident = None.NONE;
    private final HeadStart headStart = new HeadStart();
    private volatile @Nullable Turn turn;

    private PyThread(PyType type) {
        super(type);
    }

    private static PyThread newMain() {
        PyThread main = new PyThread(TYPE);
        main.name = "MainThread";
        main.initialised = true;
        main.started = true;
        main.ident = IDENTS.addAndGet(256);
        ALIVE.put(main.ident, main);
        return main;
    }

    /** Returns the thread that runs the main module. */
    static PyThread main() {
        return Holder.MAIN;
    }

    /** Returns the thread that is running; one that Python does not know becomes a dummy. */
    static PyThread current() {
        if (Identity.current() instanceof PyThread known) {
            return known;
        }
        PyThread dummy = new PyThread(TYPE);
        dummy.name = "Dummy-" + COUNT.incrementAndGet();
        dummy.daemon = true;
        dummy.initialised = true;
        dummy.started = true;
        dummy.ident = IDENTS.addAndGet(256);
        Identity.adopt(dummy);
        return dummy;
    }

    /** Returns the thread that is running, under a name even if {@code _thread} has started it. */
    static PyThread named() {
        PyThread known = current();
        if (known.unknown) {
            known.name = "Dummy-" + COUNT.incrementAndGet();
            known.unknown = false;
        }
        return known;
    }

    private static PyThread of(Object[] a) {
        return of(a[0]);
    }

    private static PyThread of(Object self) {
        return (PyThread) self;
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method(
                "__init__",
                "group=None, target=None, name=None, args=, kwargs=None, *, daemon=None",
                PyThread::init,
                PyTuple.EMPTY);
        type.method(
                "start",
                0,
                0,
                a -> {
                    of(a).startAhead();
                    return None.NONE;
                });
        type.method("run", 0, 0, a -> of(a).run());
        type.method("join", "timeout=None", a -> of(a).join(a[1]));
        type.method("is_alive", 0, 0, a -> of(a).isAlive());
        Deprecations.attribute(type, "name", "getName", "setName");
        Deprecations.attribute(type, "daemon", "isDaemon", "setDaemon");
        type.getter("name", s -> of(s).name, (s, v) -> of(s).name = Text.str(v));
        type.getter("daemon", s -> of(s).daemon, (s, v) -> of(s).setDaemon(v));
        type.getter("_name", s -> of(s).name, (s, v) -> of(s).name = Text.str(v));
        type.getter("_target", s -> of(s).target, (s, v) -> of(s).target = v);
        type.getter("_args", s -> of(s).args, (s, v) -> of(s).args = v);
        type.getter("_kwargs", s -> of(s).kwargs, (s, v) -> of(s).kwargs = v);
        type.getter("ident", s -> of(s).ident);
        type.getter("native_id", s -> of(s).ident);
        type.method("__repr__", 0, 0, a -> of(a).text());
    }

    private static Object init(Object[] a) {
        PyThread self = of(a);
        if (a[1] != None.NONE) {
            throw Errors.assertion("group argument must be None for now");
        }
        self.target = a[2];
        if (a[3] != None.NONE) {
            self.name = Text.str(a[3]);
        } else {
            self.name = "Thread-" + COUNT.incrementAndGet();
            if (a[2] != None.NONE) {
                try {
                    self.name +=
                            " (%s)"
                                    .formatted(
                                            Text.str(
                                                    dev.polyloom.python.runtime.object.Attributes
                                                            .get(a[2], "__name__")));
                } catch (PyException e) {
                    if (!e.is(Exceptions.ATTRIBUTE_ERROR)) {
                        throw e;
                    }
                }
            }
        }
        self.args = a[4];
        self.kwargs = a[5] == None.NONE ? new PyDict() : a[5];
        self.daemon = a[6] == None.NONE ? current().daemon : Text.truth(a[6]);
        self.initialised = true;
        return None.NONE;
    }

    private void setDaemon(Object value) {
        if (started) {
            throw Errors.runtime("cannot set daemon status of active thread");
        }
        daemon = Text.truth(value);
    }

    /** Starts the thread, and lets it run until it first blocks. */
    void startAhead() {
        start();
        if (RUNNING.get() <= PLATFORM_THREADS) {
            headStart.await(current().headStart);
        }
    }

    @Override
    protected boolean hasPlainSlots() {
        return true;
    }

    @Override
    public void blocks() {
        headStart.end();
        Turn mine = turn;
        if (mine != null) {
            turn = null;
            mine.end();
        }
    }

    /** Keeps a turn until the thread, which is the calling one, blocks or ends. */
    void keep(Turn mine) {
        turn = mine;
    }

    /** Starts the thread. */
    void start() {
        synchronized (this) {
            if (!initialised) {
                throw Errors.runtime("thread.__init__() not called");
            }
            if (started) {
                throw Errors.runtime("threads can only be started once");
            }
            started = true;
            setRealm(ThreadState.get().realm());
            ident = IDENTS.addAndGet(256);
        }
        ALIVE.put(ident, this);
        ThreadBuilder builder = Threads.builder().name(name).daemon(true);
        if (RUNNING.incrementAndGet() > PLATFORM_THREADS) {
            builder = builder.virtual();
        } else {
            builder = builder.stackSize(STACK);
        }
        try {
            launch(builder, this::work);
        } catch (SpawnException e) {
            forget();
            synchronized (this) {
                started = false;
                ident = None.NONE;
            }
            throw Errors.runtime("can't start new thread");
        }
    }

    private void forget() {
        ALIVE.remove(ident);
        RUNNING.decrementAndGet();
    }

    /** Starts a thread that may use the objects of the running one. */
    private static ThreadHandle<?> launch(ThreadBuilder builder, Runnable body) {
        Sharing.starting();
        boolean started = false;
        try {
            ThreadHandle<?> handle =
                    builder.start(() -> {
                        try {
                            body.run();
                        } finally {
                            Sharing.ended();
                        }
                    });
            started = true;
            return handle;
        } finally {
            if (!started) {
                Sharing.ended();
            }
        }
    }

    private void work() {
        Identity.adopt(this);
        Depth.begin(CALLS_BEFORE_RUN);
        headStart.begin();
        GlobalLock.enter();
        Realm realm = realm();
        if (realm != null) {
            realm.enter();
        }
        try {
            Calls.method(this, "run");
        } catch (ThreadDeathError e) {
            return; // its process has ended
        } catch (RuntimeException | Error e) {
            report(Errors.caught(e));
        } finally {
            Drops.ended();
            Drops.point();
            if (realm != null) {
                realm.leave();
            }
            forget();
            synchronized (this) {
                finished = true;
                notifyAll();
            }
            GlobalLock.leave();
            blocks();
        }
    }

    private void report(PyException error) {
        Object hook = ThreadingModule.hook();
        if (hook != None.NONE) {
            Calls.call(hook, ThreadingModule.hookArguments(error, this));
            return;
        }
        if (error.is(Exceptions.SYSTEM_EXIT)) {
            return;
        }
        Main.complain("Exception in thread %s:\n%s".formatted(name, TracebackText.of(error)));
    }

    private Object run() {
        if (target != None.NONE) {
            var call = Calls.arguments().addAll(args);
            if (kwargs instanceof PyDict named) {
                call.addNamed(named);
            }
            try {
                call.call(target);
            } finally {
                target = None.NONE;
                args = PyTuple.EMPTY;
                kwargs = None.NONE;
            }
        }
        return None.NONE;
    }

    private Object join(Object timeout) {
        if (!started) {
            throw Errors.runtime("cannot join thread before it is started");
        }
        if (this == current()) {
            throw Errors.runtime("cannot join current thread");
        }
        synchronized (this) {
            Waiting.until(this, () -> finished, Waiting.deadline(timeout));
        }
        return None.NONE;
    }

    synchronized boolean isAlive() {
        return started && !finished;
    }

    String name() {
        return name;
    }

    Object ident() {
        return ident;
    }

    /** Returns the threads that have started and not ended. */
    static List<PyThread> alive() {
        main();
        List<PyThread> all;
        synchronized (ALIVE) {
            all = new ArrayList<>(ALIVE.values());
        }
        Realm realm = Realm.current();
        all.removeIf(each -> each.finished || each.unknown || each.realm() != realm);
        return all;
    }

    /** Waits for all threads of the process that are no daemons. */
    static void shutDown() {
        PoolEndings.over(null);
        synchronized (main()) {
            main().finished = true;
            main().notifyAll();
        }
        awaitThreads(null);
        main().finished = false;
    }

    private static void awaitThreads(@Nullable Realm realm) {
        PoolEndings.endAll(realm);
        try {
            for (PyThread each = next(realm); each != null; each = next(realm)) {
                PyThread waited = each;
                synchronized (waited) {
                    Waiting.until(waited, () -> waited.finished, Waiting.FOREVER);
                }
            }
        } finally {
            PoolEndings.gone(realm);
        }
    }

    /**
     * Runs a process in a thread of its own, the main thread of that process, and waits there for
     * the threads that the process has started.
     *
     * @param ended is told when all is done
     */
    public static void startProcess(Realm realm, Runnable body, Runnable ended) {
        PyThread main = new PyThread(TYPE);
        main.name = "MainThread";
        main.daemon = false;
        main.initialised = true;
        main.started = true;
        main.ident = IDENTS.addAndGet(256);
        main.setRealm(realm);
        ThreadBuilder builder = Threads.builder().name("process " + realm.pid()).daemon(true);
        launch(
                builder.stackSize(STACK),
                () -> {
                    Identity.adopt(main);
                    GlobalLock.enter();
                    realm.enter();
                    try {
                        body.run();
                        awaitThreads(realm);
                    } catch (ThreadDeathError e) {
                        main.finished = true;
                    } finally {
                        realm.leave();
                        ended.run();
                        GlobalLock.leave();
                    }
                });
    }

    private static @Nullable PyThread next(@Nullable Realm realm) {
        synchronized (ALIVE) {
            return ALIVE.values().stream()
                    .filter(each -> each != main() && each.realm() == realm)
                    .filter(each -> !each.daemon && !each.finished)
                    .findFirst()
                    .orElse(null);
        }
    }

    private String text() {
        String status = !started ? "initial" : finished ? "stopped" : "started";
        return "<%s(%s, %s%s%s)>"
                .formatted(
                        this == main() ? "_MainThread" : type().name(),
                        name,
                        status,
                        daemon ? " daemon" : "",
                        ident == None.NONE ? "" : " " + ident);
    }

    /** Starts a thread that ends with the program, under the next number and a name. */
    public static PyThread startWorker(String name, Runnable body) {
        PyThread made = of("Thread-%d (%s)".formatted(COUNT.incrementAndGet(), name), true, body);
        made.startAhead();
        return made;
    }

    /** Leaves numbers of threads to those that CPython has and that are not needed here. */
    public static void skipNumbers(int count) {
        COUNT.addAndGet(count);
    }

    /** Makes a thread that the module {@code threading} does not list. */
    static PyThread unknown(Runnable body) {
        PyThread made = of("_thread", true, body);
        made.unknown = true;
        return made;
    }

    /** Makes a thread of the library that runs a body. */
    static PyThread of(String name, boolean daemon, Runnable body) {
        PyThread made = new PyThread(TYPE);
        made.target =
                dev.polyloom.python.runtime.object.Builtin.function(
                        name,
                        0,
                        0,
                        a -> {
                            body.run();
                            return None.NONE;
                        });
        made.name = name;
        made.daemon = daemon;
        made.initialised = true;
        return made;
    }
}
