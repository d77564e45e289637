package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.ArrayList;
import java.util.List;

/** What functions, methods and modules can do. */
final class FunctionType {
    private FunctionType() {}

    private static Object annotations(Function function) {
        synchronized (function) {
            Object own = function.own("__annotations__");
            if (own == null) {
                own = new PyDict();
                function.setOwn("__annotations__", own);
            }
            return own;
        }
    }

    private static Function of(Object self) {
        return (Function) self;
    }

    static void fill(PyType type) {
        type.getter("__name__", s -> of(s).name(), (s, v) -> of(s).setName(v));
        type.getter("__qualname__", s -> of(s).qualname(), (s, v) -> of(s).setQualname(v));
        type.getter("__doc__", s -> of(s).doc(), (s, v) -> of(s).setDoc(v));
        type.getter("__module__", s -> of(s).module(), (s, v) -> of(s).module((String) v));
        type.getter("__dict__", ObjectType::dict);
        type.getter(
                "__annotations__",
                s -> annotations((Function) s),
                (s, v) -> of(s).setOwn("__annotations__", v));
        type.getter(
                "__defaults__", s -> defaults(of(s).signature()), (s, v) -> of(s).setDefaults(v));
        type.getter("__kwdefaults__", s -> keywordDefaults(of(s).signature()));
        type.getter("__code__", s -> of(s).code());
        type.getter("__closure__", s -> of(s).closure());
        type.getter("__globals__", s -> of(s).globals());
        type.method(
                "__call__", 0, -1, a -> Calls.call(a[0], PyTuple.of(a).slice(1, a.length).array()));
        type.method("__get__", 1, 2, a -> a[1] == None.NONE ? a[0] : new BoundMethod(a[0], a[1]));
    }

    private static Object keywordDefaults(Signature signature) {
        PyDict all = signature.keywordDefaults();
        return all.size() == 0 ? None.NONE : all;
    }

    private static Object defaults(Signature signature) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < signature.positional(); i++) {
            Object value = signature.defaultOf(i);
            if (value != null) {
                values.add(value);
            }
        }
        return values.isEmpty() ? None.NONE : PyTuple.of(values.toArray());
    }

    static void fillBuiltin(PyType type) {
        type.getter("__name__", s -> s instanceof BoundMethod m ? nameOf(m.function()) : nameOf(s));
        type.getter(
                "__qualname__",
                s ->
                        s instanceof BoundMethod m
                                ? ((Builtin) m.function()).qualname()
                                : ((Builtin) s).qualname());
        type.getter("__self__", s -> s instanceof BoundMethod m ? m.self() : None.NONE);
    }

    private static Object nameOf(Object function) {
        return function instanceof Builtin b ? b.name() : Attributes.get(function, "__name__");
    }

    static void fillMethod(PyType type) {
        type.getter("__self__", s -> ((BoundMethod) s).self());
        type.getter("__func__", s -> ((BoundMethod) s).function());
        for (String name : new String[] {"__name__", "__qualname__", "__doc__", "__module__"}) {
            type.getter(name, s -> Attributes.get(((BoundMethod) s).function(), name));
        }
    }

    static void fillWrapper(PyType type) {
        type.getter("__func__", FunctionType::wrapped);
        type.getter("__name__", s -> Attributes.get(wrapped(s), "__name__"));
        type.maker((made, a, names) ->
                made == Types.CLASS_METHOD ? new ClassMethod(a[0]) : new StaticMethod(a[0]));
    }

    private static Object wrapped(Object self) {
        return self instanceof ClassMethod m ? m.function() : ((StaticMethod) self).function();
    }

    static void fillModule(PyType type) {
        type.getter("__dict__", ObjectType::dict);
    }
}
