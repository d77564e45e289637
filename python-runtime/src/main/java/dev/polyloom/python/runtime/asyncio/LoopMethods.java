package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import java.util.Map;

/** The methods of an event loop that programs call. */
final class LoopMethods {
    private static final double RESOLUTION = 1e9;

    /** The methods that are functions of modules in Python, to which the loop is handed. */
    static final Map<String, String> IN_PYTHON =
            Map.ofEntries(
                    Map.entry("add_signal_handler", "_loops"),
                    Map.entry("remove_signal_handler", "_loops"),
                    Map.entry("getaddrinfo", "_network"),
                    Map.entry("sock_accept", "_network"),
                    Map.entry("sock_connect", "_network"),
                    Map.entry("sock_recv", "_network"),
                    Map.entry("sock_sendall", "_network"),
                    Map.entry("add_reader", "_transports"),
                    Map.entry("remove_reader", "_transports"),
                    Map.entry("add_writer", "_transports"),
                    Map.entry("remove_writer", "_transports"),
                    Map.entry("create_connection", "_transports"),
                    Map.entry("create_unix_connection", "_transports"),
                    Map.entry("create_server", "_transports"),
                    Map.entry("create_unix_server", "_transports"),
                    Map.entry("create_datagram_endpoint", "_transports"),
                    Map.entry("connect_read_pipe", "_transports"));

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
        type.method("get_task_factory", 0, 0, a -> of(a).taskFactory());
        type.method("set_task_factory", 1, 1, a -> Future.none(() -> of(a).setTaskFactory(a[1])));
        type.method(
                "run_in_executor",
                "executor, func, *args",
                a -> of(a).executors().run(a[1], a[2], (PyTuple) a[3]));
        type.method(
                "set_default_executor",
                1,
                1,
                a -> Future.none(() -> of(a).executors().setDefault(a[1])));
        type.method("shutdown_default_executor", "timeout=None", a -> of(a).executors().ending());
        type.method(
                "shutdown_asyncgens",
                0,
                0,
                a ->
                        Coroutine.of(
                                "BaseEventLoop.shutdown_asyncgens",
                                by -> of(a).closeGenerators(by)));
        inPython(type);
    }

    private static void inPython(PyType type) {
        IN_PYTHON.forEach((name, module) ->
                type.method(
                        name,
                        "*args, **kwargs",
                        a ->
                                Calls.arguments()
                                        .add(a[0])
                                        .addAll(a[1])
                                        .addNamed((PyDict) a[2])
                                        .call(Modules.member(module, name))));
    }

    private static void running(PyType type) {
        type.method("run_until_complete", 1, 1, a -> of(a).runUntilComplete(a[1]));
        type.method("run_forever", 0, 0, a -> Future.none(() -> of(a).runForever()));
        type.method("stop", 0, 0, a -> Future.none(() -> of(a).stop()));
        type.method("close", 0, 0, a -> Future.none(() -> of(a).close()));
        type.method("is_running", 0, 0, a -> of(a).isRunning());
        type.method("is_closed", 0, 0, a -> of(a).isClosed());
        type.method("get_debug", 0, 0, a -> of(a).isDebugged());
        type.method("set_debug", 1, 1, a -> Future.none(() -> of(a).setDebugged(a[1])));
        type.method("time", 0, 0, a -> LoopClock.seconds(of(a).now()));
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        "<%s running=%s closed=%s debug=%s>"
                                .formatted(
                                        of(a).type().name(),
                                        Text.repr(of(a).isRunning()),
                                        Text.repr(of(a).isClosed()),
                                        Text.repr(of(a).isDebugged())));
    }

    private static void scheduling(PyType type) {
        type.method(
                "call_soon",
                "callback, *args, context=None",
                a -> {
                    Callback callback = new Callback(a[1], (PyTuple) a[3]);
                    return of(a).soon(context(a[2]), callback, callback);
                });
        type.method(
                "call_soon_threadsafe",
                "callback, *args, context=None",
                a -> {
                    Callback callback = new Callback(a[1], (PyTuple) a[3]);
                    return of(a).fromOutside(context(a[2]), callback, callback);
                });
        type.method(
                "call_later",
                "delay, callback, *args, context=None",
                a -> {
                    Callback callback = new Callback(a[2], (PyTuple) a[4]);
                    long nanos = LoopClock.nanos(Numbers.toDouble(a[1]));
                    return of(a).later(nanos, context(a[3]), callback, callback);
                });
        type.method(
                "call_at",
                "when, callback, *args, context=None",
                a -> {
                    Callback callback = new Callback(a[2], (PyTuple) a[4]);
                    long instant = Math.round(Numbers.toDouble(a[1]) * RESOLUTION);
                    return of(a).at(instant, context(a[3]), callback, callback);
                });
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
