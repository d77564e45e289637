package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Special methods that built-in types have only for programs that name them: their operators do
 * without.
 */
final class Slots {
    private static final Map<PyType, Map<String, Object>> MADE = new ConcurrentHashMap<>();
    private static final List<Binary> FLOAT_OPERATORS =
            List.of(
                    Binary.ADD,
                    Binary.SUB,
                    Binary.MUL,
                    Binary.DIV,
                    Binary.FLOORDIV,
                    Binary.MOD,
                    Binary.POW);
    private static final List<Binary> SET_OPERATORS =
            List.of(Binary.OR, Binary.AND, Binary.SUB, Binary.XOR);

    private static final Object[] NONE = {};

    private Slots() {}

    /** Returns the names of what a type has itself. */
    static Set<String> names(PyType type) {
        Set<String> all = new TreeSet<>(type.dict().keySet());
        if (type.isBuiltin()) {
            all.addAll(slots(type).keySet());
        }
        if (type == Types.OBJECT) {
            all.removeAll(List.of("__dict__", "__module__"));
            all.addAll(
                    List.of(
                            "__init__",
                            "__new__",
                            "__init_subclass__",
                            "__reduce__",
                            "__reduce_ex__",
                            "__getstate__",
                            "__format__"));
        } else if (!type.isNative()) {
            all.add("__module__");
            all.addAll(declared(type));
            if (!type.dict().containsKey("__slots__")) {
                all.addAll(List.of("__dict__", "__weakref__"));
            }
        }
        return all;
    }

    /** Returns the names in {@code __slots__} of a class, private ones as its methods know them. */
    static List<String> declared(PyType type) {
        return Arrays.stream(given(type)).map(each -> mangled(type, Text.str(each))).toList();
    }

