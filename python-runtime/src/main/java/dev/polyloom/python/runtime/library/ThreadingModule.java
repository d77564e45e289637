package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.TracebackText;
import dev.polyloom.python.runtime.object.Types;
import java.util.concurrent.atomic.AtomicLong;

/** The module {@code threading}. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class ThreadingModule {
    private static final PyType HOOK_ARGUMENTS =
            PyType.library(
                            "ExceptHookArgs",
                            Types.OBJECT,
                            type -> type.dict().put("__open__", true))
                    .module("_thread");
    private static final AtomicLong STACK_SIZE = new AtomicLong();
    private static final long LEAST_STACK = 32_768;
    private static final Builtin DEFAULT_HOOK =
            Builtin.function("excepthook", 1, 1, a -> complain(a[0]));
    private static final PyType TIMER =
            PyType.library("Timer", PyThread.TYPE, ThreadingModule::fillTimer).module("threading");

    private ThreadingModule() {}

    static Module make() {
        Module module = new Module("threading");
        module.put("Thread", PyThread.TYPE);
        module.put("Lock", Locks.LOCK);
        module.put("RLock", Locks.RLOCK);
        module.put("Condition", Condition.TYPE);
        module.put("Semaphore", Signals.SEMAPHORE);
        module.put("BoundedSemaphore", Signals.BOUNDED);
        module.put("Event", Signals.EVENT);
        module.put("Barrier", Barrier.TYPE);
        module.put("BrokenBarrierError", Barrier.BROKEN);
        module.put("Timer", TIMER);
        module.put("local", ThreadLocals.TYPE);
        module.put("ThreadError", dev.polyloom.python.runtime.object.Exceptions.RUNTIME_ERROR);
        module.put("TIMEOUT_MAX", 9223372036.0);
        module.put("excepthook", DEFAULT_HOOK);
        module.put("__excepthook__", DEFAULT_HOOK);
        module.function("current_thread", 0, 0, a -> PyThread.named());
        module.function(
                "currentThread",
                0,
                0,
                Deprecations.of("currentThread", "use current_thread()", a -> PyThread.named()));
        module.function("active_count", 0, 0, ThreadingModule::count);
        module.function(
                "activeCount",
                0,
                0,
                Deprecations.of("activeCount", "use active_count()", ThreadingModule::count));
        module.function("main_thread", 0, 0, a -> PyThread.main());
        module.function("enumerate", 0, 0, a -> PyList.copyOf(PyThread.alive()));
        module.function("get_ident", 0, 0, a -> PyThread.current().ident());
        module.function("get_native_id", 0, 0, a -> PyThread.current().ident());
        module.function("stack_size", 0, 1, ThreadingModule::stackSize);
        module.function("settrace", 1, 1, a -> None.NONE);
        return module;
    }

    private static Object count(Object[] a) {
        return (long) PyThread.alive().size();
    }

    /**
     * Notes the size that the program wants stacks to have, without one the default, and returns
     * the one before; all have room for deep recursion.
     */
    static Object stackSize(Object[] a) {
        long size = a.length == 0 ? 0 : Numbers.index(a[0]);
        if (size < 0) {
            throw Errors.value("size must be 0 or a positive value");
        }
        if (size > 0 && size < LEAST_STACK) {
            throw Errors.value("size not valid: " + size + " bytes");
        }
        return STACK_SIZE.getAndSet(size);
    }

    /** Returns the function that the program wants to be told of exceptions, or {@code None}. */
    static Object hook() {
        Object hook = Modules.load("threading").own("excepthook");
        return hook == null || hook == DEFAULT_HOOK ? None.NONE : hook;
    }

    static Object hookArguments(PyException error, PyThread thread) {
        PyObject arguments = new PyObject(HOOK_ARGUMENTS);
        arguments.setOwn("exc_type", error.type());
        arguments.setOwn("exc_value", error);
        arguments.setOwn("exc_traceback", Attributes.get(error, "__traceback__"));
        arguments.setOwn("thread", thread);
        return arguments;
    }

    private static Object complain(Object arguments) {
        PyException error = (PyException) Attributes.get(arguments, "exc_value");
        PyThread thread = (PyThread) Attributes.get(arguments, "thread");
        Main.complain(
                "Exception in thread %s:\n%s".formatted(thread.name(), TracebackText.of(error)));
        return None.NONE;
    }

    private static void fillTimer(PyType type) {
        type.method(
                "__init__",
                "interval, function, args=None, kwargs=None",
                a -> {
                    Calls.call(Attributes.get(PyThread.TYPE, "__init__"), a[0]);
                    PyObject self = (PyObject) a[0];
                    self.setOwn("interval", a[1]);
                    self.setOwn("function", a[2]);
                    self.setOwn("args", a[3] == None.NONE ? PyTuple.EMPTY : a[3]);
                    self.setOwn("kwargs", a[4] == None.NONE ? new PyDict() : a[4]);
                    self.setOwn("finished", Signals.EVENT.call(new Object[0], new String[0]));
                    return None.NONE;
                });
        type.method("cancel", 0, 0, a -> Calls.method(Attributes.get(a[0], "finished"), "set"));
        type.method(
                "run",
                0,
                0,
                a -> {
                    Object finished = Attributes.get(a[0], "finished");
                    Calls.method(finished, "wait", Attributes.get(a[0], "interval"));
                    if (Calls.method(finished, "is_set") == Boolean.FALSE) {
                        Signals.call(
                                Attributes.get(a[0], "function"),
                                Attributes.get(a[0], "args"),
                                Attributes.get(a[0], "kwargs"));
                    }
                    Calls.method(finished, "set");
                    return None.NONE;
                });
        type.dict().put("__open__", true);
    }
}
