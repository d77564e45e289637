package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Forkable;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;

/** {@code collections.defaultdict}: a dict that makes the values of keys that are missing. */
final class DefaultDict extends PyDict implements Forkable {
    static final PyType TYPE =
            PyType.library("defaultdict", Types.DICT, DefaultDict::fill)
                    .module("collections")
                    .allocator(DefaultDict::new);

    private Object factory = None.NONE;

    DefaultDict(PyType type) {
        super(type);
    }

    private static DefaultDict of(Object self) {
        return (DefaultDict) self;
    }

    private static void fill(PyType type) {
        type.method("__init__", "*args, **kwargs", DefaultDict::init);
        type.method("__missing__", 1, 1, a -> of(a[0]).missing(a[1]));
        type.method("__repr__", 0, 0, a -> of(a[0]).repr());
        type.method("copy", 0, 0, a -> of(a[0]).twin());
        type.method("__copy__", 0, 0, a -> of(a[0]).twin());
        type.method("__or__", 1, 1, a -> of(a[0]).with(a[1]));
        type.getter(
                "default_factory",
                self -> of(self).factory,
                (self, value) -> of(self).factory = value);
    }

    private static Object init(Object[] a) {
        PyTuple args = (PyTuple) a[1];
        Object[] rest = args.asList().stream().skip(1).toArray();
        if (args.size() > 0) {
            Object factory = args.get(0);
            if (factory != None.NONE && !isCallable(factory)) {
                throw Errors.type("first argument must be callable or None");
            }
            of(a[0]).factory = factory;
        }
        return Dicts.update(of(a[0]), rest, (PyDict) a[2]);
    }

    private static boolean isCallable(Object value) {
        return value instanceof PyType
                || value instanceof dev.polyloom.python.runtime.object.Function
                || value instanceof dev.polyloom.python.runtime.object.Builtin
                || value instanceof dev.polyloom.python.runtime.object.BoundMethod
                || Types.of(value).lookup("__call__") != null;
    }

    private Object missing(Object key) {
        if (factory == None.NONE) {
            throw Errors.key(key);
        }
        Object made = Calls.call(factory);
        if (type() == TYPE) {
            return putIfAbsent(key, made);
        }
        Calls.call(Attributes.get(this, "__setitem__"), key, made);
        return made;
    }

    private DefaultDict twin() {
        DefaultDict twin = new DefaultDict(type());
        twin.factory = factory;
        twin.putAll(this);
        return twin;
    }

    @Override
    public Object fork(Realm.Copier copier) {
        DefaultDict made = new DefaultDict(type());
        copier.note(this, made);
        made.factory = copier.copy(factory);
        forEach((key, value) -> made.put(copier.copy(key), copier.copy(value)));
        return made;
    }

    private Object with(Object other) {
        if (!(other instanceof PyDict dict)) {
            return Types.NOT_IMPLEMENTED;
        }
        DefaultDict both = twin();
        both.putAll(dict);
        return both;
    }

    private String repr() {
        String shown = factory == this ? "..." : Text.repr(factory);
        return "%s(%s, %s)".formatted(type().name(), shown, Text.builtinRepr(this));
    }
}
