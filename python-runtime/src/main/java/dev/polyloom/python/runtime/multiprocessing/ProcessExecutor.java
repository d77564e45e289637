package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.library.MapResults;
import dev.polyloom.python.runtime.library.PoolEndings;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code concurrent.futures.ProcessPoolExecutor}. */
public final class ProcessExecutor extends PyObject {
    /** The type. */
    public static final PyType TYPE =
            PyType.library("ProcessPoolExecutor", Types.OBJECT, ProcessExecutor::fill)
                    .module("concurrent.futures.process")
                    .allocator(ProcessExecutor::new);

    private static final PyType WORKER =
            PyType.library("ForkProcess", PyProcess.BASE, null).module("multiprocessing.context");

    private @Nullable WorkerPool workers;
    private CallQueue calls = new CallQueue(1);
    private long most;
    private boolean closed;
    private volatile boolean broken;

    private ProcessExecutor(PyType type) {
        super(type);
    }

    private static ProcessExecutor of(Object[] a) {
        return (ProcessExecutor) a[0];
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method(
                "__init__",
                "max_workers=None, mp_context=None, initializer=None, initargs=, *,"
                        + " max_tasks_per_child=None",
                ProcessExecutor::init,
                PyTuple.EMPTY);
        type.method(
                "submit",
                "fn, /, *args, **kwargs",
                a -> of(a).submit(a[1], PyTuple.of(a[2], a[3])));
        type.method(
                "map",
                "fn, *iterables, timeout=None, chunksize=1",
                a -> of(a).map(a[1], a[4], a[2], Numbers.index(a[3])));
        type.method(
                "shutdown",
                "wait=True, *, cancel_futures=False",
                a -> of(a).shutDown(Text.truth(a[1]), Text.truth(a[2])));
        type.method("__enter__", 0, 0, a -> a[0]);
        type.method(
                "__exit__",
                3,
                3,
                a -> {
                    of(a).shutDown(true, false);
                    return false;
                });
        type.getter("_max_workers", self -> ((ProcessExecutor) self).most);
    }

    private static Object init(Object[] a) {
        ProcessExecutor self = of(a);
        self.most =
                a[1] == None.NONE
                        ? Runtime.getRuntime().availableProcessors()
                        : Numbers.index(a[1]);
        if (self.most <= 0) {
            throw Errors.value("max_workers must be greater than 0");
        }
        Object initializer = a[3];
        Object args = a[4];
        self.calls = new CallQueue(self.most + 1);
        self.workers =
                new WorkerPool(
                        WORKER,
                        "ForkProcess",
                        false,
                        () -> {
                            if (initializer != None.NONE) {
                                Calls.arguments().addAll(args).call(initializer);
                            }
                            self.calls.fill();
                        },
                        a[5] == None.NONE ? -1 : Numbers.index(a[5]));
        self.workers.onDeath(self::broken);
        return None.NONE;
    }

    /** Fails all work, because a worker has died over some. */
    private void broken(List<WorkerPool.Work> lost) {
        broken = true;
        lost.forEach(each -> each.failed().accept(problem()));
    }

    private static PyException problem() {
        return Errors.of(
                (PyType) Modules.member("concurrent.futures.process", "BrokenProcessPool"),
                "A process in the process pool was terminated abruptly while the future was"
                        + " running or pending.");
    }

    private Object submit(Object function, PyTuple arguments) {
        WorkerPool own = workers;
        if (broken) {
            throw Errors.of(
                    (PyType) Modules.member("concurrent.futures.process", "BrokenProcessPool"),
                    "A child process terminated abruptly, the process pool is not usable anymore");
        }
        if (own == null || closed) {
            throw Errors.runtime("cannot schedule new futures after shutdown");
        }
        Object future = Calls.call(Modules.member("concurrent.futures", "Future"));
        if (own.isHurt()) {
            own.breakDown();
            Calls.method(future, "set_exception", problem());
            return future;
        }
        PyTuple sent;
        try {
            sent = (PyTuple) Pickling.sent(PyTuple.of(function, arguments));
        } catch (PyException e) {
            Calls.method(future, "set_exception", e);
            return future;
        }
        PoolEndings.opened(this, () -> shutDown(true, false));
        PyTuple parts = (PyTuple) sent.get(1);
        CallQueue.Item item = calls.add(future);
        own.add(
                new WorkerPool.Work(
                        () -> calls.take(item),
                        () -> Text.truth(Calls.method(future, "cancel")),
                        () ->
                                Calls.arguments()
                                        .addAll(parts.get(0))
                                        .addNamed(parts.get(1))
                                        .call(sent.get(0)),
                        value -> {
                            calls.fill();
                            Calls.method(future, "set_result", value);
                        },
                        error -> {
                            calls.fill();
                            Calls.method(future, "set_exception", error);
                        }));
        own.grow(most);
        return future;
    }

    private PyIterator map(Object function, Object sources, Object timeout, long chunk) {
        if (chunk < 1) {
            throw Errors.value("chunksize must be >= 1.");
        }
        return MapResults.of("_chain_from_iterable_of_lists", this, function, sources, timeout);
    }

    private Object shutDown(boolean wait, boolean cancel) {
        closed = true;
        PoolEndings.closed(this);
        WorkerPool own = workers;
        if (own == null) {
            return None.NONE;
        }
        if (cancel) {
            own.dropAll();
        }
        own.close();
        if (wait) {
            own.join();
        }
        return None.NONE;
    }
}
