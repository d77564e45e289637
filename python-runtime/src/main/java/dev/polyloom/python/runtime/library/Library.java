package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Module;
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
                    Map.entry("concurrent", () -> new Module("concurrent")),
                    Map.entry("concurrent.futures", FuturesModule::make),
                    Map.entry("time", TimeModule::make),
                    Map.entry("sys", SysModule::make),
                    Map.entry("math", MathModule::make),
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
                    Map.entry("statistics", StatisticsModule::make),
                    Map.entry("atexit", SysModule::makeAtExit));

    private Library() {}

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
        return maker == null ? null : maker.get();
    }

    /** Tells whether there is such a module. */
    public static boolean has(String name) {
        return ALL.containsKey(name);
    }

    /** Returns the names of all modules, in order. */
    public static Set<String> names() {
        return new TreeSet<>(ALL.keySet());
    }
}
