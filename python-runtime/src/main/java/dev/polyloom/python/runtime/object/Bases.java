package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.List;

/** The types that classes may rest on, and those of which programs make objects. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class Bases {
    private Bases() {}

    /** Returns the types of a list of values, which must be types. */
    static List<PyType> all(List<?> values) {
        List<PyType> types = new ArrayList<>();
        for (Object value : values) {
            Object plain = value instanceof PyType ? value : Attributes.find(value, "__origin__");
            if (!(plain instanceof PyType type)) {
                throw Errors.type("bases must be types");
            }
            types.add(type);
        }
        types.removeIf(each ->
                each.name().equals("Generic")
                        && each.isNative()
                        && types.stream().anyMatch(t -> t != each && t.isSubtypeOf(each)));
        return types;
    }

    /** Refuses a type on which no other can rest. */
    static void refuseFinal(PyType base) {
        if (base == Types.BOOL || base == Types.NONE || isFinal(base)) {
            throw Errors.type("type '%s' is not an acceptable base type".formatted(base.name()));
        }
    }

    private static boolean isFinal(PyType type) {
        return type.isNative()
                && type.isBuiltin()
                && switch (type.name()) {
                    case "function", "method", "code", "frame", "traceback", "cell" -> true;
                    case "generator", "coroutine", "async_generator" -> true;
                    case "range", "slice", "memoryview", "mappingproxy" -> true;
                    case "ellipsis", "NotImplementedType" -> true;
                    case "builtin_function_or_method", "method-wrapper" -> true;
                    case String name ->
                            name.startsWith("dict_")
                                    || name.endsWith("_descriptor")
                                    || (name.endsWith("iterator") && name.length() > 8);
                };
    }

    /** Refuses to make an object of a type whose objects only the language makes. */
    static void refuseMade(PyType type) {
        if (type.isPlainlyMade() && type != Types.FUNCTION && isFinal(type)) {
            throw Errors.type("cannot create '%s' instances".formatted(type.name()));
        }
    }

    /** Refuses bases that rest on built-in types whose values have no common form. */
    static void refuseConflict(List<PyType> bases) {
        PyType solid = null;
        for (PyType base : bases) {
            PyType own =
                    base.mro().stream()
                            .filter(each -> each.isBuiltin() && isSolid(each))
                            .findFirst()
                            .orElse(null);
            if (own != null && solid != null && !own.isSubtypeOf(solid)) {
                if (!solid.isSubtypeOf(own)) {
                    throw Errors.type("multiple bases have instance lay-out conflict");
                }
                continue;
            }
            solid = own == null ? solid : own;
        }
    }

    private static boolean isSolid(PyType type) {
        return switch (type.name()) {
            case "int", "float", "complex", "str", "bytes", "bytearray" -> true;
            case "list", "tuple", "dict", "set", "frozenset", "type", "property" -> true;
            default -> false;
        };
    }
}
