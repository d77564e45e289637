package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A module: a name and variables. */
public class Module extends PyObject {
    private static final PyType LOADER =
            PyType.library("SourceFileLoader", Types.OBJECT, type -> {})
                    .module("_frozen_importlib_external");

    private static final List<String> FIRST =
            List.of(
                    "__name__",
                    "__doc__",
                    "__package__",
                    "__loader__",
                    "__spec__",
                    "__annotations__",
                    "__builtins__",
                    "__file__",
                    "__cached__");

    private static final Set<String> FROZEN =
            Set.of(
                    "abc",
                    "codecs",
                    "io",
                    "os",
                    "posixpath",
                    "genericpath",
                    "ntpath",
                    "stat",
                    "site");

    private final String name;
    private volatile @Nullable Object variables;
    private final Map<String, Global> globals = Collections.synchronizedMap(new LinkedHashMap<>());

    /** Makes a module without variables other than its name. */
    public Module(String name) {
        super(Types.MODULE);
        this.name = name;
        Global own = new Global("__name__");
        own.set(name);
        globals.put("__name__", own);
    }

    /** Gives it the variables that the program's own module has before its first statement. */
    public void describeMain(String file) {
        put("__doc__", None.NONE).put("__package__", None.NONE);
        put("__loader__", new PyObject(LOADER)).put("__spec__", None.NONE);
        put("__annotations__", new PyDict()).put("__builtins__", Builtins.module());
        put("__file__", file).put("__cached__", None.NONE);
        synchronized (globals) {
            Map<String, Global> all = new LinkedHashMap<>(globals);
            globals.clear();
            FIRST.forEach(id -> globals.put(id, Objects.requireNonNull(all.get(id))));
            all.forEach(globals::putIfAbsent);
        }
    }

    /** Returns what its text says of where it comes from. */
    String origin() {
        Object file = own("__file__");
        if (file instanceof String) {
            return " from " + Text.repr(file);
        }
        return FROZEN.contains(name) ? " (frozen)" : name.equals("__main__") ? "" : " (built-in)";
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns a variable, which has no value at first. */
    public Global global(String id) {
        return globals.computeIfAbsent(id, Global::new);
    }

    /** Returns a variable, or null where nobody has named it yet. */
    @Nullable Global find(String id) {
        return globals.get(id);
    }

    /** Returns the module in which functions of code that is evaluated find their variables. */
    public Module outermost() {
        return this;
    }

    /** Returns what its function {@code __getattr__} gives for a name, or null if it has none. */
    @Nullable Object made(String id) {
        Object maker = own("__getattr__");
        return maker instanceof Function ? Calls.call(maker, id) : null;
    }

    /** Returns the variables as a dict. */
    Object variables() {
        Object known = variables;
        if (known == null) {
            known = ObjectType.dict(this);
            variables = known;
        }
        return known;
    }

    /** Returns all variables. */
    List<Global> globals() {
        synchronized (globals) {
            return List.copyOf(globals.values());
        }
    }

    /** Sets a variable. */
    public Module put(String id, Object value) {
        global(id).set(value);
        return this;
    }

    /** Defines a function that takes arguments by position. */
    public Module function(String id, int least, int most, Builtin.Body body) {
        return put(id, Builtin.function(id, least, most, body));
    }

    /** Defines a function whose parameters are written as in Python. */
    public Module function(String id, String parameters, Builtin.Body body) {
        return put(id, Builtin.function(id, parameters, body));
    }

    @Override
    public @Nullable Object own(String id) {
        Global global = globals.get(id);
        return global == null ? null : global.orNull();
    }

    @Override
    public void setOwn(String id, Object value) {
        put(id, value);
    }

    @Override
    public boolean deleteOwn(String id) {
        if (own(id) == null) {
            return false;
        }
        global(id).delete();
        return true;
    }

    @Override
    public Map<String, Object> owned() {
        Map<String, Object> all = new LinkedHashMap<>();
        synchronized (globals) {
            globals.forEach((id, global) -> {
                Object value = global.orNull();
                if (value != null) {
                    all.put(id, value);
                }
            });
        }
        return all;
    }
}
