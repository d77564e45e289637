package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Builtins;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import org.jspecify.annotations.Nullable;

/** What {@code asyncio.timeout} returns: a context that is cancelled when its time has come. */
final class Timeout extends PyObject {
    static final PyType TYPE =
            PyType.library("Timeout", Types.OBJECT, Timeout::fill).module("asyncio.timeouts");

    private enum State {
        CREATED("created"),
        ENTERED("active"),
        EXPIRING("expiring"),
        EXPIRED("expired"),
        EXITED("finished");

        private final String text;

        State(String text) {
            this.text = text;
        }
    }

    private State state = State.CREATED;
    private Object when;
    private @Nullable Handle timer;
    private @Nullable Task task;
    private long cancelRequests;

    /**
     * Makes one.
     *
     * @param when the instant on the clock of the loop in seconds, or {@code None}
     */
    Timeout(Object when) {
        super(TYPE);
        this.when = when;
    }

    static Timeout after(Object delay) {
        Object now = LoopClock.seconds(EventLoops.running().now());
        return new Timeout(delay == None.NONE ? delay : Ops.add(now, delay));
    }

    private static Timeout of(Object[] a) {
        return (Timeout) a[0];
    }

    private static void fill(PyType type) {
        type.method("when", 0, 0, a -> of(a).when);
        type.method("expired", 0, 0, a -> of(a).isExpired());
        type.method("reschedule", 1, 1, a -> Future.none(() -> of(a).reschedule(a[1])));
        type.method("__aenter__", 0, 0, a -> Coroutine.of("__aenter__", by -> of(a).enter()));
        type.method("__aexit__", 3, 3, a -> Coroutine.of("__aexit__", by -> of(a).leave(a[2])));
        type.method("__repr__", 0, 0, a -> of(a).text());
    }

    private boolean isExpired() {
        return state == State.EXPIRING || state == State.EXPIRED;
    }

    private Object enter() {
        Task now = EventLoops.running().current();
        if (now == null) {
            throw Errors.runtime("Timeout should be used inside a task");
        }
        state = State.ENTERED;
        task = now;
        cancelRequests = now.cancelRequests();
        reschedule(when);
        return this;
    }

    private void reschedule(Object instant) {
        if (state != State.ENTERED) {
            throw Errors.runtime("Cannot change state of %s Timeout".formatted(state.text));
        }
        when = instant;
        stopTimer();
        if (instant == None.NONE) {
            return;
        }
        EventLoop loop = EventLoops.running();
        long nanos = Math.round(Numbers.toDouble(instant) * 1e9);
        timer =
                nanos <= loop.now()
                        ? loop.soon(this::expire)
                        : loop.at(nanos, Context.current(), this::expire, this);
    }

    private void stopTimer() {
        Handle running = timer;
        if (running != null) {
            running.cancel();
            timer = null;
        }
    }

    private void expire() {
        Task now = task;
        if (now != null) {
            now.cancel(None.NONE);
        }
        state = State.EXPIRING;
        timer = null;
    }

    private Object leave(Object thrown) {
        stopTimer();
        Task now = task;
        if (state == State.EXPIRING && now != null) {
            state = State.EXPIRED;
            if (now.uncancel() <= cancelRequests
                    && thrown instanceof PyException error
                    && AsyncErrors.isCancelled(error)) {
                throw Errors.of(Exceptions.TIMEOUT_ERROR).from(error);
            }
        } else if (state == State.ENTERED) {
            state = State.EXITED;
        }
        return None.NONE;
    }

    private String text() {
        String shown =
                state == State.ENTERED
                        ? " when="
                                + (when == None.NONE
                                        ? "None"
                                        : Text.repr(Calls.call(Builtins.get("round"), when, 3L)))
                        : "";
        return "<Timeout [%s]%s>".formatted(state.text, shown);
    }
}
