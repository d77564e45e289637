package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The names that every program knows. */
public final class Builtins {
    private static final Map<String, Object> ALL = new ConcurrentHashMap<>();
    private static final Module MODULE =
            new Module("builtins") {
                @Override
                public void setOwn(String id, Object value) {
                    super.setOwn(id, value);
                    ALL.put(id, value);
                }

                @Override
                public boolean deleteOwn(String id) {
                    ALL.remove(id);
                    return super.deleteOwn(id);
                }
            };

    static {
        for (PyType type :
                new PyType[] {
                    Types.OBJECT,
                    Types.TYPE,
                    Types.INT,
                    Types.BOOL,
                    Types.FLOAT,
                    Types.STR,
                    Types.BYTES,
                    Types.BYTEARRAY,
                    Types.MEMORYVIEW,
                    Types.COMPLEX,
                    Types.TUPLE,
                    Types.LIST,
                    Types.DICT,
                    Types.SET,
                    Types.FROZENSET,
                    Types.RANGE,
                    Types.SLICE
                }) {
            ALL.put(type.name(), type);
        }
        Exceptions.all().forEach(ALL::put);
        ALL.put("property", Types.PROPERTY.maker(Builtins::property));
        ALL.put("classmethod", Types.CLASS_METHOD.maker((t, a, n) -> new ClassMethod(only(t, a))));
        ALL.put(
                "staticmethod",
                Types.STATIC_METHOD.maker((t, a, n) -> new StaticMethod(only(t, a))));
        ALL.put("super", Types.SUPER.maker((t, a, n) -> Super.made(a)));
        ALL.put("NotImplemented", Types.NOT_IMPLEMENTED);
        ALL.put("Ellipsis", Types.ELLIPSIS);
        ALL.put("__name__", "__main__");
        ALL.put("__debug__", true);
        ALL.put("__doc__", None.NONE);
        ValueFunctions.addTo(ALL);
        ObjectFunctions.addTo(ALL);
        IterationFunctions.addTo(ALL);
        AsyncIteration.addTo(ALL);
        ExceptionGroups.addTo(ALL);
        Evaluation.addTo(ALL);
        ALL.put("open", dev.polyloom.python.runtime.library.IoModule.open());
        ALL.forEach(MODULE::put);
        MODULE.put("None", None.NONE).put("True", true).put("False", false);
        ALL.put("__builtins__", MODULE);
    }

    private Builtins() {}

    private static Object only(PyType type, Object[] args) {
        if (args.length != 1) {
            throw Errors.type("%s expected 1 argument, got %d".formatted(type.name(), args.length));
        }
        return args[0];
    }

    private static final Signature PROPERTY =
            Signature.of("fget=None, fset=None, fdel=None, doc=None");

    private static Object property(PyType type, Object[] args, String[] names) {
        Object[] a = PROPERTY.bindBuiltin("property", args, names);
        return new Property(a[0], a[1], a[2], a[3]);
    }

    /** Returns the module of these names; what is set there, programs see that name the module. */
    public static Module module() {
        return MODULE;
    }

    /** Returns what a name means. */
    public static Object get(String name) {
        Object found = ALL.get(name);
        if (found == null) {
            throw Errors.name(name);
        }
        return found;
    }

    /** Tells whether there is such a name. */
    public static boolean has(String name) {
        return ALL.containsKey(name);
    }

    /** Returns all names with what they mean. */
    public static Map<String, Object> all() {
        return Map.copyOf(ALL);
    }

    /** Defines a further name. */
    static void add(Map<String, Object> to, String name, int least, int most, Builtin.Body body) {
        to.put(name, Builtin.function(name, least, most, body));
    }

    static void add(Map<String, Object> to, String name, String parameters, Builtin.Body body) {
        to.put(name, Builtin.function(name, parameters, body));
    }
}
