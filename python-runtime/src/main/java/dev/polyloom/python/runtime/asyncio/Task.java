package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.Task}: a coroutine that an event loop runs. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class Task extends Future {
    static final PyType TASK =
            PyType.library("Task", TYPE, Task::fill).module("_asyncio").allocator(Task::new);

    private static final AtomicLong COUNT = new AtomicLong();

    private @Nullable Coroutine coroutine;
    private Context context = Context.current();
    private String name = "";
    private @Nullable Future waitedFor;
    private boolean mustCancel;
    private long cancelRequests;

    Task(PyType type) {
        super(type);
    }

    /** Makes one, which begins when the loop comes to it. */
    Task(EventLoop loop, Coroutine coroutine, Object name, Object context) {
        super(TASK);
        setLoop(loop);
        begin(coroutine, name, context);
    }

    private void begin(Coroutine body, Object givenName, Object givenContext) {
        coroutine = body;
        name = givenName == None.NONE ? "Task-" + COUNT.incrementAndGet() : Text.str(givenName);
        context = givenContext instanceof Context given ? given : Context.current().copy();
        loop().begun(this);
        loop().soon(context, () -> step(null), this);
    }

    private static Task of(Object[] a) {
        return (Task) a[0];
    }

    private static void fill(PyType type) {
        for (String name : List.of("set_result", "set_exception")) {
            type.method(
                    name,
                    1,
                    1,
                    a -> {
                        throw Errors.runtime("Task does not support %s operation".formatted(name));
                    });
        }
        type.method(
                "__init__",
                "coro, *, loop=None, name=None, context=None",
                a ->
                        none(() -> {
                            of(a).setLoop(a[2]);
                            of(a).begin(EventLoops.coroutine(a[1]), a[3], a[4]);
                        }));
        type.method("get_name", 0, 0, a -> of(a).name);
        type.method("set_name", 1, 1, a -> none(() -> of(a).name = Text.str(a[1])));
        type.method("get_coro", 0, 0, a -> of(a).coroutine());
        type.method("get_context", 0, 0, a -> of(a).context);
        type.method("get_stack", "*, limit=None", a -> new PyList());
        type.method("cancelling", 0, 0, a -> of(a).cancelRequests);
        type.method("uncancel", 0, 0, a -> of(a).uncancel());
    }

    private Coroutine coroutine() {
        Coroutine own = coroutine;
        if (own == null) {
            throw Errors.runtime("Task object is not initialized.");
        }
        return own;
    }

    /** Sets the name, unless {@code None} is given, and returns the task. */
    Task named(Object value) {
        name = value == None.NONE ? name : Text.str(value);
        return this;
    }

    long cancelRequests() {
        return cancelRequests;
    }

    long uncancel() {
        cancelRequests = Math.max(0, cancelRequests - 1);
        return cancelRequests;
    }

    @Override
    boolean cancel(Object message) {
        takeUnseen();
        if (isDone()) {
            return false;
        }
        cancelRequests++;
        Future waited = waitedFor;
        if (waited != null && waited.cancel(message)) {
            return true;
        }
        mustCancel = true;
        setCancelMessage(message);
        return true;
    }

    private void step(@Nullable PyException given) {
        PyException error = given;
        if (isDone()) {
            throw AsyncErrors.invalidState("step(): already done: " + Text.repr(this));
        }
        if (mustCancel) {
            if (error == null || !AsyncErrors.isCancelled(error)) {
                error = cancelledError();
            }
            mustCancel = false;
        }
        waitedFor = null;
        Task before = loop().enter(this);
        try {
            proceed(error);
        } finally {
            loop().enter(before);
        }
    }

    private void proceed(@Nullable PyException error) {
        Object waited;
        try {
            waited = coroutine().resume(None.NONE, error);
        } catch (RuntimeException | Error e) {
            failed(Errors.caught(e).kept());
            return;
        }
        if (waited == null) {
            finished();
        } else {
            wait(waited);
        }
    }

    private void finished() {
        loop().ended(this);
        if (mustCancel) {
            mustCancel = false;
            super.cancel(cancelMessage());
        } else {
            setResult(coroutine().result());
        }
    }

    private void failed(PyException error) {
        loop().ended(this);
        if (AsyncErrors.isCancelled(error)) {
            endCancelled(error);
            return;
        }
        setException(error);
        if (AsyncErrors.isFinal(error)) {
            throw error;
        }
    }

    private void wait(Object waited) {
        if (waited instanceof Future future) {
            wait(future);
        } else if (waited == None.NONE) {
            again(null);
        } else {
            again(Errors.runtime("Task got bad yield: " + Text.repr(waited)));
        }
    }

    private void wait(Future future) {
        if (future.loop() != loop()) {
            again(
                    Errors.runtime(
                            "Task %s got Future %s attached to a different loop"
                                    .formatted(Text.repr(this), Text.repr(future))));
        } else if (future == this) {
            again(Errors.runtime("Task cannot await on itself: " + Text.repr(this)));
        } else {
            future.onEnd(this::wakeUp, context);
            waitedFor = future;
            if (mustCancel && future.cancel(cancelMessage())) {
                mustCancel = false;
            }
        }
    }

    private void again(@Nullable PyException error) {
        loop().soon(context, () -> step(error), this);
    }

    private void wakeUp(Future future) {
        PyException error = null;
        if (future.isCancelled()) {
            error = future.cancelledError();
        } else {
            error = future.failure();
        }
        step(error);
    }

    @Override
    String stateText() {
        return mustCancel ? "cancelling" : super.stateText();
    }

    @Override
    String details() {
        Coroutine own = coroutine();
        Future waited = waitedFor;
        return " name=%s coro=<%s() %s %s>%s"
                .formatted(
                        Text.repr(name),
                        own.name(),
                        own.isClosed() ? "done, defined at" : "running at",
                        own.place(),
                        waited == null ? "" : " wait_for=" + Text.repr(waited));
    }
}
