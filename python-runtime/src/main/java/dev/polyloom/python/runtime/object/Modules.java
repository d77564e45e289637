package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.library.Library;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The modules that a program imports. */
public final class Modules {
    private static final Map<String, Module> LOADED = new ConcurrentHashMap<>();
    private static final Map<String, Source> SOURCES = new ConcurrentHashMap<>();

    /** A module that is part of the program. */
    private record Source(Module module, Runnable body) {}

    private Modules() {}

    /** Makes a module of the program known; its body runs when it is imported first. */
    public static void register(Module module, Runnable body) {
        SOURCES.put(module.name(), new Source(module, body));
    }

    /** Returns a module, which is loaded when it has not been. */
    public static Module load(String name) {
        Module known = LOADED.get(name);
        if (known != null) {
            return known;
        }
        Source source = SOURCES.get(name);
        if (source != null) {
            return load(name, source);
        }
        Module library = Library.find(name);
        if (library == null) {
            if (Evaluation.find(name)) {
                return load(name);
            }
            PyException error =
                    Errors.of(
                            Exceptions.named("ModuleNotFoundError"),
                            "No module named '%s'".formatted(name));
            error.setOwn("name", name);
            throw error;
        }
        LOADED.put(name, library);
        return library;
    }

    /** Loads a module of the program within the package that it lies in. */
    private static Module load(String name, Source source) {
        int dot = name.lastIndexOf('.');
        Module around = dot < 0 ? null : load(name.substring(0, dot));
        Module known = LOADED.putIfAbsent(name, source.module);
        if (known != null) {
            return known;
        }
        source.body.run();
        if (around != null) {
            around.put(name.substring(dot + 1), source.module);
        }
        return source.module;
    }

    /** Returns the modules of the program itself. */
    static List<Module> ofProgram() {
        return SOURCES.values().stream().map(Source::module).toList();
    }

    /** Returns the main module, or null where there is none. */
    static @Nullable Module main() {
        Source main = SOURCES.get("__main__");
        return main == null ? null : main.module;
    }

    /** Tells whether a module is part of the program or has been loaded. */
    public static boolean isKnown(String name) {
        return SOURCES.containsKey(name) || LOADED.containsKey(name);
    }

    /** Tells whether a module has been loaded. */
    public static boolean isLoaded(String name) {
        return LOADED.containsKey(name);
    }

    /** Returns the modules that have been loaded, by name, as a new dict. */
    public static PyDict loaded() {
        PyDict all = new PyDict();
        Source main = SOURCES.get("__main__");
        if (main != null) {
            all.put("__main__", main.module);
        }
        LOADED.forEach(all::put);
        return all;
    }

    /** Returns the first module of a dotted name, with the others loaded within it. */
    public static Module loadFirst(String dotted) {
        String[] parts = dotted.split("\\.", -1);
        Module first = load(parts[0]);
        Module outer = first;
        StringBuilder path = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            path.append('.').append(parts[i]);
            Module inner = load(path.toString());
            outer.put(parts[i], inner);
            outer = inner;
        }
        return first;
    }

    /** Returns the last module of a dotted name. */
    public static Module loadLast(String dotted) {
        loadFirst(dotted);
        return load(dotted);
    }

    /** Returns what {@code from module import name} gives. */
    public static Object member(String module, String name) {
        Module from = load(module);
        Object found = from.own(name);
        if (found != null) {
            return found;
        }
        Module inner = tryLoad(module + "." + name);
        if (inner != null) {
            return inner;
        }
        Object made = made(from, name);
        if (made != null) {
            return made;
        }
        throw Errors.of(
                Exceptions.IMPORT_ERROR,
                "cannot import name '%s' from '%s' (unknown location)".formatted(name, module));
    }

    private static @Nullable Object made(Module from, String name) {
        try {
            return from.made(name);
        } catch (PyException e) {
            if (e.is(Exceptions.ATTRIBUTE_ERROR)) {
                return null;
            }
            throw e;
        }
    }

    private static @Nullable Module tryLoad(String name) {
        return SOURCES.containsKey(name) || Library.has(name) ? load(name) : null;
    }

    /** Gives a module all public names of another. */
    public static void star(Module into, String module) {
        Module from = load(module);
        Object all = from.own("__all__");
        if (all != null) {
            for (Object each : Iteration.toList(all)) {
                into.put((String) each, Attributes.get(from, (String) each));
            }
            return;
        }
        from.owned()
                .forEach((name, value) -> {
                    if (!name.startsWith("_")) {
                        into.put(name, value);
                    }
                });
    }

    /** Returns the variables of a module as a dict. */
    public static Object globals(Module module) {
        return module.outermost().variables();
    }

    /** Notes the annotation of a variable. */
    public static void annotate(Module module, String name, Object annotation) {
        Object known = module.own("__annotations__");
        if (known == null) {
            known = new PyDict();
            module.put("__annotations__", known);
        }
        Items.set(known, name, annotation);
    }

    /** Returns the variables that code sees first which is evaluated on a module, as a dict. */
    public static Object locals(Module module) {
        return module.variables();
    }
}
