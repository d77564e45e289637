package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.Text;

/** The way between an event loop and {@code concurrent.futures}. */
final class ExecutorBridge {
    private final EventLoop loop;
    private Object executor = None.NONE;
    private boolean closed;

    ExecutorBridge(EventLoop loop) {
        this.loop = loop;
    }

    void setDefault(Object value) {
        executor = value;
    }

    /** Runs a function in an executor, and returns a future of the loop for what it gives. */
    Future run(Object given, Object function, PyTuple args) {
        Object target = given;
        if (target == None.NONE) {
            if (closed) {
                throw Errors.runtime("Executor shutdown has been called");
            }
            if (executor == None.NONE) {
                executor =
                        Calls.callNamed(
                                Modules.member("concurrent.futures", "ThreadPoolExecutor"),
                                Calls.names("thread_name_prefix"),
                                "asyncio");
            }
            target = executor;
        }
        Object submit = dev.polyloom.python.runtime.object.Attributes.get(target, "submit");
        Object work = Calls.arguments().add(function).addAll(args).call(submit);
        loop.catchUp();
        return wrap(loop, work);
    }

    /** Returns a coroutine that closes this. */
    Coroutine ending() {
        return Coroutine.of(
                "BaseEventLoop.shutdown_default_executor",
                by -> {
                    close();
                    return None.NONE;
                });
    }

    /** Waits for what the default executor still does. */
    void close() {
        closed = true;
        if (executor != None.NONE) {
            Calls.methodNamed(executor, "shutdown", Calls.names("wait"), true);
            executor = None.NONE;
        }
    }

    /** Returns a future of a loop that ends when one of {@code concurrent.futures} does. */
    static Future wrap(EventLoop loop, Object source) {
        if (source instanceof Future known) {
            return known;
        }
        Future made = new Future(loop);
        Context context = Context.current();
        made.onEnd(done -> {
            if (done.isCancelled()) {
                Calls.method(source, "cancel");
            }
        });
        Calls.method(
                source,
                "add_done_callback",
                Builtin.function(
                        "_call_set_state",
                        1,
                        1,
                        a -> {
                            if (!loop.isClosed()) {
                                loop.fromOutside(context, () -> copy(source, made), made);
                            }
                            return None.NONE;
                        }));
        return made;
    }

    private static void copy(Object source, Future to) {
        if (to.isDone()) {
            return;
        }
        if (Text.truth(Calls.method(source, "cancelled"))) {
            to.cancel(None.NONE);
            return;
        }
        Object error = Calls.method(source, "exception");
        if (error instanceof PyException thrown) {
            to.setException(thrown);
        } else {
            to.setResult(Calls.method(source, "result"));
        }
    }

    /** Runs a coroutine on the loop of another thread. */
    static Object fromThread(Object coroutine, EventLoop loop) {
        if (!EventLoops.isCoroutine(coroutine)) {
            throw Errors.type("A coroutine object is required");
        }
        Object result = Calls.call(Modules.member("concurrent.futures", "Future"));
        loop.fromOutside(
                Context.current(),
                () -> {
                    try {
                        Future task = EventLoops.ensureFuture(coroutine, loop);
                        task.onEnd(done -> copy(done, result));
                        Calls.method(
                                result,
                                "add_done_callback",
                                Builtin.function("cancel", 1, 1, a -> cancelled(a[0], task)));
                    } catch (PyException e) {
                        Calls.method(result, "set_exception", e);
                        throw e;
                    }
                },
                coroutine);
        return result;
    }

    private static Object cancelled(Object outer, Future task) {
        if (Text.truth(Calls.method(outer, "cancelled"))) {
            task.loop().fromOutside(Context.current(), () -> task.cancel(None.NONE), task);
        }
        return None.NONE;
    }

    private static void copy(Future source, Object to) {
        if (source.isCancelled()) {
            Calls.method(to, "cancel");
        }
        if (!Text.truth(Calls.method(to, "set_running_or_notify_cancel"))) {
            return;
        }
        PyException error = source.failure();
        if (error != null) {
            Calls.method(to, "set_exception", error);
        } else {
            Calls.method(to, "set_result", source.result());
        }
    }

    /** Runs a function in a thread, in a copy of the context. */
    static Object toThread(Object function, Object args, Object kwargs) {
        return Coroutine.of(
                "to_thread",
                by -> {
                    Context context = Context.current().copy();
                    Object call =
                            Builtin.function(
                                    "call",
                                    0,
                                    0,
                                    a ->
                                            context.in(() ->
                                                    Calls.arguments()
                                                            .addAll(args)
                                                            .addNamed(kwargs)
                                                            .call(function)));
                    return by.await(
                            EventLoops.running().executors().run(None.NONE, call, PyTuple.EMPTY));
                });
    }
}
