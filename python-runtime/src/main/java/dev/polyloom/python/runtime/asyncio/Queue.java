package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Awaiter;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Heap;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** {@code asyncio.Queue}, {@code LifoQueue} and {@code PriorityQueue}. */
final class Queue extends PyObject {
    static final PyType TYPE = type("Queue", Types.OBJECT);
    static final PyType LIFO = type("LifoQueue", TYPE);
    static final PyType PRIORITY = type("PriorityQueue", TYPE);

    private final List<Object> items = new ArrayList<>();
    private final Waiters getters = new Waiters();
    private final Waiters putters = new Waiters();
    private final Waiters joiners = new Waiters();
    private final boolean last;
    private final boolean ordered;
    private long most;
    private long unfinished;
    private int head;

    Queue(PyType type) {
        super(type);
        last = type.isSubtypeOf(LIFO);
        ordered = type.isSubtypeOf(PRIORITY);
    }

    private static PyType type(String name, PyType base) {
        return PyType.library(name, base, base == Types.OBJECT ? Queue::fill : null)
                .module("asyncio.queues")
                .allocator(Queue::new);
    }

    private static Queue of(Object[] a) {
        return (Queue) a[0];
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method(
                "__init__", "maxsize=0", a -> Future.none(() -> of(a).most = Numbers.index(a[1])));
        type.method("put", 1, 1, a -> Coroutine.of("Queue.put", by -> of(a).put(by, a[1])));
        type.method("get", 0, 0, a -> Coroutine.of("Queue.get", of(a)::get));
        type.method("join", 0, 0, a -> Coroutine.of("Queue.join", of(a)::join));
        type.method("put_nowait", 1, 1, a -> of(a).putNow(a[1]));
        type.method("get_nowait", 0, 0, a -> of(a).getNow());
        type.method("task_done", 0, 0, a -> of(a).taskDone());
        type.method("qsize", 0, 0, a -> (long) of(a).size());
        type.method("empty", 0, 0, a -> of(a).size() == 0);
        type.method("full", 0, 0, a -> of(a).isFull());
        type.getter("maxsize", self -> ((Queue) self).most);
        type.getter("_unfinished_tasks", self -> ((Queue) self).unfinished);
        type.getter("_queue", self -> PyList.copyOf(((Queue) self).contents()));
        type.method("__repr__", 0, 0, a -> of(a).text(" at " + Text.address(a[0])));
        type.method("__str__", 0, 0, a -> of(a).text(""));
    }

    private int size() {
        return items.size() - head;
    }

    private List<Object> contents() {
        return items.subList(head, items.size());
    }

    private boolean isFull() {
        return most > 0 && size() >= most;
    }

    private Object put(Awaiter by, Object item) {
        await(by, putters, this::isFull);
        return Calls.method(this, "put_nowait", item);
    }

    Object get(Awaiter by) {
        await(by, getters, () -> size() == 0);
        return Calls.method(this, "get_nowait");
    }

    private static void await(Awaiter by, Waiters line, BooleanSupplier waits) {
        while (waits.getAsBoolean()) {
            Future place = line.join();
            try {
                place.await(by);
            } catch (PyException e) {
                place.cancel(None.NONE);
                line.remove(place);
                if (!waits.getAsBoolean() && !place.isCancelled()) {
                    line.callNext();
                }
                throw e;
            }
        }
    }

    Object putNow(Object item) {
        if (isFull()) {
            throw Errors.of(AsyncErrors.QUEUE_FULL);
        }
        if (ordered) {
            Heap.push(items, item);
        } else {
            items.add(item);
        }
        unfinished++;
        getters.callNext();
        return None.NONE;
    }

    private Object getNow() {
        if (size() == 0) {
            throw Errors.of(AsyncErrors.QUEUE_EMPTY);
        }
        Object item = ordered ? Heap.pop(items) : last ? items.removeLast() : removeFirst();
        putters.callNext();
        return item;
    }

    private Object removeFirst() {
        Object first = items.get(head);
        items.set(head++, None.NONE);
        if (head * 2 > items.size()) {
            items.subList(0, head).clear();
            head = 0;
        }
        return first;
    }

    private Object taskDone() {
        if (unfinished <= 0) {
            throw Errors.value("task_done() called too many times");
        }
        unfinished--;
        if (unfinished == 0) {
            joiners.callAll();
        }
        return None.NONE;
    }

    private Object join(Awaiter by) {
        if (unfinished > 0) {
            joiners.await(by);
        }
        return None.NONE;
    }

    private String text(String address) {
        StringBuilder out = new StringBuilder("<").append(type().name()).append(address);
        out.append(" maxsize=").append(most);
        if (size() > 0) {
            out.append(" _queue=").append(Text.repr(PyList.copyOf(contents())));
        }
        if (getters.size() > 0) {
            out.append(" _getters[").append(getters.size()).append(']');
        }
        if (putters.size() > 0) {
            out.append(" _putters[").append(putters.size()).append(']');
        }
        if (unfinished > 0) {
            out.append(" tasks=").append(unfinished);
        }
        return out.append('>').toString();
    }
}
