package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.GenericAlias;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.object.UnionType;
import java.util.List;
import java.util.Map;

/** The module {@code typing}. */
final class TypingModule {
    private static final String[] FORMS = {
        "Any",
        "NoReturn",
        "Never",
        "Self",
        "LiteralString",
        "ClassVar",
        "Final",
        "Literal",
        "Optional",
        "Union",
        "Annotated",
        "Concatenate",
        "TypeAlias",
        "TypeGuard",
        "Required",
        "NotRequired",
        "Unpack",
        "Type",
        "Pattern",
        "Match",
        "IO",
        "TextIO",
        "BinaryIO"
    };

    private TypingModule() {}

    static Module make() {
        Module module = new Module("typing");
        for (String name : FORMS) {
            module.put(name, new TypingForm(name, name.equals("Type") ? Types.TYPE : null));
        }
        aliases(module);
        module.put("TYPE_CHECKING", false);
        module.put("Text", Types.STR);
        module.put("Generic", TypingClasses.GENERIC);
        module.put("Protocol", TypingClasses.PROTOCOL);
        module.put("NamedTuple", TypingClasses.NAMED_TUPLE);
        module.put("TypedDict", TypingClasses.TYPED_DICT);
        module.put("TypeVar", TypeVariable.TYPE);
        module.put("ParamSpec", TypeVariable.PARAMETERS);
        module.put("TypeVarTuple", TypeVariable.TUPLE);
        module.put("NewType", TypeVariable.NEW_TYPE);
        module.put("AnyStr", TypeVariable.of("AnyStr"));
        supports(module);
        functions(module);
        return module;
    }

    private static void aliases(Module module) {
        Map<String, PyType> plain =
                Map.of(
                        "List", Types.LIST,
                        "Dict", Types.DICT,
                        "Set", Types.SET,
                        "FrozenSet", Types.FROZENSET,
                        "Tuple", Types.TUPLE,
                        "Deque", Deque.TYPE,
                        "DefaultDict", DefaultDict.TYPE,
                        "OrderedDict", OrderedDict.TYPE,
                        "Counter", Counter.TYPE,
                        "ChainMap", ChainMap.TYPE);
        plain.forEach((name, type) -> module.put(name, new TypingForm(name, type)));
        AbstractCollections.make()
                .owned()
                .forEach((name, type) -> {
                    if (type instanceof PyType known) {
                        String own = name.equals("Set") ? "AbstractSet" : name;
                        module.put(own, new TypingForm(own, known));
                    }
                });
        module.put("ContextManager", new TypingForm("ContextManager", ContextlibModule.MANAGER));
        module.put("AsyncContextManager", new TypingForm("AsyncContextManager", null));
    }

    private static void supports(Module module) {
        for (String each :
                new String[] {"Int", "Float", "Complex", "Bytes", "Index", "Abs", "Round"}) {
            String method = "__" + each.toLowerCase(java.util.Locale.ROOT) + "__";
            PyType type =
                    PyType.library(
                                    "Supports" + each,
                                    TypingClasses.GENERIC,
                                    t ->
                                            t.dict()
                                                    .put(
                                                            "__check__",
                                                            Builtin.function(
                                                                    "__check__",
                                                                    2,
                                                                    2,
                                                                    a ->
                                                                            ((PyType) a[0])
                                                                                            .lookup(
                                                                                                    method)
                                                                                    != null)))
                            .module("typing");
            module.put(type.name(), type);
        }
    }

    private static void functions(Module module) {
        module.function("cast", "typ, val", a -> a[1]);
        for (String name : List.of("overload", "final", "no_type_check", "override")) {
            module.function(name, 1, 1, a -> a[0]);
        }
        module.function("runtime_checkable", 1, 1, a -> TypingClasses.checkable((PyType) a[0]));
        module.function("reveal_type", 1, 1, a -> a[0]);
        module.function("assert_type", 2, 2, a -> a[0]);
        module.function(
                "assert_never",
                1,
                1,
                a -> {
                    throw Errors.of(
                            Exceptions.ASSERTION_ERROR,
                            "Expected code to be unreachable, but got: " + Text.repr(a[0]));
                });
        module.function(
                "get_type_hints",
                "obj, globalns=None, localns=None, include_extras=False",
                a -> hints(a[0]));
        module.function("get_origin", 1, 1, a -> origin(a[0]));
        module.function("get_args", 1, 1, a -> TypingForm.args(a[0]));
    }

    private static Object origin(Object form) {
        if (form instanceof UnionType) {
            return new TypingForm("Union", null);
        }
        Object found = Attributes.find(form, "__origin__");
        return form instanceof GenericAlias || form instanceof TypingForm
                ? found == null ? None.NONE : found
                : None.NONE;
    }

    private static PyDict hints(Object object) {
        PyDict all = new PyDict();
        if (object instanceof PyType type) {
            for (PyType each : type.mro().reversed()) {
                if (each.dict().get("__annotations__") instanceof PyDict own) {
                    own.forEach((name, hint) -> all.put(name, resolved(hint)));
                }
            }
            return all;
        }
        if (object instanceof PyObject
                && Attributes.find(object, "__annotations__") instanceof PyDict own) {
            own.forEach((name, hint) -> all.put(name, resolved(hint)));
        }
        return all;
    }

    private static Object resolved(Object hint) {
        if (hint == None.NONE) {
            return Types.NONE;
        }
        if (hint instanceof String name) {
            if (name.equals("None")) {
                return Types.NONE;
            }
            return dev.polyloom.python.runtime.object.Builtins.has(name)
                    ? dev.polyloom.python.runtime.object.Builtins.get(name)
                    : hint;
        }
        return hint;
    }
}
