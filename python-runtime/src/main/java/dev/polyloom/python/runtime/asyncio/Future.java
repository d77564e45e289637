package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Awaitable;
import dev.polyloom.python.runtime.object.Awaiter;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.Future}. Only the thread of its loop may touch it. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
class Future extends PyObject implements Awaitable {
    static final PyType TYPE =
            PyType.library("Future", Types.OBJECT, Future::fill)
                    .module("_asyncio")
                    .allocator(Future::new);

    private enum State {
        PENDING,
        CANCELLED,
        FINISHED
    }

    /** Somebody to be told of the end: a callable of the program or an action of the library. */
    private record Listener(Object callback, @Nullable Consumer<Future> action, Context context) {}

    private State state = State.PENDING;
    private @Nullable EventLoop loop;
    private Object value = None.NONE;
    private @Nullable PyException failure;
    private boolean unseen;
    private Object cancelMessage = None.NONE;
    private @Nullable PyException cancellation;
    private final List<Listener> listeners = new ArrayList<>(1);

    Future(PyType type) {
        super(type);
    }

    Future(EventLoop loop) {
        this(TYPE);
        this.loop = loop;
    }

    private static Future of(Object[] a) {
        return (Future) a[0];
    }

    static Object none(Runnable action) {
        action.run();
        return None.NONE;
    }

    private static void fill(PyType type) {
        type.method("__init__", "*, loop=None", a -> none(() -> of(a).setLoop(a[1])));
        type.method("result", 0, 0, a -> of(a).result());
        type.method("exception", 0, 0, a -> of(a).exception());
        type.method("done", 0, 0, a -> of(a).isDone());
        type.method("cancelled", 0, 0, a -> of(a).isCancelled());
        type.method("cancel", "msg=None", a -> of(a).cancel(a[1]));
        type.method("set_result", 1, 1, a -> none(() -> of(a).setResult(a[1])));
        type.method("set_exception", 1, 1, a -> none(() -> of(a).setException(a[1])));
        type.method("add_done_callback", "fn, *, context=None", Future::listen);
        type.method("remove_done_callback", 1, 1, a -> of(a).forget(a[1]));
        type.method("get_loop", 0, 0, a -> of(a).loop());
        type.method("__await__", 0, 0, a -> Awaiter.iterator(of(a)));
        type.method("__iter__", 0, 0, a -> Awaiter.iterator(of(a)));
        type.method("__repr__", 0, 0, a -> of(a).text());
        type.getter("_state", self -> ((Future) self).state.name());
        type.getter("_loop", self -> ((Future) self).loop());
    }

    final void setLoop(Object given) {
        loop = given instanceof EventLoop known ? known : EventLoops.get();
    }

    final EventLoop loop() {
        EventLoop own = loop;
        if (own == null) {
            throw Errors.runtime("Future object is not initialized.");
        }
        return own;
    }

    final boolean isDone() {
        return state != State.PENDING;
    }

    final boolean isCancelled() {
        return state == State.CANCELLED;
    }

    /** Tells whether it has ended with an exception that nobody has asked for, and forgets it. */
    final boolean takeUnseen() {
        boolean before = unseen;
        unseen = false;
        return before;
    }

    /** Returns the exception with which it has ended, or null. */
    final @Nullable PyException failure() {
        unseen = false;
        return failure;
    }

    /** Returns the exception with which it has ended, or null, and does not count as asking. */
    final @Nullable PyException peekFailure() {
        return failure;
    }

    final Object result() {
        checkEnded("Result is not set.");
        PyException error = failure();
        if (error != null) {
            throw error.passedOn();
        }
        return value;
    }

    private Object exception() {
        checkEnded("Exception is not set.");
        PyException error = failure();
        return error == null ? None.NONE : error;
    }

    private void checkEnded(String problem) {
        if (state == State.CANCELLED) {
            throw cancelledError();
        }
        if (state == State.PENDING) {
            throw AsyncErrors.invalidState(problem);
        }
    }

    /** Returns the exception that tells of the cancelling. */
    final PyException cancelledError() {
        PyException known = cancellation;
        if (known != null) {
            cancellation = null;
            return known;
        }
        return cancelMessage == None.NONE
                ? Errors.of(AsyncErrors.CANCELLED)
                : Errors.of(AsyncErrors.CANCELLED, cancelMessage);
    }

