package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/** What {@code asyncio.gather} returns: the results of several futures as one. */
final class Gathering extends Future {
    private static final PyType GATHERING =
            PyType.library("_GatheringFuture", TYPE, null).module("asyncio.tasks");

    private final List<Future> children;
    private final boolean returnsErrors;
    private final long count;
    private long ended;
    private boolean cancelRequested;

    private Gathering(EventLoop loop, List<Future> children, long count, boolean returnsErrors) {
        super(GATHERING);
        setLoop(loop);
        this.children = children;
        this.count = count;
        this.returnsErrors = returnsErrors;
    }

    static Future of(PyTuple values, boolean returnsErrors) {
        if (values.size() == 0) {
            Future empty = new Future(EventLoops.get());
            empty.setResult(new PyList());
            return empty;
        }
        IdentityHashMap<Object, Future> known = new IdentityHashMap<>();
        List<Future> children = new ArrayList<>();
        List<Future> distinct = new ArrayList<>();
        for (Object value : values.asList()) {
            Future future = known.get(value);
            if (future == null) {
                future =
                        distinct.isEmpty()
                                ? EventLoops.ensureFuture(value)
                                : EventLoops.ensureFuture(value, distinct.getFirst().loop());
                known.put(value, future);
                distinct.add(future);
            }
            children.add(future);
        }
        EventLoop loop = distinct.getFirst().loop();
        Gathering outer = new Gathering(loop, children, distinct.size(), returnsErrors);
        Ending ending = Ending.at("gather.<locals>._done_callback", "tasks.py:764", outer::ended);
        distinct.forEach(each -> each.onEnd(ending));
        return outer;
    }

    private void ended(Future child) {
        ended++;
        if (isDone()) {
            child.takeUnseen();
            return;
        }
        if (!returnsErrors) {
            PyException error = child.isCancelled() ? child.cancelledError() : child.failure();
            if (error != null) {
                setException(error);
                return;
            }
        }
        if (ended == count) {
            if (cancelRequested) {
                setException(
                        child.isCancelled()
                                ? child.cancelledError()
                                : Errors.of(AsyncErrors.CANCELLED));
            } else {
                setResult(results());
            }
        }
    }

    private PyList results() {
        PyList results = new PyList();
        for (Future each : children) {
            results.append(result(each));
        }
        return results;
    }

    private static Object result(Future each) {
        if (each.isCancelled()) {
            Object message = each.cancelMessage();
            return new PyException(AsyncErrors.CANCELLED, message == None.NONE ? "" : message);
        }
        PyException error = each.failure();
        return error == null ? each.result() : Objects.requireNonNull(error);
    }

    @Override
    boolean cancel(Object message) {
        if (isDone()) {
            return false;
        }
        boolean any = false;
        for (Future each : children) {
            any |= each.cancel(message);
        }
        cancelRequested |= any;
        return any;
    }
}
