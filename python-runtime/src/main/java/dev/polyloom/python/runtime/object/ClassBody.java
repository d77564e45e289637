package dev.polyloom.python.runtime.object;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names that a class statement defines, while it runs. */
public final class ClassBody {
    private static final String CELL = "__classcell__";

    private ClassBody() {}

    /**
     * Returns where a class statement keeps its names: in what its metaclass prepares, if it does.
     *
     * @param qualname its name with those around
     * @param module the name of the module
     * @param bases what stands in brackets
     * @param names the names of further arguments
     * @param values the values of further arguments
     */
    public static Map<String, Object> begin(
            String qualname, String module, List<?> bases, String[] names, Object[] values) {
        Object mapping = Metaclasses.prepared(qualname, bases, names, values);
        if (mapping == null) {
            return new LinkedHashMap<>();
        }
        Map<String, Object> prepared = new PreparedNames(mapping);
        prepared.put("__module__", module);
        prepared.put("__qualname__", qualname);
        return prepared;
    }

    /**
     * Returns the names of a class statement whose code may ask for them as a dict: what changes in
     * that dict changes in the class.
     */
    public static Map<String, Object> shown(
            String qualname, String module, Map<String, Object> names) {
        if (names instanceof PreparedNames) {
            return names;
        }
        return new PreparedNames(PyDict.of("__module__", module, "__qualname__", qualname));
    }

    /** Returns the names that a class statement has defined so far, as {@code locals()} does. */
    public static Object locals(Map<String, Object> names) {
        return names instanceof PreparedNames shown ? shown.mapping() : Namespace.of(names);
    }

    /** Returns what a name means in a class body. */
    public static Object get(Map<String, Object> names, String name, Global global) {
        Object own = names.get(name);
        return own == null ? global.get() : own;
    }

    /** Sets a name and returns its value. */
    public static Object set(Map<String, Object> names, String name, Object value) {
        names.put(name, value);
        return value;
    }

    /** Keeps the variable {@code __class__}, which has its value as soon as the class is there. */
    public static void keep(Map<String, Object> names, Cell cell) {
        names.put(CELL, new CellObject(cell));
    }

    /** Gives the variable {@code __class__} its value. */
    static void fill(Map<String, Object> names, PyType made) {
        if (names.remove(CELL) instanceof CellObject object) {
            object.cell().set(made);
        }
    }

    /** Notes the annotation of a name. */
    public static void annotate(Map<String, Object> names, String name, Object annotation) {
        Object known = names.computeIfAbsent("__annotations__", key -> new PyDict());
        ((PyDict) known).put(name, annotation);
    }

    /** What the type of abstract classes can do. */
    static void fillAbcMeta(PyType type) {
        type.method(
                "register",
                1,
                1,
                a -> {
                    ((PyType) a[0]).register((PyType) a[1]);
                    return a[1];
                });
    }
}
