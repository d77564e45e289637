package dev.polyloom.python.runtime.object;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that a type defines, and what has been found in it and in those that it rests on.
 * A process that the program forks has one of its own for each class of the program. Safe for use
 * by many threads.
 */
@SuppressWarnings("ReferenceEquality") // the mark for no value is one object
final class TypeDict {
    private static final Object ABSENT = new Object();

    /** What the type itself defines, in order. */
    final Map<String, Object> defined = Collections.synchronizedMap(new LinkedHashMap<>());

    private final Map<String, Object> found = new ConcurrentHashMap<>();
    private volatile int changes;

    /** Returns what a name means for a type, whose own attributes these are, or null. */
    @Nullable Object lookup(PyType type, String id) {
        Object value = found.get(id);
        if (value == null) {
            int before = changes;
            value = search(type, id);
            found.put(id, value);
            if (before != changes) {
                found.remove(id, value);
            }
        }
        return value == ABSENT ? null : value;
    }

    private static Object search(PyType type, String id) {
        for (PyType each : type.mro()) {
            Object value = each.dict().get(id);
            if (value != null) {
                return value;
            }
        }
        return ABSENT;
    }

    /** Forgets what has been found. */
    synchronized void forget() {
        changes++;
        found.clear();
    }

    /** Forgets what has been found for a name. */
    synchronized void forget(String id) {
        changes++;
        found.remove(id);
    }

    /** Returns what a new process has for it. */
    TypeDict fork(Realm.Copier copier) {
        TypeDict made = new TypeDict();
        synchronized (defined) {
            made.defined.putAll(defined);
        }
        made.defined.replaceAll((id, value) -> isSpecial(id) ? value : copier.copy(value));
        return made;
    }

    /** Tells whether a name is one of those that Python gives a meaning to. */
    static boolean isSpecial(String id) {
        return id.startsWith("__") && id.endsWith("__");
    }

    /** Tells whether an attribute is a plain value, on which nothing but its own reading rests. */
    static boolean isData(@Nullable Object value) {
        return !(value instanceof Descriptor)
                && !(value instanceof PyObject object
                        && !(object instanceof PyType)
                        && object.type().lookup("__get__") != null);
    }
}
