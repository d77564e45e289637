package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.List;

/** {@code functools.total_ordering}: fills in the ordering methods that a class leaves out. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class TotalOrdering {
    private static final List<String> ORDER = List.of("__gt__", "__lt__", "__ge__", "__le__");

    private TotalOrdering() {}

    /** Gives a class all ordering methods, made of the one that it has. */
    static PyType complete(PyType type) {
        String root = null;
        for (String name : List.of("__lt__", "__le__", "__gt__", "__ge__")) {
            if (root == null && isDefined(type, name)) {
                root = name;
            }
        }
        if (root == null) {
            throw Errors.value("must define at least one ordering operation: < > <= >=");
        }
        for (String name : ORDER) {
            if (!isDefined(type, name)) {
                String known = root;
                Builtin.Body body = a -> answer(known, name, a[0], a[1]);
                type.define(name, new Function(type.qualname() + "." + name, "self, other", body));
            }
        }
        return type;
    }

    private static boolean isDefined(PyType type, String name) {
        return type.lookup(name) != null && !isInherited(type, name);
    }

    private static boolean isInherited(PyType type, String name) {
        return type.lookup(name) == Types.OBJECT.lookup(name);
    }

    /**
     * Answers one operator by another: both are {@code <} or {@code >}, with or without {@code =}.
     */
    private static Object answer(String known, String wanted, Object a, Object b) {
        Object result = Calls.method(a, known, b);
        if (result == Types.NOT_IMPLEMENTED) {
            return result;
        }
        boolean truth = Text.truth(result);
        boolean strict = known.endsWith("t__");
        boolean wantStrict = wanted.endsWith("t__");
        boolean sameSide = known.charAt(2) == wanted.charAt(2);
        if (sameSide) {
            return wantStrict ? truth && Compare.ne(a, b) : truth || Compare.eq(a, b);
        }
        if (strict == wantStrict) {
            return strict ? !truth && Compare.ne(a, b) : !truth || Compare.eq(a, b);
        }
        return !truth;
    }
}
