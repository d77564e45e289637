package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
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
