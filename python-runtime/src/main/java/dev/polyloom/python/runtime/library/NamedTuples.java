package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.ClassMethod;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.StaticMethod;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Makes classes of tuples whose elements have names. */
final class NamedTuples {
    private static final Set<String> KEYWORDS =
            Set.of(
                    "False",
                    "None",
                    "True",
                    "and",
                    "as",
                    "assert",
                    "async",
                    "await",
                    "break",
                    "class",
                    "continue",
                    "def",
                    "del",
                    "elif",
                    "else",
                    "except",
                    "finally",
                    "for",
                    "from",
                    "global",
                    "if",
                    "import",
                    "in",
                    "is",
                    "lambda",
                    "nonlocal",
                    "not",
                    "or",
                    "pass",
                    "raise",
                    "return",
                    "try",
                    "while",
                    "with",
                    "yield");

    private NamedTuples() {}

    /** Makes the class that {@code namedtuple(…)} returns. */
    static Object make(Object[] a) {
        String name = Text.str(a[0]);
        List<String> fields = names(a[1]);
        if (Text.truth(a[2])) {
            rename(fields);
        }
        check(name, fields, Text.truth(a[2]));
        List<Object> defaults = a[3] == None.NONE ? List.of() : Iteration.toList(a[3]);
        if (defaults.size() > fields.size()) {
            throw Errors.type("Got more default values than field names");
        }
        String module = a[4] == None.NONE ? "__main__" : Text.str(a[4]);
        PyType type = PyType.user(name, List.of(Types.TUPLE)).module(module);
        type.define("__doc__", "%s(%s)".formatted(name, String.join(", ", fields)));
        type.define("__slots__", PyTuple.EMPTY);
        define(type, fields, defaults);
        return type;
    }

    private static List<String> names(Object given) {
        List<String> names = new ArrayList<>();
        if (Boxed.plain(given) instanceof String text) {
            for (String part : text.replace(',', ' ').strip().split("\\s+", -1)) {
                if (!part.isEmpty()) {
                    names.add(part);
                }
            }
        } else {
            Iteration.toList(given).forEach(each -> names.add(Text.str(each)));
        }
        return names;
    }

    private static boolean isIdentifier(String name) {
        if (name.isEmpty()) {
            return false;
        }
        boolean begins =
                name.startsWith("_") || Character.isUnicodeIdentifierStart(name.codePointAt(0));
        return begins && name.codePoints().allMatch(Character::isUnicodeIdentifierPart);
    }

