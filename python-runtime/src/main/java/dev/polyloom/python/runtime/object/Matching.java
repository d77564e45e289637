package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the patterns of a {@code match} statement ask. */
public final class Matching {
    private Matching() {}

    /** Returns the parts of a sequence of such a length, or null. */
    public static Object @Nullable [] sequence(Object value, int count) {
        Object[] all = sequence(value);
        return all != null && all.length == count ? all : null;
    }

    /** Returns the parts of a sequence, with a list for those that a star takes, or null. */
    public static Object @Nullable [] sequence(Object value, int before, int after) {
        Object[] all = sequence(value);
        return all != null && all.length >= before + after
                ? Iteration.unpack(value, before, after)
                : null;
    }

    private static Object @Nullable [] sequence(Object value) {
        return switch (value) {
            case PyList list -> list.snapshot();
            case PyTuple tuple -> tuple.array();
            case PyRange range -> Iteration.toList(range).toArray();
            default -> null;
        };
    }

    /** Returns the values of keys of a mapping, and what is left, or null. */
    public static Object @Nullable [] mapping(Object value, Object... keys) {
        if (!(value instanceof PyDict dict)) {
            return null;
        }
        Object[] found = new Object[keys.length + 1];
        PyDict rest = dict.copy();
        for (int i = 0; i < keys.length; i++) {
            Object one = dict.get(keys[i]);
            if (one == null) {
                return null;
            }
            found[i] = one;
            rest.remove(keys[i]);
        }
        found[keys.length] = rest;
        return found;
    }

    /** Returns the attributes that a class pattern asks for, or null if the value does not fit. */
    public static Object @Nullable [] object(
            Object value, Object type, int count, String... names) {
        if (!(type instanceof PyType wanted)) {
            throw Errors.type("called match pattern must be a class");
        }
        if (!Types.isInstance(value, wanted)) {
            return null;
        }
        List<Object> found = new ArrayList<>();
        Object positions = wanted.lookup("__match_args__");
        if (positions == null && count == 1 && isSelf(wanted)) {
            found.add(value);
        } else if (count > 0) {
            PyTuple known = positions instanceof PyTuple tuple ? tuple : PyTuple.EMPTY;
            int most = positions == null && isSelf(wanted) ? 1 : known.size();
            if (count > most) {
                throw Errors.type(
                        "%s() accepts %d positional sub-pattern%s (%d given)"
                                .formatted(wanted.name(), most, most == 1 ? "" : "s", count));
            }
            for (int i = 0; i < count; i++) {
                Object one = Attributes.find(value, (String) known.get(i));
                if (one == null) {
                    return null;
                }
                found.add(one);
            }
        }
        for (String name : names) {
            Object one = Attributes.find(value, name);
            if (one == null) {
                return null;
            }
            found.add(one);
        }
        return found.toArray();
    }

    private static boolean isSelf(PyType type) {
        for (PyType known :
                List.of(
                        Types.INT,
                        Types.STR,
                        Types.FLOAT,
                        Types.BYTES,
                        Types.LIST,
                        Types.DICT,
                        Types.TUPLE,
                        Types.SET,
                        Types.FROZENSET)) {
            if (type.isSubtypeOf(known)) {
                return true;
            }
        }
        return false;
    }
}
