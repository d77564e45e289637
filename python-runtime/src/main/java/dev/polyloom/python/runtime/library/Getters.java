package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code itemgetter}, {@code attrgetter} and {@code methodcaller} of the module {@code operator}.
 */
final class Getters extends PyObject {
    static final PyType ITEMS = type("itemgetter");
    static final PyType ATTRIBUTES = type("attrgetter");
    static final PyType METHOD = type("methodcaller");

    private PyTuple args = PyTuple.EMPTY;
    private PyDict named = new PyDict();

    private Getters(PyType type) {
        super(type);
    }

    private static PyType type(String name) {
        return PyType.library(name, Types.OBJECT, Getters::fill)
                .module("operator")
                .allocator(Getters::new);
    }

    private static void fill(PyType type) {
        type.method("__init__", "*args, **kwargs", a -> ((Getters) a[0]).init(a));
        type.method("__call__", 1, 1, a -> ((Getters) a[0]).apply(a[1]));
        type.method("__repr__", 0, 0, a -> ((Getters) a[0]).repr());
    }

    private Object init(Object[] a) {
        args = (PyTuple) a[1];
        named = (PyDict) a[2];
        if (args.size() == 0) {
            throw Errors.type(
                    type() == METHOD
                            ? "methodcaller needs at least one argument, the method name"
                            : type().name() + " expected 1 argument, got 0");
        }
        if (type() == ATTRIBUTES && !args.asList().stream().allMatch(String.class::isInstance)) {
            throw Errors.type("attribute name must be a string");
        }
        if (type() == METHOD && !(args.get(0) instanceof String)) {
            throw Errors.type("method name must be a string");
        }
        return None.NONE;
    }

    private Object apply(Object object) {
        if (type() == METHOD) {
            Object method = Attributes.get(object, (String) args.get(0));
            Object[] rest = args.slice(1, args.size()).array();
            return Calls.call(
                    method,
                    FunctoolsModule.join(rest, new Object[0], named),
                    FunctoolsModule.names(named));
        }
        if (args.size() == 1) {
            return one(object, args.get(0));
        }
        return PyTuple.of(args.asList().stream().map(key -> one(object, key)).toArray());
    }

    private Object one(Object object, Object key) {
        if (type() == ITEMS) {
            return Items.get(object, key);
        }
        Object found = object;
        for (String name : ((String) key).split("\\.", -1)) {
            found = Attributes.get(found, name);
        }
        return found;
    }

    private String repr() {
        List<String> parts =
                args.asList().stream()
                        .map(Text::repr)
                        .collect(Collectors.toCollection(ArrayList::new));
        named.forEach((name, value) -> parts.add(name + "=" + Text.repr(value)));
        return "operator.%s(%s)".formatted(type().name(), String.join(", ", parts));
    }
}