    private static void rename(List<String> fields) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            if (!isIdentifier(field)
                    || KEYWORDS.contains(field)
                    || field.startsWith("_")
                    || seen.contains(field)) {
                fields.set(i, "_" + i);
            }
            seen.add(field);
        }
    }

    private static void check(String name, List<String> fields, boolean renamed) {
        List<String> all = new ArrayList<>(fields);
        all.addFirst(name);
        for (String each : all) {
            if (!isIdentifier(each)) {
                throw Errors.value(
                        "Type names and field names must be valid identifiers: " + Text.repr(each));
            }
            if (KEYWORDS.contains(each)) {
                throw Errors.value(
                        "Type names and field names cannot be a keyword: " + Text.repr(each));
            }
        }
        Set<String> seen = new HashSet<>();
        for (String field : fields) {
            if (field.startsWith("_") && !renamed) {
                throw Errors.value(
                        "Field names cannot start with an underscore: " + Text.repr(field));
            }
            if (!seen.add(field)) {
                throw Errors.value("Encountered duplicate field name: " + Text.repr(field));
            }
        }
    }

    /** Gives a class of tuples its fields; the last of them have the defaults. */
    static void define(PyType type, List<String> fields, List<Object> defaults) {
        int first = fields.size() - defaults.size();
        PyDict known = new PyDict();
        StringBuilder parameters = new StringBuilder("_cls");
        for (int i = 0; i < fields.size(); i++) {
            int index = i;
            type.getter(
                    fields.get(i),
                    self -> ((PyTuple) self).get(index),
                    (self, value) -> {
                        throw Errors.attribute("can't set attribute");
                    });
            parameters.append(", ").append(fields.get(i)).append(i >= first ? "=" : "");
            if (i >= first) {
                known.put(fields.get(i), defaults.get(i - first));
            }
        }
        PyTuple names = PyTuple.of(fields.toArray());
        type.define("_fields", names);
        type.define("__match_args__", names);
        type.define("_field_defaults", known);
        Function maker =
                new Function(
                        type.qualname() + ".__new__",
                        parameters.toString(),
                        a -> PyTuple.of((PyType) a[0], rest(a)),
                        defaults.toArray());
        type.define("__new__", new StaticMethod(maker));
        methods(type, fields);
    }

    private static void methods(PyType type, List<String> fields) {
        type.define(
                "_make",
                new ClassMethod(
                        Builtin.function("_make", 2, 2, a -> fromValues(fields, a[0], a[1]))));
        method(type, "__repr__", "self", a -> repr((PyTuple) a[0], fields));
        method(type, "_asdict", "self", a -> asDict((PyTuple) a[0], fields));
        method(type, "_replace", "self, /, **kwds", a -> replace(a, fields));
        method(type, "__getnewargs__", "self", a -> PyTuple.of(((PyTuple) a[0]).array()));
    }

    private static void method(PyType type, String name, String parameters, Builtin.Body body) {
        if (!type.dict().containsKey(name)) {
            type.define(name, new Function(type.qualname() + "." + name, parameters, body));
        }
    }

    private static Object[] rest(Object[] a) {
        return java.util.Arrays.copyOfRange(a, 1, a.length);
    }

    private static Object fromValues(List<String> fields, Object type, Object values) {
        Object[] all = Iteration.toList(values).toArray();
        if (all.length != fields.size()) {
            throw Errors.type("Expected %d arguments, got %d".formatted(fields.size(), all.length));
        }
        return PyTuple.of((PyType) type, all);
    }

    private static String repr(PyTuple tuple, List<String> fields) {
        return Text.guarded(
                tuple,
                "...",
                () -> {
                    List<String> parts = new ArrayList<>();
                    for (int i = 0; i < fields.size(); i++) {
                        parts.add(fields.get(i) + "=" + Text.repr(tuple.get(i)));
                    }
                    return "%s(%s)".formatted(tuple.type().name(), String.join(", ", parts));
                });
    }

    private static PyDict asDict(PyTuple tuple, List<String> fields) {
        PyDict dict = new PyDict();
        for (int i = 0; i < fields.size(); i++) {
            dict.put(fields.get(i), tuple.get(i));
        }
        return dict;
    }

    private static Object replace(Object[] a, List<String> fields) {
        PyTuple tuple = (PyTuple) a[0];
        PyDict changes = ((PyDict) a[1]).copy();
        Object[] values = tuple.array().clone();
        for (int i = 0; i < fields.size(); i++) {
            Object value = changes.remove(fields.get(i));
            values[i] = value == null ? values[i] : value;
        }
        if (changes.size() > 0) {
            throw Errors.value(
                    "Got unexpected field names: " + Text.repr(PyList.of(changes.keys())));
        }
        return PyTuple.of(tuple.type(), values);
    }

    /** Makes the fields of a class that is written below {@code typing.NamedTuple}. */
    static void fromAnnotations(PyType type) {
        List<String> fields = new ArrayList<>();
        List<Object> defaults = new ArrayList<>();
        if (type.dict().get("__annotations__") instanceof PyDict annotations) {
            for (Object each : annotations.keys()) {
                String field = (String) each;
                fields.add(field);
                if (type.dict().containsKey(field)) {
                    defaults.add(Objects.requireNonNull(type.dict().get(field)));
                } else if (!defaults.isEmpty()) {
                    throw Errors.type(
                            "non-default namedtuple field %s cannot follow default field%s %s"
                                    .formatted(
                                            field,
                                            defaults.size() > 1 ? "s" : "",
                                            String.join(
                                                    ", ",
                                                    fields.subList(
                                                            fields.size() - 1 - defaults.size(),
                                                            fields.size() - 1))));
                }
            }
        }
        define(type, fields, defaults);
    }
}
