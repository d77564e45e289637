package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code __dict__} of a class shows: its names, and those that Python adds by itself. */
final class ClassDict {
    private static final Set<String> BARE = Set.of("ABC", "Generic", "Protocol");

    private ClassDict() {}

    /** Tells whether an entry is one that another class has without anybody defining it. */
    static boolean isAdded(Map.Entry<String, Object> entry) {
        return entry.getValue() instanceof Added;
    }

    static PyDict of(PyType type) {
        PyDict dict = new PyDict();
        Map<String, Object> own = type.owned();
        if (type.isNative()) {
            own.forEach(dict::put);
            return dict;
        }
        dict.put("__module__", type.module());
        first(dict, own, "__annotations__");
        first(dict, own, "__doc__");
        Object hash = own.get("__hash__");
        boolean unhashable = hash == None.NONE && own.remove("__hash__") != null;
        own.forEach(dict::put);
        added(dict, type);
        dict.putIfAbsent("__doc__", None.NONE);
        if (unhashable) {
            dict.put("__hash__", None.NONE);
        }
        return dict;
    }

    private static void first(PyDict dict, Map<String, Object> own, String name) {
        if (own.containsKey(name)) {
            dict.put(name, own.remove(name));
        }
    }

    private static void added(PyDict dict, PyType type) {
        if (type.dict().containsKey("__slots__")) {
            Slots.declared(type).stream()
                    .sorted()
                    .forEach(name -> dict.put(name, new Added("member", name, type)));
            return;
        }
        List<PyType> bases = type.bases();
        if (bases.stream().noneMatch(ClassDict::hasDict)) {
            dict.put("__dict__", new Added("attribute", "__dict__", type));
        }
        if (bases.stream().noneMatch(each -> hasReferences(each) || isOfAnySize(each))) {
            dict.put("__weakref__", new Added("attribute", "__weakref__", type));
        }
    }

    private static boolean hasDict(PyType type) {
        return type.isSubtypeOf(Exceptions.BASE_EXCEPTION) || hasReferences(type);
    }

    private static boolean hasReferences(PyType type) {
        boolean own =
                type.isNative()
                        ? !type.isBuiltin() && !BARE.contains(type.name())
                        : !type.dict().containsKey("__slots__");
        return own || type.bases().stream().anyMatch(ClassDict::hasReferences);
    }

    private static boolean isOfAnySize(PyType type) {
        return type.isSubtypeOf(Types.INT)
                || type.isSubtypeOf(Types.TUPLE)
                || type.isSubtypeOf(Types.BYTES)
                || type.isSubtypeOf(Types.TYPE);
    }

    /** An attribute that all objects of a class have. */
    private static final class Added extends Getter {
        private final String text;

        Added(String kind, String name, PyType type) {
            super(name, object -> Attributes.get(object, name), null);
            this.text = "<%s '%s' of '%s' objects>".formatted(kind, name, type.name());
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
