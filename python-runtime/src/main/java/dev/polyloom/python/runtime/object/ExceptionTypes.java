package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.List;
import java.util.function.Consumer;

/** The attributes that some types of exceptions have beside their arguments. */
final class ExceptionTypes {
    private ExceptionTypes() {}

    private static PyTuple args(Object self) {
        return ((PyException) self).arguments();
    }

    private static Object argument(Object self, int index) {
        PyTuple args = args(self);
        return index < args.size() ? args.get(index) : None.NONE;
    }

    /** Defines an attribute that begins as an argument, and can be set. */
    private static void argument(PyType type, String name, int index) {
        type.getter(
                name,
                self -> {
                    Object set = ((PyException) self).own(name);
                    return set == null ? argument(self, index) : set;
                },
                (self, value) -> ((PyException) self).setOwn(name, value));
    }

    static void stop(PyType type) {
        argument(type, "value", 0);
    }

    static void exit(PyType type) {
        type.getter(
                "code",
                self -> {
                    Object set = ((PyException) self).own("code");
                    return set != null
                            ? set
                            : args(self).size() > 1 ? args(self) : argument(self, 0);
                },
                (self, value) -> ((PyException) self).setOwn("code", value));
    }

    private static Consumer<PyType> named(String... names) {
        return type -> {
            for (int i = 0; i < names.length; i++) {
                argument(type, names[i], i);
            }
        };
    }

    static void unicodeDecode(PyType type) {
        named("encoding", "object", "start", "end", "reason").accept(type);
        type.method("__str__", 0, 0, a -> unicodeText((PyException) a[0], 1));
    }

    static void unicodeTranslate(PyType type) {
        named("object", "start", "end", "reason").accept(type);
        type.method("__str__", 0, 0, a -> unicodeText((PyException) a[0], 0));
    }

    /** Tells whether exceptions of a type take these arguments by name. */
    static boolean takes(PyType type, String[] names) {
        List<String> known =
                type.isSubtypeOf(Exceptions.IMPORT_ERROR)
                        ? List.of("name", "path")
                        : type.isSubtypeOf(Exceptions.ATTRIBUTE_ERROR)
                                ? List.of("name", "obj")
                                : type.isSubtypeOf(Exceptions.NAME_ERROR)
                                        ? List.of("name")
                                        : List.of();
        return known.containsAll(List.of(names));
    }

    /** Returns why exceptions of a type do not take arguments by name. */
    static String complaint(PyType type, String[] names) {
        return type.isSubtypeOf(Exceptions.ATTRIBUTE_ERROR)
                        || type.isSubtypeOf(Exceptions.NAME_ERROR)
                        || type.isSubtypeOf(Exceptions.IMPORT_ERROR)
                ? "'%s' is an invalid keyword argument for %s()".formatted(names[0], type.name())
                : type.name() + "() takes no keyword arguments";
    }

    /** Checks the arguments of an exception whose type wants certain ones. */
    static void check(PyType type, Object[] args) {
        boolean translate = type.name().equals("UnicodeTranslateError");
        if (!translate
                && !type.name().equals("UnicodeDecodeError")
                && !type.name().equals("UnicodeEncodeError")) {
            return;
        }
        String[] wanted =
                translate
                        ? new String[] {"str", "int", "int", "str"}
                        : new String[] {"str", "str", "int", "int", "str"};
        if (args.length != wanted.length) {
            throw Errors.type(
                    "function takes exactly %d arguments (%d given)"
                            .formatted(wanted.length, args.length));
        }
        boolean decode = type.name().equals("UnicodeDecodeError");
        for (int i = 0; i < wanted.length; i++) {
            Object plain = Boxed.plain(args[i]);
            if (wanted[i].equals("int") && !Numbers.isInt(plain)) {
                throw Errors.type(
                        "'%s' object cannot be interpreted as an integer"
                                .formatted(Types.of(plain).name()));
            }
            boolean bytes = decode && i == 1;
            if (bytes && Buffered.of(plain) == null) {
                throw Errors.type(
                        "a bytes-like object is required, not '%s'"
                                .formatted(Types.of(plain).name()));
            }
            if (!bytes && wanted[i].equals("str") && !(plain instanceof String)) {
                throw Errors.type(
                        "argument %d must be str, not %s".formatted(i + 1, Types.of(plain).name()));
            }
        }
    }

    /** Returns the text of an error of a codec; the object is the argument of an index. */
    private static String unicodeText(PyException error, int object) {
        if (args(error).size() < object + 4) {
            return Exceptions.text(error);
        }
        Object given = Attributes.get(error, "object");
        long start = Numbers.index(Attributes.get(error, "start"));
        long end = Numbers.index(Attributes.get(error, "end"));
        String reason = Text.str(Attributes.get(error, "reason"));
        boolean bytes = !(given instanceof String);
        String verb = object == 0 ? "translate" : bytes ? "decode" : "encode";
        String codec =
                object == 0
                        ? "can't"
                        : "'%s' codec can't".formatted(Text.str(Attributes.get(error, "encoding")));
        String kind = bytes ? "byte" : "character";
        if (end == start + 1 && start < Items.length(given)) {
            Object one = Items.get(given, start);
            String shown =
                    bytes
                            ? "0x%02x".formatted(((Long) one).intValue())
                            : "'%s'".formatted(escaped(((String) one).codePointAt(0)));
            return "%s %s %s %s in position %d: %s"
                    .formatted(codec, verb, kind, shown, start, reason);
        }
        return "%s %s %ss in position %d-%d: %s"
                .formatted(codec, verb, kind, start, end - 1, reason);
    }

    private static String escaped(int c) {
        return c < 0x100
                ? "\\x%02x".formatted(c)
                : c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c);
    }

    /** Returns the text of an error of syntax, with its place. */
    static String syntaxText(PyException error) {
        String message = Text.str(argument(error, 0));
        if (!(argument(error, 1) instanceof PyTuple place) || place.size() < 2) {
            return message;
        }
        return place.get(0) instanceof String file
                ? "%s (%s, line %s)"
                        .formatted(
                                message,
                                file.substring(file.lastIndexOf('/') + 1),
                                Text.str(place.get(1)))
                : "%s (line %s)".formatted(message, Text.str(place.get(1)));
    }

    static void syntax(PyType type) {
        argument(type, "msg", 0);
        type.method(
                "__str__",
                0,
                0,
                a -> args(a[0]).size() == 0 ? "None" : Exceptions.text((PyException) a[0]));
        String[] names = {"filename", "lineno", "offset", "text", "end_lineno", "end_offset"};
        for (int i = 0; i < names.length; i++) {
            int at = i;
            type.getter(
                    names[i],
                    self ->
                            argument(self, 1) instanceof PyTuple place && at < place.size()
                                    ? place.get(at)
                                    : None.NONE);
        }
    }

    static void imports(PyType type) {
        for (String name : new String[] {"name", "path"}) {
            type.getter(
                    name,
                    self -> Ops.orNone(((PyException) self).own(name)),
                    (self, value) -> ((PyException) self).setOwn(name, value));
        }
        type.getter("msg", self -> argument(self, 0));
    }
}
