package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Awaiter;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.Locale;

/** {@code asyncio.Barrier}. */
final class Barrier extends PyObject {
    static final PyType TYPE =
            PyType.library("Barrier", Types.OBJECT, Barrier::fill)
                    .module("asyncio.locks")
                    .allocator(Barrier::new);

    private enum State {
        FILLING,
        DRAINING,
        RESETTING,
        BROKEN
    }

    private final Condition condition = new Condition(Condition.TYPE);
    private State state = State.FILLING;
    private long parties;
    private long count;

    private Barrier(PyType type) {
        super(type);
    }

    private static Barrier of(Object[] a) {
        return (Barrier) a[0];
    }

    private static void fill(PyType type) {
        type.method("__init__", "parties", a -> Future.none(() -> of(a).init(a[1])));
        type.method("wait", 0, 0, a -> Coroutine.of("Barrier.wait", of(a)::await));
        type.method("__aenter__", 0, 0, a -> Coroutine.of("__aenter__", of(a)::await));
        type.method("__aexit__", 3, 3, a -> Coroutine.of("__aexit__", by -> None.NONE));
        type.method("reset", 0, 0, a -> Coroutine.of("Barrier.reset", of(a)::reset));
        type.method("abort", 0, 0, a -> Coroutine.of("Barrier.abort", of(a)::abort));
        type.getter("parties", self -> ((Barrier) self).parties);
        type.getter(
                "n_waiting",
                self -> ((Barrier) self).state == State.FILLING ? ((Barrier) self).count : 0L);
        type.getter("broken", self -> ((Barrier) self).state == State.BROKEN);
        type.method("__repr__", 0, 0, a -> of(a).text());
    }

    private void init(Object given) {
        parties = Numbers.index(given);
        if (parties < 1) {
            throw Errors.value("parties must be > 0");
        }
    }

    private Object await(Awaiter by) {
        condition.lock().acquire(by);
        try {
            condition.await(by, () -> state != State.DRAINING && state != State.RESETTING);
            if (state == State.BROKEN) {
                throw Errors.of(AsyncErrors.BROKEN_BARRIER, "Barrier aborted");
            }
            long index = count++;
            try {
                if (index + 1 == parties) {
                    state = State.DRAINING;
                    condition.call(Long.MAX_VALUE);
                } else {
                    fill(by);
                }
                return index;
            } finally {
                count--;
                leave();
            }
        } finally {
            condition.lock().release();
        }
    }

    private void fill(Awaiter by) {
        condition.await(by, () -> state != State.FILLING);
        if (state == State.BROKEN || state == State.RESETTING) {
            throw Errors.of(AsyncErrors.BROKEN_BARRIER, "Abort or reset of barrier");
        }
    }

    private void leave() {
        if (count == 0) {
            if (state == State.RESETTING || state == State.DRAINING) {
                state = State.FILLING;
            }
            condition.call(Long.MAX_VALUE);
        }
    }

    private Object reset(Awaiter by) {
        return change(by, count > 0 ? State.RESETTING : State.FILLING);
    }

    private Object abort(Awaiter by) {
        return change(by, State.BROKEN);
    }

    private Object change(Awaiter by, State now) {
        condition.lock().acquire(by);
        try {
            state = now;
            condition.call(Long.MAX_VALUE);
        } finally {
            condition.lock().release();
        }
        return None.NONE;
    }

    private String text() {
        String waiting = state == State.BROKEN ? "" : ", waiters:%d/%d".formatted(count, parties);
        return "<asyncio.locks.Barrier object at %s [%s%s]>"
                .formatted(Text.address(this), state.name().toLowerCase(Locale.ROOT), waiting);
    }
}
