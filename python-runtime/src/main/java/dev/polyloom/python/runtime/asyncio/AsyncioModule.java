package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.BoundMethod;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.PySet;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.ThreadState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The module {@code asyncio}. */
public final class AsyncioModule {
    /** The names that modules in Python give, with these modules. */
    public static final Map<String, String> IN_PYTHON =
            Map.ofEntries(
                    Map.entry("create_subprocess_exec", "asyncio.subprocess"),
                    Map.entry("create_subprocess_shell", "asyncio.subprocess"),
                    Map.entry("subprocess", "asyncio.subprocess"),
                    Map.entry("streams", "asyncio.streams"),
                    Map.entry("StreamReader", "asyncio.streams"),
                    Map.entry("StreamWriter", "asyncio.streams"),
                    Map.entry("IncompleteReadError", "asyncio.streams"),
                    Map.entry("LimitOverrunError", "asyncio.streams"),
                    Map.entry("open_connection", "_network"),
                    Map.entry("open_unix_connection", "_network"),
                    Map.entry("start_server", "_network"),
                    Map.entry("start_unix_server", "_network"),
                    Map.entry("Server", "_network"),
                    Map.entry("protocols", "asyncio.protocols"),
                    Map.entry("BaseProtocol", "asyncio.protocols"),
                    Map.entry("Protocol", "asyncio.protocols"),
                    Map.entry("BufferedProtocol", "asyncio.protocols"),
                    Map.entry("DatagramProtocol", "asyncio.protocols"),
                    Map.entry("SubprocessProtocol", "asyncio.protocols"),
                    Map.entry("transports", "asyncio.transports"),
                    Map.entry("BaseTransport", "asyncio.transports"),
                    Map.entry("ReadTransport", "asyncio.transports"),
                    Map.entry("WriteTransport", "asyncio.transports"),
                    Map.entry("Transport", "asyncio.transports"),
                    Map.entry("DatagramTransport", "asyncio.transports"),
                    Map.entry("SubprocessTransport", "asyncio.transports"),
                    Map.entry("StreamReaderProtocol", "_transports"),
                    Map.entry("AbstractEventLoopPolicy", "_loops"),
                    Map.entry("DefaultEventLoopPolicy", "_loops"),
                    Map.entry("get_event_loop_policy", "_loops"),
                    Map.entry("set_event_loop_policy", "_loops"),
                    Map.entry("AbstractChildWatcher", "_loops"),
                    Map.entry("ThreadedChildWatcher", "_loops"),
                    Map.entry("get_child_watcher", "_loops"),
                    Map.entry("set_child_watcher", "_loops"));

    private AsyncioModule() {}

    /** Returns the module in Python that has a method of event loops as a function, or null. */
    public static @Nullable String partOfLoop(String method) {
        return LoopMethods.IN_PYTHON.get(method);
    }

    /** Makes the module. */
    public static Module make() {
        Module module =
                new Module("asyncio") {
                    @Override
                    public @Nullable Object own(String id) {
                        Object known = super.own(id);
                        String part = known == null ? IN_PYTHON.get(id) : null;
                        if (part == null) {
                            return known;
                        }
                        Module module = Modules.load(part);
                        return part.endsWith("." + id) ? module : module.own(id);
                    }
                };
        PyType[] types = {
            Future.TYPE,
            Task.TASK,
            Lock.TYPE,
            Event.TYPE,
            Semaphore.TYPE,
            Semaphore.BOUNDED,
            Condition.TYPE,
            Barrier.TYPE,
            Queue.TYPE,
            Queue.LIFO,
            Queue.PRIORITY,
            TaskGroup.TYPE,
            Timeout.TYPE,
            Runner.TYPE,
            Handle.TYPE,
            Handle.TIMER,
            AsyncErrors.CANCELLED,
            AsyncErrors.INVALID_STATE,
            AsyncErrors.BROKEN_BARRIER,
            AsyncErrors.QUEUE_EMPTY,
            AsyncErrors.QUEUE_FULL,
        };
        for (PyType type : types) {
            module.put(type.name(), type);
        }
        module.put("TimeoutError", Exceptions.TIMEOUT_ERROR);
        module.put("AbstractEventLoop", EventLoop.TYPE);
        module.put("BaseEventLoop", EventLoop.TYPE);
        module.put("SelectorEventLoop", EventLoop.TYPE);
        for (String name : new String[] {"FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"}) {
            module.put(name, name);
        }
        module.put("exceptions", exceptions());
        module.put("queues", queues());
        loops(module);
        tasks(module);
        waits(module);
        return module;
    }

