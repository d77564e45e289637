package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;

/** {@code threading.Condition}, which wakes those that wait first come first served. */
final class Condition extends PyObject {
    static final PyType TYPE =
            PyType.library("Condition", Types.OBJECT, Condition::fill)
                    .module("threading")
                    .allocator(Condition::new);

    private final Object monitor = new Object();
    private final Waiting.Line line = new Waiting.Line();
    private Locks lock = new Locks(Locks.RLOCK);

    private Condition(PyType type) {
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
                a -> {
                    if (a[1] instanceof Locks given) {
                        of(a).lock = given;
                    }
                    return None.NONE;
                });
        type.method("__enter__", 0, 0, a -> of(a).lock.acquire(Waiting.FOREVER));
        type.method("__exit__", 0, 3, a -> of(a).lock.release());
        type.method(
                "acquire",
                "blocking=True, timeout=-1",
                a -> Calls.method(of(a).lock, "acquire", a[1], a[2]));
        type.method("release", 0, 0, a -> of(a).lock.release());
        type.method("wait", "timeout=None", a -> of(a).await(Waiting.deadline(a[1])));
        type.method("wait_for", "predicate, timeout=None", a -> of(a).await(a[1], a[2]));
        type.method("notify", "n=1", a -> of(a).call(Numbers.index(a[1])));
        type.method("notify_all", 0, 0, a -> of(a).call(Long.MAX_VALUE));
        type.method(
                "notifyAll",
                0,
                0,
                Deprecations.of("notifyAll", "use notify_all()", a -> of(a).call(Long.MAX_VALUE)));
        type.method(
                "__repr__",
                0,
                0,
                a -> "<Condition(%s, %d)>".formatted(Text.repr(of(a).lock), of(a).line.size()));
    }

    private boolean await(long deadline) {
        if (!lock.isOwned()) {
            throw Errors.runtime("cannot wait on un-acquired lock");
        }
        long times;
        boolean called;
        synchronized (monitor) {
            times = lock.releaseAll();
            try {
                called = line.stand(monitor, deadline);
            } catch (RuntimeException e) {
                lock.acquireAll(times);
                throw e;
            }
        }
        lock.acquireAll(times);
        return called;
    }

    private Object await(Object predicate, Object timeout) {
        long deadline = Waiting.deadline(timeout);
        Object result = Calls.call(predicate);
        while (!Text.truth(result)) {
            boolean called = await(deadline);
            result = Calls.call(predicate);
            if (!called) {
                break;
            }
        }
        return result;
    }

    private Object call(long count) {
        if (!lock.isOwned()) {
            throw Errors.runtime("cannot notify on un-acquired lock");
        }
        synchronized (monitor) {
            line.call(monitor, count);
        }
        return None.NONE;
    }
}
