package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.library.PendingSignals;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.ThreadState;
import dev.polyloom.python.runtime.object.Types;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.Runner}: runs coroutines on a loop of its own, and clears up after them. */
final class Runner extends PyObject {
    static final PyType TYPE =
            PyType.library("Runner", Types.OBJECT, Runner::fill)
                    .module("asyncio.runners")
                    .allocator(Runner::new);

    private @Nullable EventLoop loop;
    private @Nullable Context context;
    private Object debug = None.NONE;
    private Object factory = None.NONE;
    private boolean closed;

    private Runner(PyType type) {
        super(type);
    }

    private static Runner of(Object[] a) {
        return (Runner) a[0];
    }

    private static void fill(PyType type) {
        type.method(
                "__init__",
                "*, debug=None, loop_factory=None",
                a ->
                        Future.none(() -> {
                            of(a).debug = a[1];
                            of(a).factory = a[2];
                        }));
        type.method("__enter__", 0, 0, a -> of(a).opened());
        type.method("__exit__", 3, 3, a -> Future.none(() -> of(a).close()));
        type.method("close", 0, 0, a -> Future.none(() -> of(a).close()));
        type.method("get_loop", 0, 0, a -> of(a).loop());
        type.method("run", "coro, *, context=None", a -> of(a).run(a[1], a[2]));
    }

    /** Does what {@code asyncio.run} does. */
    static Object runOnce(Object coroutine, Object debug) {
        if (ThreadState.get().runningLoop() != null) {
            throw Errors.runtime("asyncio.run() cannot be called from a running event loop");
        }
        Runner runner = new Runner(TYPE);
        runner.debug = debug;
        try {
            return runner.run(coroutine, None.NONE);
        } finally {
            runner.close();
        }
    }

    private Object opened() {
        loop();
        return this;
    }

    private EventLoop loop() {
        if (closed) {
            throw Errors.runtime("Runner is closed");
        }
        EventLoop own = loop;
        if (own == null) {
            own = factory == None.NONE ? EventLoops.create() : EventLoops.loop(Calls.call(factory));
            loop = own;
            if (debug != None.NONE) {
                own.setDebugged(debug);
            }
            context = Context.current().copy();
            EventLoops.set(own);
        }
        return own;
    }

    private Object run(Object coroutine, Object given) {
        if (!EventLoops.isCoroutine(coroutine)) {
            throw Errors.value("a coroutine was expected, got " + Text.repr(coroutine));
        }
        if (ThreadState.get().runningLoop() != null) {
            throw Errors.runtime("Runner.run() cannot be called from a running event loop");
        }
        EventLoop own = loop();
        Object used = given == None.NONE && context != null ? context : given;
        Task task = own.createTask(coroutine, None.NONE, used);
        AtomicInteger interrupts = new AtomicInteger();
        try {
            return PendingSignals.interruptedBy(
                    () -> interrupt(own, task, interrupts), () -> own.runUntilComplete(task));
        } catch (PyException e) {
            if (AsyncErrors.isCancelled(e) && interrupts.get() > 0 && task.uncancel() == 0) {
                throw interrupted(e);
            }
            throw e;
        }
    }

    /** Cancels the task at the first interrupt, so that it clears up; another is an error. */
    private static void interrupt(EventLoop loop, Task task, AtomicInteger interrupts) {
        if (interrupts.incrementAndGet() > 1 || !task.cancel(None.NONE)) {
            throw Errors.of(Exceptions.KEYBOARD_INTERRUPT);
        }
        loop.fromOutside(Context.current(), () -> {}, None.NONE); // it may be waiting
    }

    private static PyException interrupted(PyException cancelled) {
        PyException before = Errors.enter(cancelled);
        try {
            return Errors.of(Exceptions.KEYBOARD_INTERRUPT);
        } finally {
            Errors.leave(before);
        }
    }

    private void close() {
        EventLoop own = loop;
        if (closed || own == null) {
            closed = true;
            return;
        }
        closed = true;
        try {
            own.complainOfFailures();
            cancelAll(own);
            own.runUntilComplete(
                    Coroutine.of("BaseEventLoop.shutdown_asyncgens", own::closeGenerators));
            own.runUntilComplete(own.executors().ending());
        } finally {
            EventLoops.set(None.NONE);
            own.close();
        }
    }

    private static void cancelAll(EventLoop loop) {
        List<Task> all = loop.tasks();
        if (all.isEmpty()) {
            return;
        }
        all.forEach(each -> each.cancel(None.NONE));
        loop.runUntilComplete(Gathering.of(PyTuple.of(all.toArray()), true));
        for (Task each : all) {
            PyException error = each.isCancelled() ? null : each.failure();
            if (error != null) {
                loop.errors()
                        .tell(
                                "unhandled exception during asyncio.run() shutdown",
                                error,
                                "task",
                                each);
            }
        }
    }
}
