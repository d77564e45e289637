package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.List;

/** The module {@code multiprocessing}. */
public final class MultiprocessingModule {
    private static final PyType ERROR =
            PyType.library("ProcessError", Exceptions.EXCEPTION, null)
                    .module("multiprocessing.context");
    private static final PyType TIMEOUT =
            PyType.library("TimeoutError", ERROR, null).module("multiprocessing.context");

    private static final PyType TOO_SHORT =
            PyType.library("BufferTooShort", ERROR, null).module("multiprocessing.context");
    private static final PyType AUTHENTICATION =
            PyType.library("AuthenticationError", ERROR, null).module("multiprocessing.context");

    private MultiprocessingModule() {}

    /** Makes the module. */
    public static Module make() {
        Module module = new Module("multiprocessing");
        module.put("ProcessError", ERROR);
        module.put("TimeoutError", TIMEOUT).put("BufferTooShort", TOO_SHORT);
        module.put("AuthenticationError", AUTHENTICATION);
        module.put("Process", PyProcess.TYPE);
        addTo(module);
        Calls.call(
                Modules.member("atexit", "register"),
                Builtin.function("_exit_function", 0, 0, a -> Processes.shutDown()));
        return module;
    }

    /**
     * Sends a signal to a process of the program, and tells whether there is one of this number.
     *
     * @param signal the number of the signal; 0 only asks
     */
    public static boolean kill(long pid, int signal) {
        return Processes.kill(pid, signal);
    }

    private static void addTo(Module module) {
        module.put("Pool", Pool.TYPE);
        module.put("Queue", ProcessQueue.QUEUE);
        module.put("JoinableQueue", ProcessQueue.JOINABLE);
        module.put("SimpleQueue", ProcessQueue.SIMPLE);
        Synchronization.addTo(module);
        module.function("Pipe", "duplex=True", a -> Connection.pipe(Text.truth(a[0])));
        module.function(
                "Value",
                "typecode_or_type, *args, lock=True",
                a -> SharedValue.value(a[0], a[2], a[1]));
        module.function(
                "RawValue", "typecode_or_type, *args", a -> SharedValue.value(a[0], a[1], true));
        module.function(
                "Array",
                "typecode_or_type, size_or_initializer, *, lock=True",
                a -> SharedValue.array(a[0], a[1], a[2]));
        module.function(
                "RawArray",
                "typecode_or_type, size_or_initializer",
                a -> SharedValue.array(a[0], a[1], true));
        module.function("Manager", 0, 0, a -> Managers.start());
        module.function("current_process", 0, 0, a -> Processes.current());
        module.function("parent_process", 0, 0, a -> Processes.parent());
        module.function("active_children", 0, 0, a -> Processes.activeChildren());
        module.function("cpu_count", 0, 0, a -> (long) Runtime.getRuntime().availableProcessors());
        module.function("freeze_support", 0, 0, a -> None.NONE);
        module.function("get_logger", 0, 0, a -> logger());
        module.function("log_to_stderr", "level=None", a -> logToErrors(a[0]));
        methods(module);
    }

    /** Returns the logger of the module, which the library itself writes nothing to. */
    private static Object logger() {
        Object made = Calls.call(Modules.member("logging", "getLogger"), "multiprocessing");
        Attributes.set(made, "propagate", 0L);
        return made;
    }

    private static Object logToErrors(Object level) {
        Object made = logger();
        Object handler = Calls.call(Modules.member("logging", "StreamHandler"));
        String format = "[%(levelname)s/%(processName)s] %(message)s";
        Calls.method(
                handler,
                "setFormatter",
                Calls.call(Modules.member("logging", "Formatter"), format));
        Calls.method(made, "addHandler", handler);
        if (level != None.NONE) {
            Calls.method(made, "setLevel", level);
        }
        return made;
    }

    private static void methods(Module module) {
        module.function(
                "get_all_start_methods", 0, 0, a -> PyList.of("fork", "spawn", "forkserver"));
        module.function("get_start_method", "allow_none=False", a -> "fork");
        module.function(
                "set_start_method",
                "method, force=False",
                a -> {
                    check(a[0]);
                    return None.NONE;
                });
        module.function("get_context", "method=None", a -> context(a[0]));
    }

    private static void check(Object method) {
        if (!List.of("fork", "spawn", "forkserver").contains(method)) {
            throw Errors.value("cannot find context for %s".formatted(Text.repr(method)));
        }
    }

    private static Object context(Object method) {
        if (method != None.NONE) {
            check(method);
        }
        String name = method == None.NONE ? "fork" : Text.str(method);
        String prefix =
                name.equals("forkserver")
                        ? "ForkServer"
                        : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        PyObject context =
                new PyObject(
                        PyType.library(prefix + "Context", Types.OBJECT, null)
                                .module("multiprocessing.context"));
        Modules.load("multiprocessing").owned().forEach(context::setOwn);
        context.setOwn(
                "Process",
                PyType.library(prefix + "Process", PyProcess.BASE, null)
                        .module("multiprocessing.context"));
        context.setOwn("get_start_method", Builtin.function("get_start_method", 0, 1, a -> name));
        return context;
    }

    /** Makes the module {@code multiprocessing.context}. */
    public static Module contexts() {
        return part(
                "context",
                "Process",
                "ProcessError",
                "TimeoutError",
                "BufferTooShort",
                "AuthenticationError");
    }

    /** Makes the module {@code _connection}: what waits for pipes and processes. */
    public static Module connections() {
        return new Module("_connection")
                .put("Connection", Connection.TYPE)
                .function("wait", 2, 2, a -> Watch.wait(a[0], a[1]));
    }

    /** Makes the module {@code multiprocessing.pool}. */
    public static Module pools() {
        return new Module("multiprocessing.pool")
                .put("Pool", Pool.TYPE)
                .put("ThreadPool", Pool.OF_THREADS)
                .put("AsyncResult", PoolResult.TYPE)
                .put("ApplyResult", PoolResult.TYPE);
    }

    /** Makes the module {@code multiprocessing.process}. */
    public static Module processes() {
        return part("process", "current_process", "active_children", "parent_process")
                .put("BaseProcess", PyProcess.BASE);
    }

    /** Makes the module {@code multiprocessing.queues}. */
    public static Module queues() {
        return part("queues", "Queue", "JoinableQueue", "SimpleQueue");
    }

    /** Makes the module {@code multiprocessing.synchronize}. */
    public static Module locks() {
        Module module = part("synchronize", "Lock", "RLock", "Semaphore", "BoundedSemaphore");
        for (String name : new String[] {"Condition", "Event", "Barrier"}) {
            module.put(name, Modules.member("multiprocessing", name));
        }
        return module;
    }

    /** Makes the module {@code _managers}: what managers in Python need of the runtime. */
    public static Module managers() {
        return new Module("_managers")
                .function("share", 3, 3, a -> Managers.share(a[0], Text.str(a[1]), a[2]))
                .function("start", 0, 0, a -> Managers.start());
    }

    private static Module part(String name, String... members) {
        Module module = new Module("multiprocessing." + name);
        for (String each : members) {
            module.put(each, Modules.member("multiprocessing", each));
        }
        return module;
    }
}
