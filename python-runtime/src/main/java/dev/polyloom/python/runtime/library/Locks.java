package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import org.jspecify.annotations.Nullable;

/** {@code threading.Lock} and {@code threading.RLock}. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class Locks extends PyObject {
    static final PyType LOCK =
            PyType.library("lock", Types.OBJECT, Locks::fill)
                    .module("_thread")
                    .allocator(Locks::new);
    static final PyType RLOCK =
            PyType.library("RLock", Types.OBJECT, Locks::fill)
                    .module("_thread")
                    .allocator(Locks::new);

    private final boolean reentrant;
    private long count;
    private @Nullable Object owner;

    Locks(PyType type) {
        super(type);
        reentrant = type.isSubtypeOf(RLOCK);
    }

    private static Locks of(Object[] a) {
        return (Locks) a[0];
    }

    private static void fill(PyType type) {
        type.method(
                "acquire", "blocking=True, timeout=-1", a -> of(a).acquire(Text.truth(a[1]), a[2]));
        type.method("release", 0, 0, a -> of(a).release());
        type.method("locked", 0, 0, a -> of(a).isLocked());
        type.method("__enter__", 0, 0, a -> of(a).acquire(true, -1L));
        type.method("__exit__", 0, 3, a -> of(a).release());
        type.method("_is_owned", 0, 0, a -> of(a).isOwned());
        type.method("__repr__", 0, 0, a -> of(a).text());
    }

    private Object acquire(boolean blocking, Object timeout) {
        double seconds = Numbers.toDouble(timeout);
        if (!blocking && seconds != -1) {
            throw Errors.value("can't specify a timeout for a non-blocking call");
        }
        if (seconds < 0 && seconds != -1) {
            throw Errors.value("timeout value must be positive");
        }
        Object limit = !blocking ? (Object) 0L : seconds == -1 ? None.NONE : timeout;
        return acquire(Waiting.deadline(limit));
    }

    /** Takes the lock, and tells whether that was possible in time. */
    synchronized boolean acquire(long deadline) {
        Object self = PyThread.current();
        if (reentrant && owner == self) {
            count++;
            return true;
        }
        if (!Waiting.until(this, () -> count == 0, deadline)) {
            return false;
        }
        count = 1;
        owner = self;
        return true;
    }

    /** Gives the lock back. */
    synchronized Object release() {
        if (reentrant && owner != PyThread.current()) {
            throw Errors.runtime("cannot release un-acquired lock");
        }
        if (count == 0) {
            throw Errors.runtime("release unlocked lock");
        }
        count--;
        if (count == 0) {
            owner = null;
            notify();
        }
        return None.NONE;
    }

    synchronized boolean isLocked() {
        return count > 0;
    }

    synchronized boolean isOwned() {
        return reentrant ? owner == PyThread.current() : count > 0;
    }

    /** Gives the lock back however often it has been taken, and returns how often. */
    synchronized long releaseAll() {
        long before = count;
        count = 0;
        owner = null;
        notify();
        return before;
    }

    /** Takes the lock so often. */
    void acquireAll(long times) {
        synchronized (this) {
            acquire(Waiting.FOREVER);
            count = times;
        }
    }

    private synchronized String text() {
        if (!reentrant) {
            return "<%s _thread.lock object at %s>"
                    .formatted(count > 0 ? "locked" : "unlocked", Text.address(this));
        }
        return "<%s _thread.RLock object owner=%s count=%d at %s>"
                .formatted(
                        count > 0 ? "locked" : "unlocked",
                        owner instanceof PyThread t ? t.ident() : 0,
                        count,
                        Text.address(this));
    }
}
