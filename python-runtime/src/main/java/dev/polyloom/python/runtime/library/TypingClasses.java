package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.ClassMethod;
import dev.polyloom.python.runtime.object.Construction;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.GenericAlias;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The classes of {@code typing} that programs rest theirs on. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class TypingClasses {
    private static final Set<String> HIDDEN =
            Set.of(
                    "__annotations__",
                    "__doc__",
                    "__module__",
                    "__qualname__",
                    "__init__",
                    "__slots__",
                    "__abstractmethods__",
                    "__check__",
                    "__class_getitem__",
                    "__parameters__",
                    "__hash__");

    static final PyType GENERIC =
            PyType.library("Generic", Types.OBJECT, TypingClasses::fillGeneric).module("typing");
    static final PyType PROTOCOL =
            PyType.library("Protocol", GENERIC, null)
                    .module("typing")
                    .meta(meta("_ProtocolMeta", Types.ABC_META, TypingClasses::callProtocol))
                    .subtypeHook(TypingClasses::refuseChecks);
    static final PyType NAMED_TUPLE =
            PyType.library("NamedTuple", Types.TUPLE, null)
                    .module("typing")
                    .meta(meta("type", Types.TYPE, TypingClasses::callNamedTuple))
                    .subtypeHook(TypingClasses::nameElements);
    static final PyType TYPED_DICT =
            PyType.library("TypedDict", Types.DICT, TypingClasses::fillTypedDict)
                    .module("typing")
                    .meta(meta("_TypedDictMeta", Types.TYPE, TypingClasses::callTypedDict));

    private TypingClasses() {}

    private static PyType meta(String name, PyType base, Builtin.Body call) {
        Consumer<PyType> filler = type -> type.method("__call__", "*args, **kwargs", call);
        PyType made = PyType.library(name, base, filler);
        return name.equals("type") ? made : made.module("typing");
    }

    private static Object plain(Object[] a) {
        PyDict named = (PyDict) a[2];
        Object[] args = ((PyTuple) a[1]).array();
        return ((PyType) a[0])
                .construct(
                        FunctoolsModule.join(args, new Object[0], named),
                        FunctoolsModule.names(named));
    }

    private static void fillGeneric(PyType type) {
        type.dict()
                .put(
                        "__class_getitem__",
                        new ClassMethod(
                                Builtin.function(
                                        "__class_getitem__",
                                        2,
                                        2,
                                        a -> new GenericAlias(name(a[0]), a[0], a[1]))));
    }

    private static String name(Object type) {
        PyType known = (PyType) type;
        return known.isNative() ? "typing." + known.name() : known.fullName();
    }

    private static Object callProtocol(Object[] a) {
        PyType type = (PyType) a[0];
        if (type.bases().contains(PROTOCOL)) {
            throw Errors.type("Protocols cannot be instantiated");
        }
        return plain(a);
    }

    private static void refuseChecks(PyType type) {
        if (type.bases().contains(PROTOCOL)) {
            type.define(
                    "__check__",
                    Builtin.function(
                            "__check__",
                            2,
                            2,
                            a -> {
                                throw Errors.type(
                                        "Instance and class checks can only be used with"
                                                + " @runtime_checkable protocols");
                            }));
        }
    }

    /** Lets a protocol be asked which objects have what it names. */
    static PyType checkable(PyType type) {
        Set<String> names = new TreeSet<>();
        for (PyType each : type.mro()) {
            if (!each.isNative()) {
                names.addAll(each.dict().keySet());
                if (each.dict().get("__annotations__") instanceof PyDict annotations) {
                    annotations.forEach((name, hint) -> names.add((String) name));
                }
            }
        }
        names.removeAll(HIDDEN);
        type.define(
                "__check__",
                Builtin.function(
                        "__check__",
                        2,
                        2,
                        a -> names.stream().allMatch(name -> has((PyType) a[0], a[1], name))));
        return type;
    }

    private static boolean has(PyType type, Object value, String name) {
        return type.lookup(name) != null || Attributes.find(value, name) != null;
    }

    private static void nameElements(PyType type) {
        if (type.bases().contains(NAMED_TUPLE)) {
            NamedTuples.fromAnnotations(type);
        }
    }

    private static Object callNamedTuple(Object[] a) {
        if (a[0] != NAMED_TUPLE) {
            return plain(a);
        }
        PyTuple args = (PyTuple) a[1];
        PyDict annotations = new PyDict();
        if (args.size() > 1) {
            annotations.update(args.get(1));
        }
        annotations.putAll((PyDict) a[2]);
        return define(NAMED_TUPLE, args.get(0), annotations);
    }

    private static PyType define(PyType base, Object name, PyDict annotations) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("__annotations__", annotations);
        return Construction.define(
                Text.str(name), "__main__", List.of(base), new String[0], new Object[0], body);
    }

    private static void fillTypedDict(PyType type) {
        type.dict()
                .put(
                        "__init_subclass__",
                        new ClassMethod(
                                Builtin.function(
                                        "__init_subclass__",
                                        "cls, total=True",
                                        a -> {
                                            total(a);
                                            return dev.polyloom.python.runtime.None.NONE;
                                        })));
    }

    private static void total(Object[] a) {
        PyType type = (PyType) a[0];
        type.define("__total__", a[1]);
        PyDict all = new PyDict();
        for (PyType each : type.mro().reversed()) {
            if (each.dict().get("__annotations__") instanceof PyDict own) {
                all.putAll(own);
            }
        }
        type.define("__annotations__", all);
    }

    private static Object callTypedDict(Object[] a) {
        PyTuple args = (PyTuple) a[1];
        PyDict named = (PyDict) a[2];
        if (a[0] == TYPED_DICT) {
            PyDict annotations = new PyDict();
            annotations.update(args.size() > 1 ? args.get(1) : new PyDict());
            return define(TYPED_DICT, args.get(0), annotations);
        }
        Object[] all = FunctoolsModule.join(args.array(), new Object[0], named);
        return Calls.call(Types.DICT, all, FunctoolsModule.names(named));
    }
}
