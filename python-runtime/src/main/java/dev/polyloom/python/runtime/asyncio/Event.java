package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.object.Awaiter;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;

/** {@code asyncio.Event}. */
final class Event extends PyObject {
    static final PyType TYPE =
            PyType.library("Event", Types.OBJECT, Event::fill)
                    .module("asyncio.locks")
                    .allocator(Event::new);

    private final Waiters waiters = new Waiters();
    private boolean set;

    private Event(PyType type) {
        super(type);
    }

    private static Event of(Object[] a) {
        return (Event) a[0];
    }

    private static void fill(PyType type) {
        type.method("set", 0, 0, a -> Future.none(() -> of(a).set()));
        type.method("clear", 0, 0, a -> Future.none(() -> of(a).set = false));
        type.method("is_set", 0, 0, a -> of(a).set);
        type.method("wait", 0, 0, a -> Coroutine.of("Event.wait", of(a)::await));
        type.method(
                "__repr__",
                0,
                0,
                a -> Lock.text(of(a), of(a).set ? "set" : "unset", of(a).waiters));
    }

    private void set() {
        if (!set) {
            set = true;
            waiters.callAll();
        }
    }

    private Object await(Awaiter by) {
        if (!set) {
            waiters.await(by);
        }
        return true;
    }
}
