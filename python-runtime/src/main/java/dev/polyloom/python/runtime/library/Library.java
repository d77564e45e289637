package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.asyncio.AsyncioModule;
import dev.polyloom.python.runtime.asyncio.ContextVariable;
import dev.polyloom.python.runtime.multiprocessing.MultiprocessingModule;
import dev.polyloom.python.runtime.multiprocessing.Pickling;
import dev.polyloom.python.runtime.multiprocessing.SharedBlocks;
import dev.polyloom.python.runtime.object.Builtins;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.platform.Platform;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The modules that programs may import. */
public final class Library {
    private static final Map<String, Supplier<Module>> ALL =
            Map.ofEntries(
                    Map.entry("__future__", () -> new FutureModule().make()),
                    Map.entry("threading", ThreadingModule::make),
                    Map.entry("queue", QueueModule::make),
                    Map.entry("_thread", LowThreadModule::make),
                    Map.entry("sched", SchedModule::make),
                    Map.entry("asyncio", AsyncioModule::make),
                    Map.entry("asyncio.base_events", AsyncioModule::make),
                    Map.entry("asyncio.coroutines", AsyncioModule::make),
                    Map.entry("asyncio.events", AsyncioModule::make),
                    Map.entry("asyncio.exceptions", AsyncioModule::exceptions),
                    Map.entry("asyncio.futures", AsyncioModule::make),
                    Map.entry("asyncio.locks", AsyncioModule::make),
                    Map.entry("asyncio.runners", AsyncioModule::make),
                    Map.entry("asyncio.taskgroups", AsyncioModule::make),
                    Map.entry("asyncio.tasks", AsyncioModule::make),
                    Map.entry("asyncio.timeouts", AsyncioModule::make),
                    Map.entry("asyncio.queues", AsyncioModule::queues),
                    Map.entry("contextvars", ContextVariable::module),
                    Map.entry("multiprocessing", MultiprocessingModule::make),
                    Map.entry("multiprocessing.context", MultiprocessingModule::contexts),
                    Map.entry("multiprocessing.pool", MultiprocessingModule::pools),
                    Map.entry("multiprocessing.process", MultiprocessingModule::processes),
                    Map.entry("multiprocessing.queues", MultiprocessingModule::queues),
                    Map.entry("multiprocessing.synchronize", MultiprocessingModule::locks),
                    Map.entry("_connection", MultiprocessingModule::connections),
                    Map.entry("_managers", MultiprocessingModule::managers),
                    Map.entry("concurrent", () -> new Module("concurrent")),
                    Map.entry("concurrent.futures", FuturesModule::make),
                    Map.entry("concurrent.futures._base", FuturesModule::makeBase),
                    Map.entry("concurrent.futures.thread", FuturesModule::threads),
                    Map.entry("concurrent.futures.process", FuturesModule::processes),
                    Map.entry("time", TimeModule::make),
                    Map.entry("_time", TimeModule::makeHidden),
                    Map.entry("sys", SysModule::make),
                    Map.entry("math", MathModule::make),
                    Map.entry("random", RandomModule::make),
                    Map.entry("io", IoModule::make),
                    Map.entry("os", OsModule::make),
                    Map.entry("os.path", PathModule::make),
                    Map.entry("posixpath", PathModule::make),
                    Map.entry("_signal", PendingSignals::make),
                    Map.entry("_subprocess", ChildProcess::make),
                    Map.entry("traceback", TracebackModule::make),
                    Map.entry("_pickle", Library::makePickle),
                    Map.entry("_frames", TracebackModule::makeFrames),
                    Map.entry("re", ReModule::make),
                    Map.entry("json", JsonModule::make),
                    Map.entry("json.decoder", JsonModule::make),
                    Map.entry("json.encoder", JsonModule::make),
                    Map.entry("struct", StructModule::make),
                    Map.entry("hashlib", HashModule::make),
                    Map.entry("zlib", ZlibModule::make),
                    Map.entry("binascii", HashModule::makeBinascii),
                    Map.entry("collections", CollectionsModule::make),
                    Map.entry("collections.abc", AbstractCollections::make),
                    Map.entry("functools", FunctoolsModule::make),
                    Map.entry("itertools", ItertoolsModule::make),
                    Map.entry("operator", OperatorModule::make),
                    Map.entry("contextlib", ContextlibModule::make),
                    Map.entry("dataclasses", DataclassesModule::make),
                    Map.entry("enum", EnumModule::make),
                    Map.entry("abc", AbcModule::make),
                    Map.entry("typing", TypingModule::make),
                    Map.entry("types", TypesModule::make),
                    Map.entry("heapq", HeapqModule::make),
                    Map.entry("bisect", BisectModule::make),
                    Map.entry("copy", CopyModule::make),
                    Map.entry("gc", GcModule::make),
                    Map.entry("weakref", WeakrefModule::make),
                    Map.entry("string", StringModule::make),
                    Map.entry("textwrap", TextwrapModule::make),
                    Map.entry("pprint", PprintModule::make),
                    Map.entry("array", ArrayModule::make),
                    Map.entry("fractions", Fraction::makeModule),
                    Map.entry("decimal", DecimalModule::make),
                    Map.entry("_statistics", StatisticsModule::make),
                    Map.entry("builtins", Builtins::module),
                    Map.entry("_shared", SharedBlocks::make),
                    Map.entry("_unicodedata", UnicodeModule::make),
                    Map.entry("atexit", SysModule::makeAtExit));

    private Library() {}

    /** Makes the module {@code _pickle}: what {@code pickle} in Python needs of the runtime. */
    private static Module makePickle() {
        return new Module("_pickle")
                .put("PickleError", Pickling.ERROR)
                .put("PicklingError", Pickling.PICKLING_ERROR)
                .put("UnpicklingError", Pickling.UNPICKLING_ERROR)
                .function("is_plain", 1, 1, a -> a[0].getClass() == PyObject.class)
                .function("load_module", 1, 1, a -> Modules.loadLast((String) a[0]));
    }

    /** The module whose names change what Python is. */
    private record FutureModule() {
        Module make() {
            Module module = new Module("__future__");
            for (String name : new String[] {"annotations", "division", "print_function"}) {
                module.put(name, true);
            }
            return module;
        }
    }

    /** Returns a new module, or null if there is none of that name. */
    public static @Nullable Module find(String name) {
        Supplier<Module> maker = ALL.get(name);
        if (maker == null) {
            maker = Platform.machine().modules().get(name);
        }
        return maker == null ? null : maker.get();
    }

    /** Returns the module in Python that gives a name of {@code asyncio}, or null. */
    public static @Nullable String partOfAsyncio(String name) {
        return AsyncioModule.IN_PYTHON.get(name);
    }

    /** Returns the module in Python that has a method of event loops as a function, or null. */
    public static @Nullable String partOfLoop(String method) {
        return AsyncioModule.partOfLoop(method);
    }

    /** Tells whether there is such a module. */
    public static boolean has(String name) {
        return ALL.containsKey(name) || Platform.machine().modules().containsKey(name);
    }

    /** Returns the names of all modules, in order. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(ALL.keySet());
        names.removeIf(name -> name.matches("_[a-z].*"));
        return names;
    }
}
