package dev.polyloom.python.runtime.object;

import java.util.Map;

/** The names that a class statement defines, while it runs. */
public final class ClassBody {
    private ClassBody() {}

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
