package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.library.Waiting;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Streams;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.TracebackText;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code multiprocessing.Queue}, {@code JoinableQueue} and {@code SimpleQueue}. */
final class ProcessQueue extends PyObject {
    static final PyType QUEUE = type("Queue", Types.OBJECT);
    static final PyType JOINABLE = type("JoinableQueue", QUEUE);
    static final PyType SIMPLE = type("SimpleQueue", Types.OBJECT);

    private final Deque<Object> items = new ArrayDeque<>();
    private long most;
    private long unfinished;
    private final Set<PyProcess> closed = Collections.newSetFromMap(new ConcurrentHashMap<>());

    ProcessQueue(PyType type) {
        super(type);
    }

    private static PyType type(String name, PyType base) {
        return PyType.library(name, base, base == Types.OBJECT ? ProcessQueue::fill : null)
                .module("multiprocessing.queues")
                .allocator(ProcessQueue::new);
    }

    private static ProcessQueue of(Object[] a) {
        return (ProcessQueue) a[0];
    }

    private static Object none(Runnable action) {
        action.run();
        return None.NONE;
    }

    private static void fill(PyType type) {
        type.method(
                "__init__",
                "maxsize=0, *, ctx=None",
                a -> none(() -> of(a).most = Numbers.index(a[1])));
        type.method(
                "put",
                "obj, block=True, timeout=None",
                a -> none(() -> of(a).put(a[1], Text.truth(a[2]), a[3])));
        type.method("put_nowait", 1, 1, a -> none(() -> of(a).put(a[1], false, None.NONE)));
        type.method("get", "block=True, timeout=None", a -> of(a).get(Text.truth(a[1]), a[2]));
        type.method("get_nowait", 0, 0, a -> of(a).get(false, None.NONE));
        type.method("qsize", 0, 0, a -> of(a).size());
        type.method("empty", 0, 0, a -> of(a).size() == 0);
        type.method("full", 0, 0, a -> of(a).isFull());
        type.method("task_done", 0, 0, a -> of(a).taskDone());
        type.method("join", 0, 0, a -> of(a).join());
        type.method("close", 0, 0, a -> none(() -> of(a).closed.add(Processes.current())));
        type.method("join_thread", 0, 0, a -> None.NONE);
        type.method("cancel_join_thread", 0, 0, a -> None.NONE);
    }

    private synchronized long size() {
        return items.size();
    }

    private synchronized boolean isFull() {
        return most > 0 && items.size() >= most;
    }

    private void put(Object value, boolean block, Object timeout) {
        checkOpen();
        Object copy;
        try {
            copy = Pickling.sent(value);
        } catch (PyException e) {
            if (type().isSubtypeOf(SIMPLE)) {
                throw e;
            }
            Streams.complain(TracebackText.of(e));
            return;
        }
        long deadline = Waiting.deadline(block ? timeout : (Object) 0L);
        synchronized (this) {
            if (!Waiting.until(this, () -> !isFull(), deadline)) {
                throw Errors.of((PyType) Modules.member("queue", "Full"));
            }
            items.add(copy);
            unfinished++;
            notifyAll();
        }
    }

    private void checkOpen() {
        if (closed.contains(Processes.current())) {
            throw Errors.value("Queue %s is closed".formatted(Text.repr(this)));
        }
    }

    private Object get(boolean block, Object timeout) {
        checkOpen();
        long deadline = Waiting.deadline(block ? timeout : (Object) 0L);
        synchronized (this) {
            if (!Waiting.until(this, () -> !items.isEmpty(), deadline)) {
                throw Errors.of((PyType) Modules.member("queue", "Empty"));
            }
            notifyAll();
            return items.remove();
        }
    }

    private synchronized Object taskDone() {
        if (unfinished <= 0) {
            throw Errors.value("task_done() called too many times");
        }
        unfinished--;
        if (unfinished == 0) {
            notifyAll();
        }
        return None.NONE;
    }

    private synchronized Object join() {
        Waiting.until(this, () -> unfinished == 0, Waiting.FOREVER);
        return None.NONE;
    }
}
