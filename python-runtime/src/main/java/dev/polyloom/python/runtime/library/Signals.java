package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;

/** {@code threading.Event}, {@code Semaphore} and {@code BoundedSemaphore}. */
final class Signals extends PyObject {
    static final PyType EVENT =
            PyType.library("Event", Types.OBJECT, Signals::fillEvent)
                    .module("threading")
                    .allocator(Signals::new);
    static final PyType SEMAPHORE =
            PyType.library("Semaphore", Types.OBJECT, Signals::fillSemaphore)
                    .module("threading")
                    .allocator(Signals::new);
    static final PyType BOUNDED =
            PyType.library("BoundedSemaphore", SEMAPHORE, null).module("threading");

    private final Waiting.Line line = new Waiting.Line();
    private long value;
    private long most = Long.MAX_VALUE;

    private Signals(PyType type) {
        super(type);
    }

    private static Signals of(Object[] a) {
        return (Signals) a[0];
    }

    private static void fillEvent(PyType type) {
        type.dict().put("__open__", true);
        type.method("set", 0, 0, a -> of(a).set(1));
        type.method("clear", 0, 0, a -> of(a).set(0));
        type.method("is_set", 0, 0, a -> of(a).isSet());
        type.method("isSet", 0, 0, Deprecations.of("isSet", "use is_set()", a -> of(a).isSet()));
        type.method("wait", "timeout=None", a -> of(a).await(Waiting.deadline(a[1])));
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        "<threading.Event at %s: %s>"
                                .formatted(Text.address(a[0]), of(a).isSet() ? "set" : "unset"));
    }

    private synchronized boolean isSet() {
        return value > 0;
    }

    private synchronized Object set(long now) {
        value = now;
        if (now > 0) {
            line.call(this, Long.MAX_VALUE);
        }
        return None.NONE;
    }

    private synchronized boolean await(long deadline) {
        return value > 0 || line.stand(this, deadline);
    }

    private static void fillSemaphore(PyType type) {
        type.dict().put("__open__", true);
        type.method("__init__", "value=1", Signals::init);
        type.method("__repr__", 0, 0, a -> of(a).text());
        type.method(
                "acquire",
                "blocking=True, timeout=None",
                a -> {
                    if (!Text.truth(a[1]) && a[2] != None.NONE) {
                        throw Errors.value("can't specify timeout for non-blocking acquire");
                    }
                    return of(a).acquire(Waiting.deadline(Text.truth(a[1]) ? a[2] : 0L));
                });
        type.method("__enter__", 0, 0, a -> of(a).acquire(Waiting.FOREVER));
        type.method("release", "n=1", a -> of(a).release(Numbers.index(a[1])));
        type.method("__exit__", 0, 3, a -> of(a).release(1));
        type.getter("_value", self -> ((Signals) self).value);
        type.getter("_initial_value", self -> ((Signals) self).most);
    }

    private synchronized String text() {
        return "<%s.%s at %s: value=%d%s>"
                .formatted(
                        type().module(),
                        type().name(),
                        Text.address(this),
                        value,
                        most == Long.MAX_VALUE ? "" : "/" + most);
    }

    private static Object init(Object[] a) {
        long count = Numbers.index(a[1]);
        if (count < 0) {
            throw Errors.value("semaphore initial value must be >= 0");
        }
        of(a).value = count;
        of(a).most = of(a).type().isSubtypeOf(BOUNDED) ? count : Long.MAX_VALUE;
        return None.NONE;
    }

    /**
     * Takes a permit: one that is left, or the next that is given back to this place in the line.
     */
    private synchronized boolean acquire(long deadline) {
        if (value > 0) {
            value--;
            return true;
        }
        return line.stand(this, deadline);
    }

    private synchronized Object release(long count) {
        if (count < 1) {
            throw Errors.value("n must be one or more");
        }
        if (value + count > most) {
            throw Errors.value("Semaphore released too many times");
        }
        value += count - line.call(this, count);
        return None.NONE;
    }

    /** Calls a function of the program in a thread, after a while. */
    static Object call(Object function, Object args, Object kwargs) {
        var call = Calls.arguments().addAll(args);
        return (kwargs == None.NONE ? call : call.addNamed(kwargs)).call(function);
    }
}
