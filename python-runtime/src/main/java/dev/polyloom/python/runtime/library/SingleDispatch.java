package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.MappingProxy;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.object.UnionType;
import java.util.Arrays;
import java.util.Objects;

/** {@code functools.singledispatch}: a function that the type of its first argument chooses. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class SingleDispatch extends PyObject {
    static final PyType TYPE =
            PyType.library("function", Types.OBJECT, SingleDispatch::fill).module("functools");
    static final PyType METHOD =
            PyType.library("singledispatchmethod", Types.OBJECT, SingleDispatch::fillMethod)
                    .module("functools")
                    .allocator(PyObject::new);

    private final PyDict registry = new PyDict();
    private final String name;

    SingleDispatch(Object function) {
        super(TYPE);
        registry.put(Types.OBJECT, function);
        Object known = Attributes.find(function, "__name__");
        name = known == null ? "singledispatch function" : Text.str(known);
        FunctoolsModule.update(this, function);
    }

    private static SingleDispatch of(Object self) {
        return (SingleDispatch) self;
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        FunctoolsModule.names(type);
        type.method("register", "cls, func=None", a -> of(a[0]).register(a[1], a[2]));
        type.method("dispatch", 1, 1, a -> of(a[0]).find((PyType) a[1]));
        type.getter("registry", self -> new MappingProxy(of(self).registry));
        type.method("__call__", "*args, **kwargs", FunctoolsModule::call);
    }

    private static void fillMethod(PyType type) {
        type.dict().put("__open__", true);
        type.method(
                "__init__",
                1,
                1,
                a -> {
                    Object plain = Attributes.bind(a[1], None.NONE, Types.NONE);
                    boolean function = a[1] instanceof Function || plain == a[1];
                    Attributes.set(a[0], "func", a[1]);
                    Attributes.set(
                            a[0],
                            "dispatcher",
                            new SingleDispatch(function ? a[1] : Attributes.get(a[1], "__func__")));
                    return None.NONE;
                });
        type.method(
                "register",
                "cls, func=None",
                a -> of(Attributes.get(a[0], "dispatcher")).register(a[1], a[2]));
        type.method("__get__", 1, 2, a -> bound(of(Attributes.get(a[0], "dispatcher")), a[1]));
    }

    private static Object bound(SingleDispatch dispatcher, Object object) {
        return Builtin.function(
                dispatcher.name,
                "*args, **kwargs",
                b -> {
                    var args = (dev.polyloom.python.runtime.object.PyTuple) b[0];
                    Object found = dispatcher.find(Types.of(args.get(0)));
                    Object method = Attributes.bind(found, object, Types.of(object));
                    PyDict named = (PyDict) b[1];
                    return Calls.call(
                            method,
                            FunctoolsModule.join(args.array(), new Object[0], named),
                            FunctoolsModule.names(named));
                });
    }

    private Object register(Object type, Object function) {
        if (function != None.NONE) {
            return add(type, function);
        }
        if (type instanceof PyType || type instanceof UnionType) {
            return Builtin.function("register", 1, 1, b -> add(type, b[0]));
        }
        Object annotations = Attributes.find(type, "__annotations__");
        if (!(annotations instanceof PyDict known) || known.size() == 0) {
            throw Errors.type(
                    "Invalid first argument to `register()`: %s. Use either `@register(some_class)`"
                                    .formatted(Text.repr(type))
                            + " or plain `@register` on an annotated function.");
        }
        return add(Objects.requireNonNull(known.get(known.keys()[0])), type);
    }

    private Object add(Object type, Object function) {
        if (type instanceof UnionType union) {
            union.members().forEach(each -> registry.put(each, function));
        } else {
            registry.put(type == None.NONE ? Types.NONE : type, function);
        }
        return function;
    }

    private Object find(PyType type) {
        for (PyType each : type.mro()) {
            Object found = each == Types.OBJECT ? null : registry.get(each);
            if (found != null) {
                return found;
            }
        }
        Object[] virtual =
                Arrays.stream(registry.keys())
                        .filter(key -> key != Types.OBJECT && Types.isSubclass(type, key))
                        .toArray();
        Object chosen = virtual.length == 0 ? Types.OBJECT : virtual[0];
        for (Object each : virtual) {
            if (Types.isSubclass((PyType) each, chosen)) {
                chosen = each;
            }
        }
        return Objects.requireNonNull(registry.get(chosen));
    }

    @Override
    public Object call(Object[] args, String[] names) {
        if (args.length == names.length) {
            throw Errors.type("%s requires at least 1 positional argument".formatted(name));
        }
        return Calls.call(find(Types.of(args[0])), args, names);
    }
}
