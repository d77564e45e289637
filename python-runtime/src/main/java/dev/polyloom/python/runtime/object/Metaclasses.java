package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes classes by their metaclasses. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class Metaclasses {
    private static final String[] NO_NAMES = {};

    private Metaclasses() {}

    /** Returns the metaclass that a class statement names, or that its bases have. */
    static Object of(List<?> bases, String[] names, Object[] values) {
        Object found = Types.TYPE;
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals("metaclass")) {
                found = values[i];
            }
        }
        if (!(found instanceof PyType winner) || !winner.isSubtypeOf(Types.TYPE)) {
            return found;
        }
        for (Object base : bases) {
            PyType other = base instanceof PyType type ? type.type() : Types.TYPE;
            if (other.isSubtypeOf(winner)) {
                winner = other;
            } else if (!winner.isSubtypeOf(other)) {
                throw Errors.type(
                        "metaclass conflict: the metaclass of a derived class must be a (non-strict)"
                                + " subclass of the metaclasses of all its bases");
            }
        }
        return winner;
    }

    /** Returns an array without the element at an index, or itself if there is none. */
    static <T> T[] without(int index, T[] all) {
        if (index < 0) {
            return all;
        }
        T[] rest = java.util.Arrays.copyOf(all, all.length - 1);
        System.arraycopy(all, index + 1, rest, index, rest.length - index);
        return rest;
    }

    /** Returns what a metaclass prepares for the names of a class, or null if it does not. */
    static @Nullable Object prepared(
            String qualname, List<?> bases, String[] names, Object[] values) {
        Object metaclass = of(bases, names, values);
        Object prepare = preparer(metaclass);
        if (prepare == null) {
            return null;
        }
        int at = List.of(names).indexOf("metaclass");
        Object[] args =
                Calls.prepend(
                        qualname.substring(qualname.lastIndexOf('.') + 1),
                        Calls.prepend(PyTuple.of(bases.toArray()), without(at, values)));
        Object made = Calls.call(prepare, args, without(at, names));
        if (!(made instanceof PyDict) && Types.of(made).lookup("__getitem__") == null) {
            throw Errors.type(
                    "%s.__prepare__() must return a mapping, not %s"
                            .formatted(
                                    metaclass instanceof PyType type ? type.name() : "<metaclass>",
                                    Types.of(made).name()));
        }
        return made;
    }

    private static @Nullable Object preparer(Object metaclass) {
        return metaclass instanceof PyType type && type.isNative()
                ? null
                : Attributes.find(metaclass, "__prepare__");
    }

    /** Makes the class of a class statement by asking its metaclass. */
    static PyType define(
            Object metaclass,
            String qualname,
            String module,
            List<?> bases,
            String[] names,
            Object[] values,
            Map<String, Object> body) {
        Object namespace;
        if (body instanceof PreparedNames prepared) {
            namespace = prepared.mapping();
        } else if (preparer(metaclass) != null) {
            throw Errors.of(
                    Exceptions.NOT_IMPLEMENTED_ERROR,
                    "__prepare__ of a metaclass of another module, for the class " + qualname);
        } else {
            PyDict plain = PyDict.of("__module__", module, "__qualname__", qualname);
            body.forEach(plain::put);
            namespace = plain;
        }
        List<Object> args = new ArrayList<>();
        args.add(qualname.substring(qualname.lastIndexOf('.') + 1));
        args.add(PyTuple.of(bases.toArray()));
        args.add(namespace);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            if (!names[i].equals("metaclass")) {
                kept.add(names[i]);
                args.add(values[i]);
            }
        }
        Object made = Calls.call(metaclass, args.toArray(), kept.toArray(NO_NAMES));
        if (made instanceof PyType type) {
            return type;
        }
        throw Errors.type(
                "the metaclass of %s has made no class but a value of type '%s'"
                        .formatted(qualname, Types.of(made).name()));
    }

    /** Performs {@code metaclass(name, bases, namespace)}. */
    static Object create(PyType metaclass, Object[] args, String[] names) {
        Object custom = metaclass.lookup("__new__");
        Object made;
        if (custom == null || custom instanceof Builtin) {
            made = make(metaclass, args, names);
        } else {
            Object plain = custom instanceof StaticMethod s ? s.function() : custom;
            made = Calls.call(plain, Calls.prepend(metaclass, args), names);
        }
        Object init = metaclass.lookup("__init__");
        if (init instanceof Function && Types.of(made).isSubtypeOf(metaclass)) {
            Calls.call(init, Calls.prepend(made, args), names);
        }
        return made;
    }

    /** Performs {@code type.__new__}; further arguments are for {@code __init_subclass__}. */
    static Object make(PyType metaclass, Object[] plain, PyDict others) {
        List<Object> args = new ArrayList<>(List.of(plain));
        List<String> names = new ArrayList<>();
        others.forEach((name, value) -> {
            names.add(StrType.of(name));
            args.add(value);
        });
        return make(metaclass, args.toArray(), names.toArray(NO_NAMES));
    }

    private static Object make(PyType metaclass, Object[] args, String[] names) {
        int plain = args.length - names.length;
        if (plain != 3) {
            throw Errors.type(
                    metaclass == Types.TYPE
                            ? "type() takes 1 or 3 arguments"
                            : "type.__new__() takes exactly 3 arguments (%d given)"
                                    .formatted(plain));
        }
        if (!(Boxed.plain(args[0]) instanceof String name)) {
            throw wrong(1, "str", args[0]);
        }
        if (!(args[1] instanceof PyTuple bases)) {
            throw wrong(2, "tuple", args[1]);
        }
        if (!(args[2] instanceof PyDict namespace)) {
            throw wrong(3, "dict", args[2]);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        namespace.forEach((key, value) -> body.put(StrType.of(key), value));
        Object module = body.remove("__module__");
        Object qualname = body.remove("__qualname__");
        return Construction.define(
                metaclass == Types.TYPE ? inherited(bases) : metaclass,
                textOr(qualname, name),
                textOr(module, "__main__"),
                bases.asList(),
                names,
                java.util.Arrays.copyOfRange(args, plain, args.length),
                body);
    }

    private static PyType inherited(PyTuple bases) {
        return (PyType) of(bases.asList(), NO_NAMES, new Object[0]);
    }

    private static String textOr(@Nullable Object value, String otherwise) {
        return value == null || value == None.NONE ? otherwise : Text.str(value);
    }

    private static PyException wrong(int index, String wanted, Object found) {
        return Errors.type(
                "type.__new__() argument %d must be %s, not %s"
                        .formatted(index, wanted, Types.of(found).name()));
    }
}
