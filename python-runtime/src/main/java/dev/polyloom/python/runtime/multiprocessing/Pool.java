package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code multiprocessing.Pool}. */
final class Pool extends PyObject {
    static final PyType TYPE =
            PyType.library("Pool", Types.OBJECT, Pool::fill)
                    .module("multiprocessing.pool")
                    .allocator(Pool::new);
    static final PyType OF_THREADS =
            PyType.library("ThreadPool", TYPE, Pool::fillThreads).module("multiprocessing.pool");

    private static final PyType WORKER =
            PyType.library("ForkProcess", PyProcess.BASE, null).module("multiprocessing.context");

    private @Nullable WorkerPool workers;
    private long size;
    private String state = "RUN";

    private Pool(PyType type) {
        super(type);
    }

    private static void fillThreads(PyType type) {
        type.method(
                "__init__",
                "processes=None, initializer=None, initargs=",
                a -> init(new Object[] {a[0], a[1], a[2], a[3], None.NONE}),
                PyTuple.EMPTY);
    }

    private static Pool of(Object[] a) {
        return (Pool) a[0];
    }

    private static void fill(PyType type) {
        type.method(
                "__init__",
                "processes=None, initializer=None, initargs=, maxtasksperchild=None, context=None",
                Pool::init,
                PyTuple.EMPTY);
        type.method(
                "apply",
                "func, args=, kwds=",
                a -> of(a).apply(a).get(None.NONE),
                PyTuple.EMPTY,
                new PyDict());
        type.method(
                "apply_async",
                "func, args=, kwds=, callback=None, error_callback=None",
                a -> of(a).apply(a),
                PyTuple.EMPTY,
                new PyDict());
        for (boolean star : new boolean[] {false, true}) {
            String name = star ? "starmap" : "map";
            type.method(
                    name,
                    "func, iterable, chunksize=None",
                    a -> of(a).map(a, star, None.NONE, None.NONE).get(None.NONE));
            type.method(
                    name + "_async",
                    "func, iterable, chunksize=None, callback=None, error_callback=None",
                    a -> of(a).map(a, star, a[4], a[5]));
        }
        type.method("imap", "func, iterable, chunksize=1", a -> of(a).lazy(a, true));
        type.method("imap_unordered", "func, iterable, chunksize=1", a -> of(a).lazy(a, false));
        type.method("close", 0, 0, a -> of(a).close());
        type.method("terminate", 0, 0, a -> of(a).terminate());
        type.method("join", 0, 0, a -> of(a).join());
        type.method("__enter__", 0, 0, a -> of(a).entered());
        type.method("__exit__", 3, 3, a -> of(a).terminate());
        type.getter("_processes", self -> ((Pool) self).size);
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        "<multiprocessing.pool.%s state=%s pool_size=%d>"
                                .formatted(of(a).type().name(), of(a).state, of(a).size));
    }

    private static Object init(Object[] a) {
        Pool self = of(a);
        self.size =
                a[1] == None.NONE
                        ? Runtime.getRuntime().availableProcessors()
                        : Numbers.index(a[1]);
        if (self.size < 1) {
            throw Errors.value("Number of processes must be at least 1");
        }
        Object initializer = a[2];
        Object args = a[3];
        Runnable first =
                () -> {
                    if (initializer != None.NONE) {
                        Calls.arguments().addAll(args).call(initializer);
                    }
                };
        WorkerPool made =
                self.type().isSubtypeOf(OF_THREADS)
                        ? new ThreadWorkers(first)
                        : new WorkerPool(
                                WORKER,
                                "ForkPoolWorker",
                                true,
                                first,
                                a[4] == None.NONE ? -1 : Numbers.index(a[4]));
        self.workers = made;
        made.grow(self.size);
        return None.NONE;
    }

    private WorkerPool workers() {
        WorkerPool own = workers;
        if (own == null || !state.equals("RUN")) {
            throw Errors.value("Pool not running");
        }
        return own;
    }

    private Object entered() {
        workers();
        return this;
    }

    private PoolResult apply(Object[] a) {
        WorkerPool own = workers();
        PoolResult result =
                new PoolResult(
                        1, a.length > 4 ? a[4] : None.NONE, a.length > 5 ? a[5] : None.NONE, true);
        submit(
                own,
                result,
                0,
                () -> {
                    Object[] sent = {own.sent(a[1]), own.sent(a[2]), own.sent(a[3])};
                    return () ->
                            PyList.of(
                                    Calls.arguments()
                                            .addAll(sent[1])
                                            .addNamed(sent[2])
                                            .call(sent[0]));
                });
        return result;
    }

    /** Makes a piece of work, which fails where its values cannot travel. */
    private interface Sent {
        Supplier<Object> prepare();
    }

    private static void submit(WorkerPool own, PoolResult result, int part, Sent sent) {
        Supplier<Object> body;
        try {
            body = sent.prepare();
        } catch (PyException e) {
            result.failed(part, e);
            return;
        }
        own.add(
                new WorkerPool.Work(
                        () -> true,
                        () -> true,
                        body,
                        values -> result.done(part, (PyList) values),
                        error -> result.failed(part, error)));
    }

    private static List<PyTuple> chunks(List<Object> values, long size) {
        List<PyTuple> chunks = new ArrayList<>();
        for (int from = 0; from < values.size(); from += (int) size) {
            int to = (int) Math.min(values.size(), from + size);
            chunks.add(PyTuple.of(values.subList(from, to).toArray()));
        }
        return chunks;
    }

    private PoolResult map(Object[] a, boolean star, Object callback, Object errorCallback) {
        WorkerPool own = workers();
        List<Object> values = Iteration.toList(a[2]);
        long chunk =
                a[3] != None.NONE
                        ? Numbers.index(a[3])
                        : Math.max(1, Math.ceilDiv(values.size(), size * 4));
        List<PyTuple> chunks = chunks(values, chunk);
        PoolResult result = new PoolResult(chunks.size(), callback, errorCallback, false);
        submitAll(own, result, a[1], chunks, star);
        return result;
    }

    private static void submitAll(
            WorkerPool own,
            PoolResult result,
            Object function,
            List<PyTuple> chunks,
            boolean star) {
        for (int i = 0; i < chunks.size(); i++) {
            PyTuple chunk = chunks.get(i);
            submit(
                    own,
                    result,
                    i,
                    () -> {
                        Object called = own.sent(function);
                        Object sent = own.sent(chunk);
                        return () -> results(called, (PyTuple) sent, star);
                    });
        }
    }

    private static PyList results(Object function, PyTuple values, boolean star) {
        PyList all = new PyList();
        for (Object each : values.asList()) {
            all.append(
                    star
                            ? Calls.arguments().addAll(each).call(function)
                            : Calls.call(function, each));
        }
        return all;
    }

    private PyIterator lazy(Object[] a, boolean ordered) {
        WorkerPool own = workers();
        long chunk = Numbers.index(a[3]);
        if (chunk < 1) {
            throw Errors.value("Chunksize must be 1+, not %s".formatted(Text.str(a[3])));
        }
        List<PyTuple> chunks = chunks(Iteration.toList(a[2]), chunk);
        PoolResult result = new PoolResult(chunks.size(), None.NONE, None.NONE, false);
        submitAll(own, result, a[1], chunks, false);
        return result.iterator(ordered);
    }

    private Object close() {
        if (state.equals("RUN")) {
            workers().close();
            state = "CLOSE";
        }
        return None.NONE;
    }

    private Object terminate() {
        WorkerPool own = workers;
        state = "TERMINATE";
        if (own != null) {
            own.terminate();
        }
        return None.NONE;
    }

    private Object join() {
        if (state.equals("RUN")) {
            throw Errors.value("Pool is still running");
        }
        WorkerPool own = workers;
        if (own != null) {
            own.join();
        }
        return None.NONE;
    }
}
