package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Awaiter;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.function.BooleanSupplier;

/** {@code asyncio.Condition}. */
final class Condition extends PyObject {
    static final PyType TYPE =
            PyType.library("Condition", Types.OBJECT, Condition::fill)
                    .module("asyncio.locks")
                    .allocator(Condition::new);

    private final Waiters waiters = new Waiters();
    private Lock lock = new Lock(Lock.TYPE);

    Condition(PyType type) {
        super(type);
    }

    private static Condition of(Object[] a) {
        return (Condition) a[0];
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method(
                "__init__",
                "lock=None",
                a -> Future.none(() -> of(a).lock = a[1] instanceof Lock l ? l : of(a).lock));
        type.method("acquire", 0, 0, a -> Coroutine.of("Lock.acquire", of(a).lock::acquire));
        type.method("release", 0, 0, a -> of(a).lock.release());
        type.method("locked", 0, 0, a -> of(a).lock.isLocked());
        type.method(
                "__aenter__",
                0,
                0,
                a -> Coroutine.of("__aenter__", by -> Future.none(() -> of(a).lock.acquire(by))));
        type.method("__aexit__", 3, 3, a -> Coroutine.of("__aexit__", by -> of(a).lock.release()));
        type.method("wait", 0, 0, a -> Coroutine.of("Condition.wait", of(a)::await));
        type.method(
                "wait_for",
                1,
                1,
                a -> Coroutine.of("Condition.wait_for", by -> of(a).await(by, a[1])));
        type.method("notify", "n=1", a -> of(a).call(Numbers.index(a[1])));
        type.method("notify_all", 0, 0, a -> of(a).call(Long.MAX_VALUE));
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        Lock.text(
                                of(a),
                                of(a).lock.isLocked() ? "locked" : "unlocked",
                                of(a).waiters));
    }

    Lock lock() {
        return lock;
    }

    Object await(Awaiter by) {
        if (!lock.isLocked()) {
            throw Errors.runtime("cannot wait on un-acquired lock");
        }
        lock.release();
        try {
            waiters.await(by);
            return true;
        } finally {
            acquireAgain(by);
        }
    }

    private void acquireAgain(Awaiter by) {
        PyException cancelled = null;
        while (true) {
            try {
                lock.acquire(by);
                break;
            } catch (PyException e) {
                if (!AsyncErrors.isCancelled(e)) {
                    throw e;
                }
                cancelled = e;
            }
        }
        if (cancelled != null) {
            throw cancelled;
        }
    }

    private Object await(Awaiter by, Object predicate) {
        Object result = Calls.call(predicate);
        while (!Text.truth(result)) {
            await(by);
            result = Calls.call(predicate);
        }
        return result;
    }

    void await(Awaiter by, BooleanSupplier predicate) {
        while (!predicate.getAsBoolean()) {
            await(by);
        }
    }

    Object call(long count) {
        if (!lock.isLocked()) {
            throw Errors.runtime("cannot notify on un-acquired lock");
        }
        waiters.call(count);
        return None.NONE;
    }
}
