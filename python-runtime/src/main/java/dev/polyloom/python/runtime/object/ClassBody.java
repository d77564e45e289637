package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Returns bases with that of abstract classes among them. */
    public static List<?> withAbc(List<?> bases) {
        List<@Nullable Object> all = new ArrayList<>(bases);
        for (Object base : bases) {
            if (base instanceof PyType type && type.isSubtypeOf(Types.ABC)) {
                return bases;
            }
        }
        all.add(Types.ABC);
        return all;
    }
}
