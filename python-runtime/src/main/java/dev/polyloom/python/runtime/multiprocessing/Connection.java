package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.library.Waiting;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Forkable;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayDeque;
import java.util.Deque;

/** One process's hold of an end of a {@code multiprocessing.Pipe}. */
final class Connection extends PyObject implements Forkable {
    static final PyType TYPE =
            PyType.library("Connection", Types.OBJECT, Connection::fill)
                    .module("multiprocessing.connection");

    private final End end;
    private final boolean reads;
    private final boolean writes;
    private boolean closed;

    /** An end of a pipe: what has arrived there, and how many hold it. */
    private static final class End {
        private final Object monitor;
        private final Deque<Object> arrived = new ArrayDeque<>();
        private End other = this;
        private int holders;

        End(Object monitor) {
            this.monitor = monitor;
        }
    }

    private Connection(End end, boolean reads, boolean writes) {
        super(TYPE);
        this.end = end;
        this.reads = reads;
        this.writes = writes;
        synchronized (end.monitor) {
            end.holders++;
        }
    }

    /** Returns the two ends of a new pipe. */
    static PyTuple pipe(boolean duplex) {
        Object monitor = new Object();
        End first = new End(monitor);
        End second = new End(monitor);
        first.other = second;
        second.other = first;
        return PyTuple.of(
                new Connection(first, true, duplex), new Connection(second, duplex, true));
    }

    private static Connection of(Object[] a) {
        return (Connection) a[0];
    }

    private static void fill(PyType type) {
        type.method("send", 1, 1, a -> of(a).send(a[1]));
        type.method("send_bytes", 1, 3, a -> of(a).send(a[1]));
        type.method("recv", 0, 0, a -> of(a).receive());
        type.method("recv_bytes", 0, 1, a -> of(a).receive());
        type.method("poll", "timeout=0.0", a -> of(a).poll(a[1]));
        type.method("close", 0, 0, a -> of(a).close());
        type.method("fileno", 0, 0, a -> (long) System.identityHashCode(of(a).end));
        type.method("__enter__", 0, 0, a -> a[0]);
        type.method("__exit__", 3, 3, a -> of(a).close());
        type.getter("closed", self -> ((Connection) self).closed);
        type.getter("readable", self -> ((Connection) self).reads);
        type.getter("writable", self -> ((Connection) self).writes);
    }

    @Override
    public Object fork(Realm.Copier copier) {
        if (closed) {
            return this;
        }
        Connection copy = new Connection(end, reads, writes);
        if (copier instanceof Forking copies) {
            copies.atEnd(copy::close);
        }
        return copy;
    }

    private void check(boolean may, String direction) {
        if (closed) {
            throw Errors.of(Exceptions.OS_ERROR, "handle is closed");
        }
        if (!may) {
            throw Errors.of(Exceptions.OS_ERROR, "connection is " + direction + "-only");
        }
    }

    private Object send(Object value) {
        check(writes, "read");
        Object copy = Pickling.sent(value);
        synchronized (end.monitor) {
            if (end.other.holders == 0) {
                throw Errors.of(Exceptions.named("BrokenPipeError"), 32L, "Broken pipe");
            }
            end.other.arrived.add(copy);
            end.monitor.notifyAll();
        }
        Watch.changed();
        return None.NONE;
    }

    private boolean isReady() {
        return !end.arrived.isEmpty() || end.other.holders == 0;
    }

    /** Tells whether there is something to receive, be it the end. */
    boolean hasArrived() {
        check(reads, "write");
        synchronized (end.monitor) {
            return isReady();
        }
    }

    private Object receive() {
        check(reads, "write");
        synchronized (end.monitor) {
            Waiting.until(end.monitor, this::isReady, Waiting.FOREVER);
            if (end.arrived.isEmpty()) {
                throw Errors.of(Exceptions.named("EOFError"));
            }
            return end.arrived.remove();
        }
    }

    private Object poll(Object timeout) {
        check(reads, "write");
        synchronized (end.monitor) {
            return Waiting.until(end.monitor, this::isReady, Waiting.deadline(timeout));
        }
    }

    private Object close() {
        synchronized (end.monitor) {
            if (!closed) {
                closed = true;
                end.holders--;
                end.monitor.notifyAll();
            }
        }
        Watch.changed();
        return None.NONE;
    }
}
