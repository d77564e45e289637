package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.ObjectFunctions;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.TracebackText;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** {@code concurrent.futures.ThreadPoolExecutor}. */
final class Executor extends PyObject {
    static final PyType TYPE =
            PyType.library("ThreadPoolExecutor", Types.OBJECT, Executor::fill)
                    .module("concurrent.futures.thread")
                    .allocator(Executor::new);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private record Work(Futures future, Object function, PyTuple args, PyDict named) {}

    private final Deque<Work> queue = new ArrayDeque<>();
    private final List<PyThread> threads = new ArrayList<>();
    private final Waiting.Line line = new Waiting.Line();
    private long most;
    private int idle;
    private String prefix = "";
    private boolean broken;
    private Object initializer = None.NONE;
    private Object initargs = PyTuple.EMPTY;
    private boolean closed;

    private Executor(PyType type) {
        super(type);
    }

    private static Executor of(Object[] a) {
        return (Executor) a[0];
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method(
                "__init__",
                "max_workers=None, thread_name_prefix='', initializer=None, initargs=",
                Executor::init,
                PyTuple.EMPTY);
        type.method(
                "submit",
                "fn, /, *args, **kwargs",
                a -> of(a).submit(a[1], (PyTuple) a[2], (PyDict) a[3]));
        type.method(
                "map",
                "fn, *iterables, timeout=None, chunksize=1",
                a ->
                        MapResults.of(
                                "Executor.map.<locals>.result_iterator", a[0], a[1], a[4], a[2]));
        type.method(
                "shutdown",
                "wait=True, *, cancel_futures=False",
                a -> of(a).shutDown(Text.truth(a[1]), Text.truth(a[2])));
        type.method("__enter__", 0, 0, a -> a[0]);
        type.method(
                "__exit__",
                0,
                3,
                a -> {
                    Calls.methodNamed(a[0], "shutdown", Calls.names("wait"), true);
                    return false;
                });
        type.getter("_max_workers", self -> ((Executor) self).most);
    }

    private static Object init(Object[] a) {
        Executor self = of(a);
        self.most =
                a[1] == None.NONE
                        ? Math.min(32, Runtime.getRuntime().availableProcessors() + 4)
                        : Numbers.index(a[1]);
        if (self.most <= 0) {
            throw Errors.value("max_workers must be greater than 0");
        }
        if (a[3] != None.NONE && !ObjectFunctions.isCallable(a[3])) {
            throw Errors.type("initializer must be a callable");
        }
        String given = Text.str(a[2]);
        self.prefix = given.isEmpty() ? "ThreadPoolExecutor-" + COUNT.getAndIncrement() : given;
        self.initializer = a[3];
        self.initargs = a[4];
        return None.NONE;
    }

    private Futures submit(Object function, PyTuple args, PyDict named) {
        Futures future = new Futures(Futures.TYPE);
        PyThread fresh = null;
        synchronized (this) {
            if (broken) {
                throw Futures.broken();
            }
            if (closed) {
                throw Errors.runtime("cannot schedule new futures after shutdown");
            }
            if (PoolEndings.isOver()) {
                throw Errors.runtime("cannot schedule new futures after interpreter shutdown");
            }
            queue.add(new Work(future, function, args, named));
            line.call(this, 1);
            if (idle > 0) {
                idle--;
            } else if (threads.size() < most) {
                fresh = PyThread.of("%s_%d".formatted(prefix, threads.size()), false, this::work);
                threads.add(fresh);
                PoolEndings.opened(this, () -> shutDown(true, false));
            }
        }
        if (fresh != null) {
            fresh.startAhead();
        }
        return future;
    }

    private void work() {
        if (!initialise()) {
            return;
        }
        for (Work next = take(false); next != null; next = take(true)) {
            run(next);
        }
    }

    /** Calls what the program wants called in each thread, and tells whether that went well. */
    private boolean initialise() {
        try {
            if (initializer != None.NONE) {
                Signals.call(initializer, initargs, None.NONE);
            }
            return true;
        } catch (RuntimeException | Error e) {
            Main.complain("Exception in initializer:\n" + TracebackText.of(Errors.caught(e)));
            List<Work> lost;
            synchronized (this) {
                broken = true;
                lost = List.copyOf(queue);
                queue.clear();
            }
            lost.forEach(each -> each.future.finish(None.NONE, Futures.broken()));
            return false;
        }
    }

    private synchronized @Nullable Work take(boolean again) {
        if (again && queue.isEmpty()) {
            idle++;
        }
        while (queue.isEmpty() && !closed) {
            line.stand(this, Waiting.FOREVER);
        }
        return queue.poll();
    }

    private static void run(Work work) {
        if (!work.future.begin()) {
            return;
        }
        Object result;
        try {
            result = Calls.arguments().addAll(work.args).addNamed(work.named).call(work.function);
        } catch (RuntimeException | Error e) {
            work.future.finish(None.NONE, Errors.caught(e));
            return;
        }
        work.future.finish(result, null);
    }

    private Object shutDown(boolean wait, boolean cancel) {
        PoolEndings.closed(this);
        List<PyThread> all;
        List<Work> dropped = new ArrayList<>();
        synchronized (this) {
            closed = true;
            if (cancel) {
                dropped.addAll(queue);
                queue.clear();
            }
            line.call(this, Long.MAX_VALUE);
            all = List.copyOf(threads);
        }
        dropped.forEach(work -> work.future.cancel());
        if (wait) {
            all.forEach(thread -> Calls.method(thread, "join"));
        }
        return None.NONE;
    }
}