    /** Makes the module {@code asyncio.exceptions}. */
    public static Module exceptions() {
        return new Module("asyncio.exceptions")
                .put("CancelledError", AsyncErrors.CANCELLED)
                .put("InvalidStateError", AsyncErrors.INVALID_STATE)
                .put("BrokenBarrierError", AsyncErrors.BROKEN_BARRIER)
                .put("TimeoutError", Exceptions.TIMEOUT_ERROR);
    }

    /** Makes the module {@code asyncio.queues}. */
    public static Module queues() {
        return new Module("asyncio.queues")
                .put("Queue", Queue.TYPE)
                .put("LifoQueue", Queue.LIFO)
                .put("PriorityQueue", Queue.PRIORITY)
                .put("QueueEmpty", AsyncErrors.QUEUE_EMPTY)
                .put("QueueFull", AsyncErrors.QUEUE_FULL);
    }

    private static void loops(Module module) {
        module.function("run", "main, *, debug=None", a -> Runner.runOnce(a[0], a[1]));
        module.function("get_running_loop", 0, 0, a -> EventLoops.running());
        module.function("get_event_loop", 0, 0, a -> EventLoops.get());
        module.function("new_event_loop", 0, 0, a -> EventLoops.create());
        module.function("set_event_loop", 1, 1, a -> Future.none(() -> EventLoops.set(a[0])));
        module.function("_policy", 0, 0, a -> EventLoops.policy());
        module.function("_set_policy", 1, 1, a -> Future.none(() -> EventLoops.setPolicy(a[0])));
        module.function(
                "_get_running_loop",
                0,
                0,
                a -> {
                    Object loop = ThreadState.get().runningLoop();
                    return loop == null ? None.NONE : loop;
                });
    }

    private static void tasks(Module module) {
        module.function(
                "create_task",
                "coro, *, name=None, context=None",
                a -> EventLoops.running().createTask(a[0], None.NONE, a[2]).named(a[1]));
        module.function(
                "ensure_future",
                "coro_or_future, *, loop=None",
                a ->
                        a[1] instanceof EventLoop loop
                                ? EventLoops.ensureFuture(a[0], loop)
                                : EventLoops.ensureFuture(a[0]));
        module.function("current_task", "loop=None", a -> current(a[0]));
        module.function(
                "all_tasks",
                "loop=None",
                a ->
                        PySet.of(
                                (a[0] instanceof EventLoop loop ? loop : EventLoops.running())
                                        .tasks()
                                        .toArray()));
        module.function("iscoroutine", 1, 1, a -> EventLoops.isCoroutine(a[0]));
        module.function("iscoroutinefunction", 1, 1, a -> isCoroutineFunction(a[0]));
        module.function("isfuture", 1, 1, a -> a[0] instanceof Future);
        module.function(
                "run_coroutine_threadsafe",
                "coro, loop",
                a -> ExecutorBridge.fromThread(a[0], (EventLoop) a[1]));
        module.function(
                "wrap_future",
                "future, *, loop=None",
                a ->
                        ExecutorBridge.wrap(
                                a[1] instanceof EventLoop loop ? loop : EventLoops.get(), a[0]));
        module.function(
                "to_thread",
                "func, /, *args, **kwargs",
                a -> ExecutorBridge.toThread(a[0], a[1], a[2]));
    }

    private static Object current(Object loop) {
        Task task = (loop instanceof EventLoop given ? given : EventLoops.running()).current();
        return task == null ? None.NONE : task;
    }

    /** Tells whether calls of a value give coroutines. */
    public static boolean isCoroutineFunction(Object value) {
        return switch (value) {
            case Function function -> function.isAsynchronous();
            case BoundMethod method -> isCoroutineFunction(method.function());
            default -> false;
        };
    }

    private static void waits(Module module) {
        module.function(
                "sleep",
                "delay, result=None",
                a -> Coroutine.of("sleep", by -> Waits.sleep(by, a[0], a[1])));
        module.function(
                "gather",
                "*coros_or_futures, return_exceptions=False",
                a -> Gathering.of((PyTuple) a[1], Text.truth(a[0])));
        module.function(
                "wait_for",
                "fut, timeout",
                a -> Coroutine.of("wait_for", by -> Waits.waitFor(by, a[0], a[1])));
        module.function(
                "wait",
                "fs, *, timeout=None, return_when='ALL_COMPLETED'",
                a -> Coroutine.of("wait", by -> Waits.wait(by, a[0], a[1], a[2])));
        module.function("shield", 1, 1, a -> Waits.shield(a[0]));
        module.function("as_completed", "fs, *, timeout=None", a -> Waits.asCompleted(a[0], a[1]));
        module.function("timeout", 1, 1, a -> Timeout.after(a[0]));
        module.function("timeout_at", 1, 1, a -> new Timeout(a[0]));
    }
}
