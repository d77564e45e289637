package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.BoundMethod;
import dev.polyloom.python.runtime.object.Builtins;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.Generator;
import dev.polyloom.python.runtime.object.GenericAlias;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.MappingProxy;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.object.UnionType;
import java.util.List;
import java.util.Objects;

/** The module {@code types}. */
final class TypesModule {
    private TypesModule() {}

    static Module make() {
        Module module = new Module("types");
        module.put("SimpleNamespace", SimpleNamespace.TYPE);
        module.put("MappingProxyType", MappingProxy.TYPE);
        module.put("FunctionType", Types.FUNCTION);
        module.function("_parameters", 1, 1, a -> ((Function) a[0]).parameters());
        module.put("LambdaType", Types.FUNCTION);
        PyType method =
                new BoundMethod(MappingProxy.TYPE, None.NONE)
                        .type()
                        .maker((type, a, names) -> new BoundMethod(a[0], a[1]));
        module.put("MethodType", method);
        Object builtin = Types.of(Builtins.get("len"));
        module.put("BuiltinFunctionType", builtin);
        module.put("BuiltinMethodType", builtin);
        module.put(
                "MethodDescriptorType",
                Types.of(Objects.requireNonNull(Types.LIST.lookup("append"))));
        module.put("GeneratorType", Types.of(new Generator("", self -> None.NONE)));
        module.put("CoroutineType", Types.of(Coroutine.of("", self -> None.NONE)));
        module.put("AsyncGeneratorType", Types.ASYNC_GENERATOR);
        module.put("CodeType", Types.FUNCTION_CODE);
        module.put("FrameType", Types.FRAME);
        module.put("ClassMethodDescriptorType", Types.METHOD_DESCRIPTOR);
        module.put("WrapperDescriptorType", Types.METHOD_DESCRIPTOR);
        module.put("MethodWrapperType", builtin);
        module.put("GetSetDescriptorType", Types.GETTER);
        module.put("MemberDescriptorType", Types.GETTER);
        module.function("resolve_bases", 1, 1, a -> PyTuple.of(Iteration.toList(a[0]).toArray()));
        module.put("ModuleType", Types.of(module));
        module.put("NoneType", Types.NONE);
        module.put("NotImplementedType", Types.of(Types.NOT_IMPLEMENTED));
        module.put("EllipsisType", Types.of(Types.ELLIPSIS));
        module.put("GenericAlias", Types.of(new GenericAlias(null, Types.LIST, Types.INT)));
        module.put("UnionType", Types.of(UnionType.of(null, Types.INT, Types.STR)));
        module.put("TracebackType", traceback());
        module.put("DynamicClassAttribute", Builtins.get("property"));
        module.function(
                "new_class", "name, bases=None, kwds=None, exec_body=None", TypesModule::newClass);
        module.function("coroutine", 1, 1, a -> coroutine(a[0]));
        return module;
    }

    /** Returns a function whose generators may be awaited. */
    private static Object coroutine(Object function) {
        Function wrapped =
                new Function(
                        "coroutine.<locals>.wrapped",
                        "*args, **kwargs",
                        a -> {
                            Object made =
                                    Calls.arguments().addAll(a[0]).addNamed(a[1]).call(function);
                            return made instanceof Generator generator
                                    ? generator.awaitable()
                                    : made;
                        });
        return FunctoolsModule.update(wrapped, function);
    }

    private static Object traceback() {
        try {
            throw dev.polyloom.python.runtime.object.Errors.value("");
        } catch (PyException e) {
            return Types.of(dev.polyloom.python.runtime.object.Attributes.get(e, "__traceback__"));
        }
    }

    private static Object newClass(Object[] a) {
        PyDict names = new PyDict();
        if (a[3] != None.NONE) {
            dev.polyloom.python.runtime.object.Calls.call(a[3], names);
        }
        java.util.Map<String, Object> body = new java.util.LinkedHashMap<>();
        names.forEach((name, value) -> body.put((String) name, value));
        return dev.polyloom.python.runtime.object.Construction.define(
                Text.str(a[0]),
                "types",
                a[1] == None.NONE ? List.of() : ((PyTuple) a[1]).asList(),
                new String[0],
                new Object[0],
                body);
    }
}
