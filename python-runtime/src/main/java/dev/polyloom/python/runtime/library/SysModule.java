package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.CallFrame;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Console;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Streams;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.TracebackText;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The modules {@code sys} and {@code atexit}. */
final class SysModule {
    /** What programs call to run further programs as they are run themselves. */
    static final String EXECUTABLE = "polyloom";

    private static final Object HOOK = Builtin.function("excepthook", 3, 3, SysModule::complain);
    private static final Deque<AtExit> AT_EXIT = new ArrayDeque<>();

    private SysModule() {}

    static Module make() {
        Module module = new SysStreams().module();
        module.put("argv", new PyList());
        module.put("path", new PyList());
        module.put("maxsize", Long.MAX_VALUE);
        module.put("platform", "linux");
        module.put("byteorder", "little");
        module.put("executable", EXECUTABLE);
        module.put("implementation", implementation());
        module.function("exit", 0, 1, SysModule::exit);
        module.function("getdefaultencoding", 0, 0, a -> "utf-8");
        module.function("getrefcount", 1, 1, a -> 2L);
        module.function("intern", 1, 1, SysModule::intern);
        module.function("exc_info", 0, 0, a -> excInfo());
        module.function("exception", 0, 0, a -> Values.orNone(Errors.handled()));
        module.function(
                "_getframe", 0, 1, a -> CallFrame.current(a.length == 0 ? 0 : Numbers.index(a[0])));
        module.put("excepthook", HOOK);
        module.put("__excepthook__", HOOK);
        SysFacts.addTo(module);
        return module;
    }

    private static Object intern(Object[] a) {
        if (!(a[0] instanceof String)) {
            throw Errors.type("intern() argument must be str, not " + Types.of(a[0]).name());
        }
        return a[0];
    }

    /** The streams, which a program may replace. */
    private record SysStreams() {
        Module module() {
            Module module =
                    new Module("sys") {
                        @Override
                        public @Nullable Object own(String id) {
                            return switch (id) {
                                case "stdout" -> Streams.out();
                                case "stderr" -> Streams.err();
                                case "modules" -> Modules.loaded();
                                default -> super.own(id);
                            };
                        }

                        @Override
                        public void setOwn(String id, Object value) {
                            switch (id) {
                                case "stdout" -> Streams.setOut(value);
                                case "stderr" -> Streams.setErr(value);
                                default -> super.setOwn(id, value);
                            }
                        }
                    };
            module.put("stdin", Console.IN);
            module.put("__stdout__", Console.OUT);
            module.put("__stderr__", Console.ERR);
            return module;
        }
    }

    private static PyObject implementation() {
        PyObject made =
                new PyObject(PyType.library("SimpleNamespace", Types.OBJECT, null).module("types"));
        made.setOwn("name", "polyloom");
        made.setOwn("version", PyTuple.of(3L, 12L, 0L, "final", 0L));
        made.setOwn("cache_tag", None.NONE);
        return made;
    }

    private static Object exit(Object[] a) {
        throw a.length == 0 || a[0] == None.NONE
                ? Errors.of(Exceptions.SYSTEM_EXIT)
                : Errors.of(Exceptions.SYSTEM_EXIT, a[0]);
    }

    private static Object excInfo() {
        PyException handled = Errors.handled();
        return handled == null
                ? PyTuple.of(None.NONE, None.NONE, None.NONE)
                : PyTuple.of(
                        new Object[] {
                            handled.type(),
                            handled,
                            dev.polyloom.python.runtime.object.Attributes.get(
                                    handled, "__traceback__")
                        });
    }

    private static void leave(Object[] a) {
        try {
            Calls.arguments().addAll(a[1]).addNamed(a[2]).call(a[0]);
        } catch (RuntimeException | Error e) {
            Main.complain(
                    "Exception ignored in atexit callback: %s\n%s"
                            .formatted(Text.repr(a[0]), TracebackText.of(Errors.caught(e))));
        }
    }

    /** Returns the function that the program wants to be told of its end, or {@code None}. */
    @SuppressWarnings("ReferenceEquality") // a function is one object
    static Object hook() {
        Object hook = Modules.load("sys").own("excepthook");
        return hook == null || hook == HOOK ? None.NONE : hook;
    }

    private static Object complain(Object[] a) {
        Main.complain(TracebackText.of((PyException) a[1]));
        return None.NONE;
    }

    static Module makeAtExit() {
        Module module = new Module("atexit");
        module.put(
                "register",
                Builtin.function(
                        "register",
                        "func, /, *args, **kwargs",
                        a -> {
                            synchronized (AT_EXIT) {
                                AT_EXIT.push(new AtExit(a[0], () -> leave(a)));
                            }
                            return a[0];
                        }));
        module.function(
                "unregister",
                1,
                1,
                a -> {
                    synchronized (AT_EXIT) {
                        AT_EXIT.removeIf(each -> each.function().equals(a[0]));
                    }
                    return None.NONE;
                });
        return module;
    }

    /** A function that is called at the end, and its arguments after it. */
    private record AtExit(Object function, Runnable call) {}

    /** Runs what the program has asked to be run at its end, the last first. */
    static void exit() {
        while (true) {
            AtExit next;
            synchronized (AT_EXIT) {
                next = AT_EXIT.poll();
            }
            if (next == null) {
                return;
            }
            next.call().run();
        }
    }
}
