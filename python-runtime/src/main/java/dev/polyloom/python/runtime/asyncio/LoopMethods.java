package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;

/** The methods of an event loop that programs call. */
final class LoopMethods {
    private static final double RESOLUTION = 1e9;

    private LoopMethods() {}

    private static EventLoop of(Object[] a) {
        return (EventLoop) a[0];
    }

    private static Context context(Object given) {
        return given instanceof Context context ? context : Context.current();
    }

    static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.dict().put("slow_callback_duration", 0.1);
        running(type);
        scheduling(type);
        errors(type);
        type.method("create_future", 0, 0, a -> new Future(of(a)));
        type.method(
                "create_task",
                "coro, *, name=None, context=None",
                a -> of(a).createTask(a[1], a[2], a[3]));
        type.method(
                "run_in_executor",
                "executor, func, *args",
                a -> of(a).executors().run(a[1], a[2], (PyTuple) a[3]));
        type.method(
                "set_default_executor",
                1,
                1,
                a -> Future.none(() -> of(a).executors().setDefault(a[1])));
        type.method(
                "shutdown_default_executor",
                "timeout=None",
                a -> Coroutine.of("shutdown", by -> Future.none(() -> of(a).executors().close())));
        type.method(
                "shutdown_asyncgens",
                0,
                0,
                a -> Coroutine.of("shutdown_asyncgens", by -> of(a).closeGenerators(by)));
        for (String name :
                new String[] {
                    "getaddrinfo", "sock_accept", "sock_connect", "sock_recv", "sock_sendall"
                }) {
            type.method(
                    name,
                    "*args, **kwargs",
                    a ->
                            Calls.arguments()
                                    .addAll(a[1])
                                    .addNamed((PyDict) a[2])
                                    .call(Modules.member("_network", name)));
        }
        for (String name : new String[] {"add_signal_handler", "remove_signal_handler"}) {
            type.method(
                    name,
                    "*args",
                    a ->
                            Calls.arguments()
                                    .add(a[0])
                                    .addAll(a[1])
                                    .call(Modules.member("_loops", name)));
        }
    }

    private static void running(PyType type) {
        type.method("run_until_complete", 1, 1, a -> of(a).runUntilComplete(a[1]));
        type.method("run_forever", 0, 0, a -> Future.none(() -> of(a).runForever()));
        type.method("stop", 0, 0, a -> Future.none(() -> of(a).stop()));
        type.method("close", 0, 0, a -> Future.none(() -> of(a).close()));
        type.method("is_running", 0, 0, a -> of(a).isRunning());
        type.method("is_closed", 0, 0, a -> of(a).isClosed());
        type.method("get_debug", 0, 0, a -> false);
        type.method("set_debug", 1, 1, a -> None.NONE);
        type.method("time", 0, 0, a -> LoopClock.seconds(of(a).now()));
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        "<_UnixSelectorEventLoop running=%s closed=%s debug=False>"
                                .formatted(
                                        Text.repr(of(a).isRunning()), Text.repr(of(a).isClosed())));
    }

    private static void scheduling(PyType type) {
        type.method(
                "call_soon",
                "callback, *args, context=None",
                a ->
                        of(a).soon(
                                        context(a[2]),
                                        () -> Calls.arguments().addAll(a[3]).call(a[1]),
                                        a[1]));
        type.method(
                "call_soon_threadsafe",
                "callback, *args, context=None",
                a ->
                        of(a).fromOutside(
                                        context(a[2]),
                                        () -> Calls.arguments().addAll(a[3]).call(a[1]),
                                        a[1]));
        type.method(
                "call_later",
                "delay, callback, *args, context=None",
                a ->
                        of(a).later(
                                        LoopClock.nanos(Numbers.toDouble(a[1])),
                                        context(a[3]),
                                        () -> Calls.arguments().addAll(a[4]).call(a[2]),
                                        a[2]));
        type.method(
                "call_at",
                "when, callback, *args, context=None",
                a ->
                        of(a).at(
                                        Math.round(Numbers.toDouble(a[1]) * RESOLUTION),
                                        context(a[3]),
                                        () -> Calls.arguments().addAll(a[4]).call(a[2]),
                                        a[2]));
    }

    private static void errors(PyType type) {
        type.method(
                "set_exception_handler",
                1,
                1,
                a -> Future.none(() -> of(a).errors().setHandler(a[1])));
        type.method("get_exception_handler", 0, 0, a -> of(a).errors().handler());
        type.method("call_exception_handler", 1, 1, a -> of(a).errors().handle((PyDict) a[1]));
        type.method("default_exception_handler", 1, 1, a -> LoopErrors.byDefault((PyDict) a[1]));
    }
}
