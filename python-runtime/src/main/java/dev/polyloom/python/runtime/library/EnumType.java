package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Construction;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.MappingProxy;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What classes of enumerations can do, as {@code enum.EnumType} says. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class EnumType {
    private EnumType() {}

    static void fill(PyType type) {
        type.method("__iter__", 0, 0, a -> iterator((PyType) a[0], false));
        type.method("__reversed__", 0, 0, a -> iterator((PyType) a[0], true));
        type.method("__len__", 0, 0, a -> (long) EnumMembers.names((PyType) a[0]).size());
        type.method("__contains__", 1, 1, a -> contains((PyType) a[0], a[1]));
        type.method("__getitem__", 1, 1, a -> byName((PyType) a[0], a[1]));
        type.method("__call__", "*args, **kwargs", EnumType::call);
        type.method("__repr__", 0, 0, a -> repr((PyType) a[0]));
        type.method("__setattr__", 2, 2, a -> set((PyType) a[0], (String) a[1], a[2]));
        type.method(
                "__getattr__",
                1,
                1,
                a -> {
                    throw Errors.attribute((String) a[1]);
                });
        type.getter("__members__", self -> new MappingProxy(EnumMembers.map((PyType) self)));
    }

    private static String repr(PyType type) {
        return "<%s %s>"
                .formatted(
                        type.isSubtypeOf(EnumModule.FLAG) ? "flag" : "enum",
                        Text.repr(type.name()));
    }

    private static PyIterator iterator(PyType type, boolean backwards) {
        List<Object> members = new ArrayList<>();
        PyDict map = EnumMembers.map(type);
        for (Object name : EnumMembers.names(type).snapshot()) {
            Object member = map.get(name);
            if (member != null) {
                members.add(member);
            }
        }
        return Iteration.over("generator", (backwards ? members.reversed() : members).iterator());
    }

    private static Object contains(PyType type, Object value) {
        if (!Types.of(value).isSubtypeOf(EnumModule.ENUM)) {
            throw Errors.type(
                    "unsupported operand type(s) for 'in': '%s' and '%s'"
                            .formatted(Types.of(value).qualname(), type.type().qualname()));
        }
        return Types.of(value).isSubtypeOf(type);
    }

    private static Object byName(PyType type, Object name) {
        Object found = EnumMembers.map(type).get(name);
        if (found == null) {
            throw Errors.key(name);
        }
        return found;
    }

    private static Object set(PyType type, String name, Object value) {
        if (EnumMembers.map(type).get(name) != null) {
            throw Errors.attribute("cannot reassign member %s".formatted(Text.repr(name)));
        }
        type.define(name, value);
        return None.NONE;
    }

    private static Object call(Object[] a) {
        PyType type = (PyType) a[0];
        PyTuple args = (PyTuple) a[1];
        PyDict named = (PyDict) a[2];
        if (type.isNative() || EnumMembers.map(type).size() == 0) {
            Object names = args.size() > 1 ? args.get(1) : named.get("names");
            if (names != null) {
                return functional(type, args.get(0), names, named);
            }
        }
        if (args.size() == 0) {
            throw Errors.type(
                    "EnumType.__call__() missing 1 required positional argument: 'value'");
        }
        return byValue(type, args.size() == 1 ? args.get(0) : args);
    }

    /** Returns the member of a value. */
    static Object byValue(PyType type, Object value) {
        if (Types.of(value) == type) {
            return value;
        }
        Object known = EnumMembers.find(type, value);
        if (known != null) {
            return known;
        }
        Object missing = type.lookup("_missing_");
        Object made = None.NONE;
        if (missing != null) {
            made = Calls.call(Attributes.bind(missing, null, type), value);
        } else if (type.isSubtypeOf(EnumModule.FLAG)) {
            made = FlagType.composed(type, value);
        }
        if (Types.of(made).isSubtypeOf(type)) {
            return made;
        }
        PyException invalid =
                Errors.value("%s is not a valid %s".formatted(Text.repr(value), type.qualname()));
        if (made != None.NONE) {
            throw Errors.type(
                    "error in %s._missing_: returned %s instead of None or a valid member"
                            .formatted(type.name(), Text.repr(made)));
        }
        throw invalid;
    }

    private static Object functional(PyType base, Object name, Object names, PyDict options) {
        Map<String, Object> body = new LinkedHashMap<>();
        Object start = options.get("start");
        Object next = start == null ? (Object) 1L : start;
        List<Object> items =
                Boxed.plain(names) instanceof String text
                        ? List.of((Object[]) text.replace(',', ' ').strip().split("\\s+", -1))
                        : Iteration.toList(
                                names instanceof PyDict dict ? Calls.method(dict, "items") : names);
        List<Object> values = new ArrayList<>();
        for (Object each : items) {
            if (each instanceof PyTuple || each instanceof PyList) {
                List<Object> pair = Iteration.toList(each);
                body.put(Text.str(pair.get(0)), pair.get(1));
            } else {
                Object value =
                        Calls.call(
                                Attributes.get(base, "_generate_next_value_"),
                                each,
                                next,
                                (long) values.size(),
                                PyList.copyOf(values));
                values.add(value);
                body.put(Text.str(each), value);
            }
        }
        Object module = options.get("module");
        return Construction.define(
                Text.str(name),
                module == null ? "__main__" : Text.str(module),
                List.of(base),
                new String[0],
                new Object[0],
                body);
    }
}
