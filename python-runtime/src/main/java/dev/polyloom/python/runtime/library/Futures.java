package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.TracebackText;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** {@code concurrent.futures.Future}. */
final class Futures extends PyObject {
    static final PyType ERROR =
            PyType.library("Error", Exceptions.EXCEPTION, null).module("concurrent.futures._base");
    static final PyType BROKEN =
            PyType.library("BrokenExecutor", Exceptions.named("RuntimeError"), null)
                    .module("concurrent.futures._base");
    static final PyType BROKEN_THREADS =
            PyType.library("BrokenThreadPool", BROKEN, null).module("concurrent.futures.thread");
    static final PyType BROKEN_PROCESSES =
            PyType.library("BrokenProcessPool", BROKEN, null).module("concurrent.futures.process");
    static final PyType CANCELLED_ERROR =
            PyType.library("CancelledError", ERROR, null).module("concurrent.futures._base");
    static final PyType INVALID =
            PyType.library("InvalidStateError", ERROR, null).module("concurrent.futures._base");
    static final PyType TYPE =
            PyType.library("Future", Types.OBJECT, Futures::fill)
                    .module("concurrent.futures._base")
                    .allocator(Futures::new);

    private enum State {
        PENDING,
        RUNNING,
        CANCELLED,
        FINISHED
    }

    private State state = State.PENDING;
    private Object value = None.NONE;
    private @Nullable PyException failure;
    private final List<Object> callbacks = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    Futures(PyType type) {
        super(type);
    }

    private static Futures of(Object[] a) {
        return (Futures) a[0];
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method("result", "timeout=None", a -> of(a).result(a[1]));
        type.method("exception", "timeout=None", a -> of(a).exception(a[1]));
        type.method("done", 0, 0, a -> of(a).isDone());
        type.method("running", 0, 0, a -> of(a).is(State.RUNNING));
        type.method("cancelled", 0, 0, a -> of(a).is(State.CANCELLED));
        type.method("cancel", 0, 0, a -> of(a).cancel());
        type.method("add_done_callback", 1, 1, a -> of(a).listen(a[1]));
        type.method(
                "set_result",
                1,
                1,
                a -> {
                    of(a).finish(a[1], null);
                    return None.NONE;
                });
        type.method(
                "set_exception",
                1,
                1,
                a -> {
                    of(a).finish(None.NONE, (PyException) a[1]);
                    return None.NONE;
                });
        type.method("set_running_or_notify_cancel", 0, 0, a -> of(a).begin());
        type.method("__repr__", 0, 0, a -> of(a).text());
    }

    private synchronized boolean is(State wanted) {
        return state == wanted;
    }

    synchronized boolean isDone() {
        return state == State.FINISHED || state == State.CANCELLED;
    }

    /** Tells whether it has ended with an exception. */
    synchronized boolean hasFailed() {
        return failure != null;
    }

    private synchronized void await(Object timeout) {
        if (!Waiting.until(this, this::isDone, Waiting.deadline(timeout))) {
            throw Errors.of(Exceptions.TIMEOUT_ERROR);
        }
        if (state == State.CANCELLED) {
            throw Errors.of(CANCELLED_ERROR);
        }
    }

    Object result(Object timeout) {
        await(timeout);
        PyException error = failure;
        if (error != null) {
            throw error.passedOn();
        }
        return value;
    }

    private Object exception(Object timeout) {
        await(timeout);
        PyException error = failure;
        return error == null ? None.NONE : error;
    }

    static PyException broken() {
        return Errors.of(
                BROKEN_THREADS,
                "A thread initializer failed, the thread pool is not usable anymore");
    }

    /** Cancels it unless it runs or has ended, and tells whether it is cancelled. */
    boolean cancel() {
        synchronized (this) {
            if (state == State.RUNNING || state == State.FINISHED) {
                return false;
            }
            if (state == State.CANCELLED) {
                return true;
            }
            state = State.CANCELLED;
            notifyAll();
        }
        tell();
        return true;
    }

    /** Notes that it runs, unless it has been cancelled. */
    synchronized boolean begin() {
        if (state == State.PENDING) {
            state = State.RUNNING;
            return true;
        }
        return false;
    }

    void finish(Object result, @Nullable PyException error) {
        synchronized (this) {
            if (isDone()) {
                throw Errors.of(INVALID, "%s: %s".formatted(state, Text.repr(this)));
            }
            value = result;
            failure = error;
            state = State.FINISHED;
            notifyAll();
        }
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
        List<Object> all;
        synchronized (this) {
            all = List.copyOf(callbacks);
            callbacks.clear();
        }
        all.forEach(this::tell);
    }

    private void tell(Object callback) {
        try {
            Calls.call(callback, this);
        } catch (RuntimeException | Error e) {
            Main.complain(
                    "exception calling callback for "
                            + Text.repr(this)
                            + "\n"
                            + TracebackText.of(Errors.caught(e)));
        }
    }

    private Object listen(Object callback) {
        synchronized (this) {
            if (!isDone()) {
                callbacks.add(callback);
                return None.NONE;
            }
        }
        tell(callback);
        return None.NONE;
    }

    /** Tells somebody of the end, at once if that was before. */
    void onEnd(Runnable listener) {
        synchronized (this) {
            if (!isDone()) {
                listeners.add(listener);
                return;
            }
        }
        listener.run();
    }

    private synchronized String text() {
        String what = state.name().toLowerCase(Locale.ROOT);
        String more = "";
        if (state == State.FINISHED) {
            PyException error = failure;
            more =
                    error != null
                            ? " raised " + error.type().name()
                            : " returned " + Types.of(value).name();
        }
        return "<Future at %s state=%s%s>".formatted(Text.address(this), what, more);
    }
}
