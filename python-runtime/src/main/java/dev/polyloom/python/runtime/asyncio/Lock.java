package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Awaiter;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;

/** {@code asyncio.Lock}. */
final class Lock extends PyObject {
    static final PyType TYPE =
            PyType.library("Lock", Types.OBJECT, Lock::fill)
                    .module("asyncio.locks")
                    .allocator(Lock::new);

    private final Waiters waiters = new Waiters();
    private boolean locked;

    Lock(PyType type) {
        super(type);
    }

    private static Lock of(Object[] a) {
        return (Lock) a[0];
    }

    private static void fill(PyType type) {
        type.method("acquire", 0, 0, a -> Coroutine.of("Lock.acquire", of(a)::acquire));
        type.method("release", 0, 0, a -> of(a).release());
        type.method("locked", 0, 0, a -> of(a).locked);
        type.method(
                "__aenter__",
                0,
                0,
                a -> Coroutine.of("__aenter__", by -> Future.none(() -> of(a).acquire(by))));
        type.method("__aexit__", 3, 3, a -> Coroutine.of("__aexit__", by -> of(a).release()));
        type.method("__repr__", 0, 0, a -> of(a).text());
    }

    boolean isLocked() {
        return locked;
    }

    Object acquire(Awaiter by) {
        if (locked || waiters.isWaiting()) {
            try {
                waiters.await(by);
            } catch (PyException e) {
                if (!locked) {
                    waiters.callHead();
                }
                throw e;
            }
        }
        locked = true;
        return true;
    }

    Object release() {
        if (!locked) {
            throw Errors.runtime("Lock is not acquired.");
        }
        locked = false;
        waiters.callHead();
        return None.NONE;
    }

    private String text() {
        return text(this, locked ? "locked" : "unlocked", waiters);
    }

    /** Returns the text of something that coroutines wait for. */
    static String text(PyObject object, String state, Waiters waiters) {
        return "<%s object at %s [%s%s]>"
                .formatted(
                        object.type().fullName(),
                        Text.address(object),
                        state,
                        waiters.size() == 0 ? "" : ", waiters:" + waiters.size());
    }
}
