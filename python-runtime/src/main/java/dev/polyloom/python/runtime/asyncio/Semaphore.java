package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Awaiter;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;

/** {@code asyncio.Semaphore} and {@code BoundedSemaphore}. */
final class Semaphore extends PyObject {
    static final PyType TYPE =
            PyType.library("Semaphore", Types.OBJECT, Semaphore::fill)
                    .module("asyncio.locks")
                    .allocator(Semaphore::new);
    static final PyType BOUNDED =
            PyType.library("BoundedSemaphore", TYPE, null).module("asyncio.locks");

    private final Waiters waiters = new Waiters();
    private long value = 1;
    private long most = Long.MAX_VALUE;

    private Semaphore(PyType type) {
        super(type);
        most = type.isSubtypeOf(BOUNDED) ? 1 : most;
    }

    private static Semaphore of(Object[] a) {
        return (Semaphore) a[0];
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method("__init__", "value=1", a -> Future.none(() -> of(a).init(a[1])));
        type.method("acquire", 0, 0, a -> Coroutine.of("Semaphore.acquire", of(a)::acquire));
        type.method("release", 0, 0, a -> of(a).release());
        type.method("locked", 0, 0, a -> of(a).isLocked());
        type.method(
                "__aenter__",
                0,
                0,
                a -> Coroutine.of("__aenter__", by -> Future.none(() -> of(a).acquire(by))));
        type.method("__aexit__", 3, 3, a -> Coroutine.of("__aexit__", by -> of(a).release()));
        type.getter("_value", self -> ((Semaphore) self).value);
        type.method("__repr__", 0, 0, a -> of(a).text());
    }

    private void init(Object given) {
        value = Numbers.index(given);
        if (value < 0) {
            throw Errors.value("Semaphore initial value must be >= 0");
        }
        most = type().isSubtypeOf(BOUNDED) ? value : Long.MAX_VALUE;
    }

    private boolean isLocked() {
        return value == 0 || waiters.isWaiting();
    }

    private Object acquire(Awaiter by) {
        if (!isLocked()) {
            value--;
            return true;
        }
        Future place = waiters.join();
        try {
            waiters.await(by, place);
        } catch (PyException e) {
            if (!place.isCancelled()) {
                value++;
                callNext();
            }
            throw e;
        }
        if (value > 0) {
            callNext();
        }
        return true;
    }

    private Object release() {
        if (value >= most) {
            throw Errors.value("BoundedSemaphore released too many times");
        }
        value++;
        callNext();
        return None.NONE;
    }

    private void callNext() {
        if (waiters.callFirst()) {
            value--;
        }
    }

    private String text() {
        return Lock.text(this, isLocked() ? "locked" : "unlocked, value:" + value, waiters);
    }
}