    /** Tells whether a name is in {@code __slots__} of a class. */
    static boolean isDeclared(PyType type, String name) {
        for (Object each : given(type)) {
            if (each instanceof String slot && mangled(type, slot).equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static Object[] given(PyType type) {
        return switch (type.dict().get("__slots__")) {
            case null -> NONE;
            case PyTuple tuple -> tuple.array();
            case String one -> new Object[] {one};
            case Object all -> Iteration.toList(all).toArray();
        };
    }

    private static String mangled(PyType type, String name) {
        if (!name.startsWith("__") || name.endsWith("__")) {
            return name;
        }
        String owner = type.name().replaceFirst("^_+", "");
        return owner.isEmpty() ? name : "_" + owner + name;
    }

    private static boolean isSpecial(String name) {
        return name.startsWith("__") && name.endsWith("__");
    }

    /** Returns a special method of an object by its type, bound to it, or null. */
    static @Nullable Object ofObject(Object object, PyType type, String name) {
        if (!isSpecial(name)) {
            return null;
        }
        Object found = ofType(type, name);
        if (name.equals("__new__") || name.contains("subclass")) {
            return found;
        }
        return found instanceof Builtin method ? new BoundMethod(method, object) : found;
    }

    /** Returns a special method of a type as a function that is given the object, or null. */
    static @Nullable Object ofType(PyType type, String name) {
        return isSpecial(name) ? after(type, type.mro(), name) : null;
    }

    /** Returns a special method of one of these types as a function, or null. */
    static @Nullable Object after(PyType on, List<PyType> order, String name) {
        for (PyType each : order) {
            Object found = each.isBuiltin() ? slots(each).get(name) : null;
            if (found != null) {
                return found;
            }
        }
        return Construction.unbound(on, name);
    }

    private static Map<String, Object> slots(PyType type) {
        return MADE.computeIfAbsent(
                type,
                key -> {
                    Map<String, Object> all = new ConcurrentHashMap<>();
                    fill(type, all);
                    return all;
                });
    }

    private static void add(
            PyType type, Map<String, Object> all, String name, int arguments, Builtin.Body body) {
        all.put(name, Builtin.method(type, name, arguments, arguments, body));
    }

    private static void fill(PyType type, Map<String, Object> all) {
        if (type == Types.INT) {
            operators(type, all, Arrays.asList(Binary.values()), Numbers::isInt);
            add(type, all, "__invert__", 0, a -> Ops.invert(Numbers.plain(a[0])));
            number(type, all);
        } else if (type == Types.FLOAT) {
            operators(type, all, FLOAT_OPERATORS, b -> Numbers.isReal(Numbers.plain(b)));
            number(type, all);
        } else if (type == Types.SET || type == Types.FROZENSET) {
            operators(type, all, SET_OPERATORS, b -> b instanceof PySet);
            orders(type, all);
        } else if (type == Types.DICT_KEYS || type == Types.DICT_ITEMS) {
            operators(type, all, SET_OPERATORS, Iteration::isIterable);
            orders(type, all);
        } else if (type == Types.DICT) {
            operators(type, all, List.of(Binary.OR), b -> b instanceof PyDict);
        } else if (isSequence(type)) {
            sequence(type, all);
            orders(type, all);
        } else if (type == Types.RANGE || type == Types.SLICE) {
            orders(type, all);
        } else if (type == Types.OBJECT) {
            all.put(
                    "__subclasshook__",
                    Builtin.function("__subclasshook__", 1, 1, a -> Types.NOT_IMPLEMENTED));
            orders(type, all);
        }
        inPlace(type, all);
    }

    private static boolean isSequence(PyType type) {
        return type == Types.LIST
                || type == Types.TUPLE
                || type == Types.STR
                || type == Types.BYTES
                || type == Types.BYTEARRAY;
    }

    private static void operators(
            PyType type,
            Map<String, Object> all,
            List<Binary> operators,
            java.util.function.Predicate<Object> fits) {
        for (Binary each : operators) {
            if (each == Binary.MATMUL) {
                continue;
            }
            add(type, all, each.method(), 1, a -> applied(each, fits, a[0], a[1], a[1]));
            add(type, all, each.reflected(), 1, a -> applied(each, fits, a[1], a[1], a[0]));
        }
        if (operators.contains(Binary.POW)) {
            all.put("__pow__", Builtin.method(type, "__pow__", 1, 2, a -> power(fits, a)));
        }
    }

    private static Object power(java.util.function.Predicate<Object> fits, Object[] a) {
        return a.length > 2 && a[2] != None.NONE
                ? ValueFunctions.power(a[0], a[1], a[2])
                : applied(Binary.POW, fits, a[0], a[1], a[1]);
    }

    private static Object applied(
            Binary operator,
            java.util.function.Predicate<Object> fits,
            Object a,
            Object other,
            Object b) {
        Object result = fits.test(other) ? Ops.builtin(operator, a, b) : null;
        return result == null ? Types.NOT_IMPLEMENTED : result;
    }

    private static void number(PyType type, Map<String, Object> all) {
        add(type, all, "__neg__", 0, a -> Ops.neg(Numbers.plain(a[0])));
        add(type, all, "__pos__", 0, a -> Ops.pos(Numbers.plain(a[0])));
        add(type, all, "__bool__", 0, a -> Text.truth(Numbers.plain(a[0])));
        add(type, all, "__divmod__", 1, a -> divmod(a[0], a[1], a[1]));
        add(type, all, "__rdivmod__", 1, a -> divmod(a[1], a[0], a[1]));
        add(type, all, "__trunc__", 0, a -> Numbers.toInt(a[0]));
        add(type, all, "__floor__", 0, a -> floor(Numbers.plain(a[0])));
        add(type, all, "__ceil__", 0, a -> Ops.neg(floor(Ops.neg(Numbers.plain(a[0])))));
        all.put(
                "__round__",
                Builtin.method(
                        type,
                        "__round__",
                        0,
                        1,
                        a ->
                                ValueFunctions.round(
                                        Numbers.plain(a[0]), a.length > 1 ? a[1] : None.NONE)));
    }

    private static Object floor(Object number) {
        return number instanceof Double value
                ? dev.polyloom.python.runtime.number.Floats.toInt(Math.floor(value))
                : number;
    }

    private static Object divmod(Object a, Object b, Object other) {
        return Numbers.isReal(Numbers.plain(other))
                ? ValueFunctions.divmod(Numbers.plain(a), Numbers.plain(b))
                : Types.NOT_IMPLEMENTED;
    }

    private static void sequence(PyType type, Map<String, Object> all) {
        add(type, all, "__add__", 1, a -> applied(Binary.ADD, b -> true, a[0], a[1], a[1]));
        add(type, all, "__mul__", 1, a -> applied(Binary.MUL, b -> true, a[0], a[1], a[1]));
        add(type, all, "__rmul__", 1, a -> applied(Binary.MUL, b -> true, a[0], a[1], a[1]));
        if (type != Types.LIST && type != Types.TUPLE) {
            add(type, all, "__mod__", 1, a -> applied(Binary.MOD, b -> true, a[0], a[1], a[1]));
        }
    }

    private static void orders(PyType type, Map<String, Object> all) {
        for (Compare.Order each : Compare.Order.values()) {
            add(
                    type,
                    all,
                    each.method(),
                    1,
                    a -> {
                        Object result = Compare.plainOrder(Boxed.plain(a[0]), a[1], each);
                        return result == null ? Types.NOT_IMPLEMENTED : result;
                    });
        }
    }

    private static void inPlace(PyType type, Map<String, Object> all) {
        List<Binary> operators =
                type == Types.LIST || type == Types.BYTEARRAY
                        ? List.of(Binary.ADD, Binary.MUL)
                        : type == Types.SET
                                ? SET_OPERATORS
                                : type == Types.DICT ? List.of(Binary.OR) : List.of();
        for (Binary each : operators) {
            add(
                    type,
                    all,
                    each.inPlaceMethod(),
                    1,
                    a -> {
                        Object result = Ops.changed(each, a[0], a[1]);
                        return result == null ? Types.NOT_IMPLEMENTED : result;
                    });
        }
    }
}
