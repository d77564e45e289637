package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Forkable;
import dev.polyloom.python.runtime.object.Heap;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The module {@code queue}. */
final class QueueModule {
    static final PyType EMPTY =
            PyType.library("Empty", Exceptions.EXCEPTION, null).module("_queue");
    static final PyType FULL = PyType.library("Full", Exceptions.EXCEPTION, null).module("queue");
    static final PyType QUEUE = type("Queue", Types.OBJECT);
    static final PyType LIFO = type("LifoQueue", QUEUE);
    static final PyType PRIORITY = type("PriorityQueue", QUEUE);
    static final PyType SIMPLE = type("SimpleQueue", Types.OBJECT);

    private QueueModule() {}

    private static PyType type(String name, PyType base) {
        return PyType.library(name, base, base == Types.OBJECT ? Queue::fill : null)
                .module("queue")
                .allocator(Queue::new);
    }

    static Module make() {
        return new Module("queue")
                .put("Queue", QUEUE)
                .put("LifoQueue", LIFO)
                .put("PriorityQueue", PRIORITY)
                .put("SimpleQueue", SIMPLE)
                .put("Empty", EMPTY)
                .put("Full", FULL);
    }

    /** A queue; threads get what it holds in the order in which they have asked. */
    static final class Queue extends PyObject implements Forkable {
        private final Deque<Object> items = new ArrayDeque<>();
        private final List<Object> heap = new ArrayList<>();
        private final boolean last;
        private final boolean ordered;
        private long most;
        private long unfinished;

        Queue(PyType type) {
            super(type);
            last = type.isSubtypeOf(LIFO);
            ordered = type.isSubtypeOf(PRIORITY);
        }

        private static Queue of(Object[] a) {
            return (Queue) a[0];
        }

        private static void fill(PyType type) {
            type.dict().put("__open__", true);
            type.method(
                    "__init__",
                    "maxsize=0",
                    a -> {
                        of(a).most = Numbers.index(a[1]);
                        return None.NONE;
                    });
            type.method(
                    "put",
                    "item, block=True, timeout=None",
                    a -> of(a).put(a[1], Text.truth(a[2]), a[3]));
            type.method("put_nowait", 1, 1, a -> of(a).put(a[1], false, None.NONE));
            type.method("get", "block=True, timeout=None", a -> of(a).get(Text.truth(a[1]), a[2]));
            type.method("get_nowait", 0, 0, a -> of(a).get(false, None.NONE));
            type.method("qsize", 0, 0, a -> of(a).size());
            type.method("empty", 0, 0, a -> of(a).size() == 0);
            type.method("full", 0, 0, a -> of(a).isFull());
            type.method("task_done", 0, 0, a -> of(a).taskDone());
            type.method("join", 0, 0, a -> of(a).join());
            type.getter("maxsize", self -> ((Queue) self).most);
            type.getter("unfinished_tasks", self -> ((Queue) self).unfinished);
            type.getter("queue", self -> ((Queue) self).contents());
        }

        @Override
        public synchronized Object fork(Realm.Copier copier) {
            Queue copy = new Queue(type());
            items.forEach(each -> copy.items.add(copier.copy(each)));
            heap.forEach(each -> copy.heap.add(copier.copy(each)));
            copy.most = most;
            copy.unfinished = unfinished;
            return copy;
        }

        private synchronized long size() {
            return ordered ? heap.size() : items.size();
        }

        private synchronized boolean isFull() {
            return most > 0 && size() >= most;
        }

        private synchronized Object contents() {
            return dev.polyloom.python.runtime.object.PyList.copyOf(
                    ordered ? heap : List.copyOf(items));
        }

        private static long deadline(boolean block, Object timeout) {
            if (block && timeout != None.NONE && Numbers.toDouble(timeout) < 0) {
                throw Errors.value("'timeout' must be a non-negative number");
            }
            return Waiting.deadline(block ? timeout : 0L);
        }

        private Object put(Object item, boolean block, Object timeout) {
            long deadline = deadline(block, timeout);
            synchronized (this) {
                if (!Waiting.until(this, () -> !isFull(), deadline)) {
                    throw Errors.of(FULL);
                }
                if (ordered) {
                    Heap.push(heap, item);
                } else {
                    items.addLast(item);
                }
                unfinished++;
                notifyAll();
            }
            return None.NONE;
        }

        private Object get(boolean block, Object timeout) {
            long deadline = deadline(block, timeout);
            synchronized (this) {
                if (!Waiting.until(this, () -> size() > 0, deadline)) {
                    throw Errors.of(EMPTY);
                }
                notifyAll();
                return ordered ? Heap.pop(heap) : last ? items.removeLast() : items.removeFirst();
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
}
