package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.library.Waiting;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link Pool} promises: the results of several parts. */
final class PoolResult extends PyObject {
    static final PyType TYPE =
            PyType.library("AsyncResult", Types.OBJECT, PoolResult::fill)
                    .module("multiprocessing.pool");
    private static final PyType MAP =
            PyType.library("MapResult", TYPE, null).module("multiprocessing.pool");

    private final List<@Nullable Object> parts = new ArrayList<>();
    private final Deque<Object> arrived = new ArrayDeque<>();
    private final Object callback;
    private final Object errorCallback;
    private final boolean single;
    private @Nullable PyException failure;
    private int open;
    private boolean ready;

    /**
     * Makes one.
     *
     * @param count how many parts it has
     * @param single whether the one value of the one part is the result
     */
    PoolResult(int count, Object callback, Object errorCallback, boolean single) {
        super(single ? TYPE : MAP);
        this.open = count;
        this.callback = callback;
        this.errorCallback = errorCallback;
        this.single = single;
        this.ready = count == 0;
        for (int i = 0; i < count; i++) {
            parts.add(null);
        }
    }

    private static PoolResult of(Object[] a) {
        return (PoolResult) a[0];
    }

    private static void fill(PyType type) {
        type.method("get", "timeout=None", a -> of(a).get(a[1]));
        type.method(
                "wait",
                "timeout=None",
                a -> {
                    of(a).await(a[1]);
                    return None.NONE;
                });
        type.method("ready", 0, 0, a -> of(a).isReady());
        type.method("successful", 0, 0, a -> of(a).isSuccessful());
    }

    private synchronized boolean isReady() {
        return ready;
    }

    private synchronized boolean isSuccessful() {
        if (!ready) {
            throw Errors.value("%s not ready".formatted(Text.repr(this)));
        }
        return failure == null;
    }

    private synchronized boolean await(Object timeout) {
        return Waiting.until(this, () -> ready, Waiting.deadline(timeout));
    }

    synchronized Object get(Object timeout) {
        if (!await(timeout)) {
            throw timeout();
        }
        PyException error = failure;
        if (error != null) {
            throw error.passedOn();
        }
        return value();
    }

    private Object value() {
        PyList all = new PyList();
        for (Object each : parts) {
            if (each instanceof PyList values) {
                all.extend(values);
            }
        }
        return single ? all.get(0) : all;
    }

    void done(int part, PyList values) {
        arrived(part, values, null);
    }

    void failed(int part, PyException error) {
        arrived(part, error, error);
    }

    private void arrived(int part, Object result, @Nullable PyException error) {
        boolean last;
        synchronized (this) {
            parts.set(part, result);
            arrived.add(result);
            failure = failure == null ? error : failure;
            open--;
            last = open == 0;
        }
        if (last) {
            tell();
        }
        synchronized (this) {
            ready |= last;
            notifyAll();
        }
    }

    private void tell() {
        PyException error = failure;
        if (error == null && callback != None.NONE) {
            Calls.call(callback, value());
        } else if (error != null && errorCallback != None.NONE) {
            Calls.call(errorCallback, error);
        }
    }

    private synchronized @Nullable Object part(int index, long deadline) {
        Waiting.until(this, () -> parts.get(index) != null, deadline);
        return parts.get(index);
    }

    private synchronized @Nullable Object nextArrived(long deadline) {
        Waiting.until(this, () -> !arrived.isEmpty(), deadline);
        return arrived.poll();
    }

    /** Returns an iterator over the values, in their order or in that in which they arrive. */
    PyIterator iterator(boolean ordered) {
        return new MapIterator(
                ordered ? this::part : (index, deadline) -> nextArrived(deadline), parts.size());
    }

    static PyException timeout() {
        return Errors.of((PyType) Modules.member("multiprocessing", "TimeoutError"));
    }
}
