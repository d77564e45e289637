package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.Map;

/** The built-in functions for objects of any type. */
public final class ObjectFunctions {
    private ObjectFunctions() {}

    static void addTo(Map<String, Object> all) {
        for (String name : new String[] {"exit", "quit"}) {
            Builtins.add(all, name, 0, 1, ObjectFunctions::exit);
        }
        Builtins.add(all, "len", 1, 1, a -> Items.length(a[0]));
        Builtins.add(all, "id", 1, 1, a -> Text.id(a[0]));
        Builtins.add(all, "hash", 1, 1, a -> Hash.of(a[0]));
        Builtins.add(all, "callable", 1, 1, a -> isCallable(a[0]));
        Builtins.add(all, "isinstance", 2, 2, a -> Types.isInstance(a[0], a[1]));
        Builtins.add(all, "issubclass", 2, 2, ObjectFunctions::isSubclass);
        Builtins.add(all, "getattr", 2, 3, ObjectFunctions::getAttribute);
        Builtins.add(all, "hasattr", 2, 2, ObjectFunctions::hasAttribute);
        Builtins.add(
                all,
                "setattr",
                3,
                3,
                a -> {
                    Attributes.set(a[0], attributeName(a[1]), a[2]);
                    return None.NONE;
                });
        Builtins.add(
                all,
                "delattr",
                2,
                2,
                a -> {
                    Attributes.delete(a[0], attributeName(a[1]));
                    return None.NONE;
                });
        Builtins.add(all, "dir", 1, 1, a -> Attributes.names(a[0]));
        for (String name : new String[] {"globals", "locals"}) {
            Builtins.add(all, name, 0, 0, a -> onlyWhereCalled(name));
        }
        Builtins.add(all, "vars", 1, 1, a -> vars(a[0]));
    }

    private static Object vars(Object value) {
        try {
            return Attributes.get(value, "__dict__");
        } catch (PyException e) {
            throw e.is(Exceptions.ATTRIBUTE_ERROR)
                    ? Errors.type("vars() argument must have __dict__ attribute")
                    : e;
        }
    }

    private static Object onlyWhereCalled(String name) {
        throw Errors.runtime("%s() is known only where it is called by its name".formatted(name));
    }

    /** Tells whether a value can be called. */
    public static boolean isCallable(Object value) {
        return value instanceof PyType
                || value instanceof Function
                || value instanceof Builtin
                || value instanceof BoundMethod
                || Types.of(value).lookup("__call__") != null;
    }

    private static Object isSubclass(Object[] a) {
        if (!(a[0] instanceof PyType type)) {
            Object hook =
                    a[1] instanceof PyType ? null : Types.of(a[1]).lookup("__subclasscheck__");
            if (hook != null) {
                return Text.truth(Calls.special(hook, a[1], a[0]));
            }
            throw Errors.type("issubclass() arg 1 must be a class");
        }
        return Types.isSubclass(type, a[1]);
    }

    private static String attributeName(Object value) {
        if (Boxed.plain(value) instanceof String name) {
            return name;
        }
        throw Errors.type(
                "attribute name must be string, not '%s'".formatted(Types.of(value).name()));
    }

    private static Object getAttribute(Object[] a) {
        String name = attributeName(a[1]);
        if (a.length == 2) {
            return Attributes.get(a[0], name);
        }
        try {
            Object found = Attributes.find(a[0], name);
            return found == null ? a[2] : found;
        } catch (PyException e) {
            if (e.is(Exceptions.ATTRIBUTE_ERROR)) {
                return a[2];
            }
            throw e;
        }
    }

    private static Object hasAttribute(Object[] a) {
        try {
            return Attributes.find(a[0], attributeName(a[1])) != null;
        } catch (PyException e) {
            if (e.is(Exceptions.ATTRIBUTE_ERROR)) {
                return false;
            }
            throw e;
        }
    }

    private static Object exit(Object[] a) {
        throw a.length == 0
                ? Errors.of(Exceptions.SYSTEM_EXIT, None.NONE)
                : Errors.of(Exceptions.SYSTEM_EXIT, a[0]);
    }
}