    final Object cancelMessage() {
        return cancelMessage;
    }

    final void setCancelMessage(Object message) {
        cancelMessage = message;
    }

    boolean cancel(Object message) {
        unseen = false;
        if (isDone()) {
            return false;
        }
        cancelMessage = message;
        end(State.CANCELLED);
        return true;
    }

    /** Notes that an exception has ended it as cancelled. */
    final void endCancelled(@Nullable PyException by) {
        cancellation = by;
        if (!isDone()) {
            end(State.CANCELLED);
        }
    }

    private void end(State now) {
        state = now;
        List<Listener> all = List.copyOf(listeners);
        listeners.clear();
        all.forEach(this::tell);
    }

    private void tell(Listener listener) {
        Consumer<Future> action = listener.action;
        if (action == null) {
            Callback callback = new Callback(listener.callback, PyTuple.of(this));
            loop().soon(listener.context, callback, callback);
        } else {
            loop().soon(listener.context, () -> action.accept(this), listener.callback);
        }
    }

    private void checkPending() {
        if (isDone()) {
            throw AsyncErrors.invalidState("invalid state");
        }
    }

    final void setResult(Object result) {
        checkPending();
        value = result;
        end(State.FINISHED);
    }

    /** Sets the result, unless it has ended. */
    final void offer(Object result) {
        if (!isDone()) {
            setResult(result);
        }
    }

    final void setException(Object given) {
        checkPending();
        Object made = given instanceof PyType type ? Calls.call(type) : given;
        if (!(made instanceof PyException error)) {
            throw Errors.type("invalid exception object");
        }
        if (error.is(Exceptions.STOP_ITERATION)) {
            throw Errors.type(
                    "StopIteration interacts badly with generators and cannot be raised into a"
                            + " Future");
        }
        failure = error;
        unseen = true;
        loop().failed(this);
        end(State.FINISHED);
    }

    private static Object listen(Object[] a) {
        Context context = a[2] instanceof Context given ? given : Context.current();
        of(a).add(new Listener(a[1], null, context));
        return None.NONE;
    }

    /** Tells somebody of the end. */
    final void onEnd(Consumer<Future> action) {
        onEnd(action, Context.current());
    }

    final void onEnd(Consumer<Future> action, Context context) {
        add(new Listener(action, action, context));
    }

    private void add(Listener listener) {
        if (isDone()) {
            tell(listener);
        } else {
            listeners.add(listener);
        }
    }

    /** Tells somebody no more, and returns how often he would have been told. */
    final Object forget(Object callback) {
        int before = listeners.size();
        listeners.removeIf(each ->
                each.callback == callback
                        || (each.action == null
                                && !(callback instanceof Consumer)
                                && Compare.eq(each.callback, callback)));
        return (long) (before - listeners.size());
    }

    @Override
    public Object await(Awaiter by) {
        if (!isDone()) {
            by.suspend(this);
            if (!isDone()) {
                throw Errors.runtime("await wasn't used with future");
            }
        }
        return result();
    }

    /** Returns what {@code repr} shows after the name of the state. */
    String details() {
        return "";
    }

    /** Returns the name of the state. */
    String stateText() {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private String text() {
        StringBuilder out = new StringBuilder("<").append(type().name()).append(' ');
        out.append(stateText()).append(details());
        PyException error = failure;
        if (error != null) {
            out.append(" exception=").append(Text.repr(error));
        } else if (state == State.FINISHED) {
            out.append(" result=").append(Text.repr(value));
        }
        if (!listeners.isEmpty()) {
            out.append(" cb=[").append(endings()).append(']');
        }
        return out.append('>').toString();
    }

    private String endings() {
        int last = listeners.size() - 1;
        return switch (last) {
            case 0 -> name(listeners.getFirst());
            case 1 -> name(listeners.getFirst()) + ", " + name(listeners.getLast());
            default ->
                    "%s, <%d more>, %s"
                            .formatted(
                                    name(listeners.getFirst()),
                                    last - 1,
                                    name(listeners.getLast()));
        };
    }

    private static String name(Listener listener) {
        return switch (listener.action) {
            case null -> Callback.text(listener.callback);
            case Ending ending -> ending.shown();
            default -> "Task.task_wakeup()";
        };
    }
}
