package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;

/** {@code types.MappingProxyType}: a mapping that can be read only. */
public final class MappingProxy extends PyObject {
    /** The type. */
    public static final PyType TYPE =
            PyType.library("mappingproxy", Types.OBJECT, MappingProxy::fill)
                    .module("builtins")
                    .maker((type, a, names) -> new MappingProxy(a[0]));

    private final Object mapping;

    /** Makes one that shows a mapping. */
    public MappingProxy(Object mapping) {
        super(TYPE);
        this.mapping = mapping;
    }

    /** Returns the mapping that a proxy shows, and other values as they are. */
    static Object plain(Object value) {
        return value instanceof MappingProxy proxy ? proxy.mapping : value;
    }

    private static Object of(Object self) {
        return ((MappingProxy) self).mapping;
    }

    private static void fill(PyType type) {
        type.method("__getitem__", 1, 1, a -> Items.get(of(a[0]), a[1]));
        type.method("__contains__", 1, 1, a -> Items.contains(of(a[0]), a[1]));
        type.method("__len__", 0, 0, a -> Items.length(of(a[0])));
        type.method("__iter__", 0, 0, a -> Iteration.of(of(a[0])));
        type.method("__reversed__", 0, 0, a -> Calls.method(of(a[0]), "__reversed__"));
        type.method(
                "__eq__",
                1,
                1,
                a -> Compare.eq(of(a[0]), a[1] instanceof MappingProxy p ? p.mapping : a[1]));
        type.method("__str__", 0, 0, a -> Text.str(of(a[0])));
        type.method("__or__", 1, 1, a -> Ops.or(of(a[0]), a[1]));
        type.method("__repr__", 0, 0, a -> "mappingproxy(%s)".formatted(Text.repr(of(a[0]))));
        for (String name : new String[] {"keys", "values", "items", "copy"}) {
            type.method(name, 0, 0, a -> Calls.method(of(a[0]), name));
        }
        type.method(
                "get",
                1,
                2,
                a -> Calls.method(of(a[0]), "get", a[1], a.length > 2 ? a[2] : None.NONE));
    }
}
