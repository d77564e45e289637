package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.ObjectFunctions;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.TracebackText;

/** The module {@code _thread}. */
final class LowThreadModule {
    private LowThreadModule() {}

    static Module make() {
        Module module = new Module("_thread");
        module.put("LockType", Locks.LOCK);
        module.put("RLock", Locks.RLOCK);
        module.put("error", Exceptions.RUNTIME_ERROR);
        module.put("TIMEOUT_MAX", 9223372036.0);
        module.put("_local", ThreadLocals.TYPE);
        for (String name : new String[] {"allocate_lock", "allocate"}) {
            module.function(name, 0, 0, a -> Calls.call(Locks.LOCK));
        }
        for (String name : new String[] {"start_new_thread", "start_new"}) {
            module.put(name, Builtin.function(name, 2, 3, LowThreadModule::start));
        }
        for (String name : new String[] {"get_ident", "get_native_id"}) {
            module.function(name, 0, 0, a -> PyThread.current().ident());
        }
        module.function("stack_size", 0, 1, ThreadingModule::stackSize);
        module.function(
                "exit",
                0,
                0,
                a -> {
                    throw Errors.of(Exceptions.SYSTEM_EXIT);
                });
        return module;
    }

    private static Object start(Object[] a) {
        if (!ObjectFunctions.isCallable(a[0])) {
            throw Errors.type("first arg must be callable");
        }
        if (!(a[1] instanceof PyTuple)) {
            throw Errors.type("2nd arg must be a tuple");
        }
        if (a.length > 2 && !(a[2] instanceof PyDict)) {
            throw Errors.type("optional 3rd arg must be a dictionary");
        }
        PyThread thread = PyThread.unknown(() -> run(a));
        thread.start();
        return thread.ident();
    }

    private static void run(Object[] a) {
        try {
            Signals.call(a[0], a[1], a.length > 2 ? a[2] : None.NONE);
        } catch (PyException e) {
            if (!e.is(Exceptions.SYSTEM_EXIT)) {
                Main.complain(
                        "Exception ignored in thread started by: %s\n%s"
                                .formatted(Text.repr(a[0]), TracebackText.of(e)));
            }
        }
    }
}
