package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.Arrays;

/** What types can do. */
final class TypeType {
    private TypeType() {}

    static void fill(PyType type) {
        type.getter(
                "__name__",
                self -> ((PyType) self).name(),
                (self, value) -> ((PyType) self).name(text((PyType) self, "__name__", value)));
        type.getter(
                "__qualname__",
                self -> ((PyType) self).qualname(),
                (self, value) ->
                        ((PyType) self).qualname(text((PyType) self, "__qualname__", value)));
        type.getter(
                "__module__",
                self -> ((PyType) self).module(),
                (self, value) -> ((PyType) self).module(Text.str(value)));
        type.getter(
                "__bases__",
                self -> PyTuple.of(((PyType) self).bases().toArray()),
                (self, value) -> ClassChanges.setBases((PyType) self, value));
        type.getter(
                "__base__",
                self -> {
                    var bases = ((PyType) self).bases();
                    return bases.isEmpty() ? None.NONE : bases.getFirst();
                });
        type.getter("__mro__", self -> PyTuple.of(((PyType) self).mro().toArray()));
        type.getter("__class__", Types::of);
        type.getter("__doc__", self -> ObjectType.docOf((PyType) self));
        type.getter("__dict__", self -> new MappingProxy(ClassDict.of((PyType) self)));
        type.getter(
                "__annotations__",
                self -> {
                    Object found = ((PyType) self).dict().get("__annotations__");
                    return found == null ? new PyDict() : found;
                });
        type.method(
                "__call__",
                "*args, **kwargs",
                a -> {
                    PyDict named = (PyDict) a[2];
                    Object[] args = Calls.arguments().addAll(a[1]).addNamed(named).values();
                    String[] names =
                            Arrays.stream(named.keys()).map(Text::str).toArray(String[]::new);
                    return ((PyType) a[0]).construct(args, names);
                });
        type.method("mro", 0, 0, a -> PyList.copyOf(((PyType) a[0]).mro()));
        type.method("__subclasses__", 0, 0, a -> PyList.copyOf(((PyType) a[0]).subtypes()));
        type.method("__or__", 1, 1, a -> UnionType.of(null, a[0], a[1]));
        type.method("__ror__", 1, 1, a -> UnionType.of(null, a[1], a[0]));
    }

    private static String text(PyType type, String attribute, Object value) {
        if (Boxed.plain(value) instanceof String text) {
            return text;
        }
        throw Errors.type(
                "can only assign string to %s.%s, not '%s'"
                        .formatted(type.name(), attribute, Types.of(value).name()));
    }
}
