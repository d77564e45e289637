package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Signature;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;

/** The module {@code dataclasses}. */
final class DataclassesModule {
    static final PyType FROZEN =
            PyType.library("FrozenInstanceError", Exceptions.ATTRIBUTE_ERROR, null)
                    .module("dataclasses");
    static final PyType KEYWORD_ONLY =
            PyType.library("KW_ONLY", Types.OBJECT, null).module("dataclasses");
    static final PyType INIT_VAR =
            PyType.library(
                            "InitVar",
                            Types.OBJECT,
                            type ->
                                    type.method(
                                            "__repr__",
                                            0,
                                            0,
                                            a ->
                                                    "dataclasses.InitVar[%s]"
                                                            .formatted(((InitVar) a[0]).shown())))
                    .module("dataclasses")
                    .meta(
                            PyType.library(
                                    "type",
                                    Types.TYPE,
                                    type ->
                                            type.method(
                                                    "__getitem__", 1, 1, a -> new InitVar(a[1]))));

    private DataclassesModule() {}

    /** A field that only the constructor knows. */
    static final class InitVar extends PyObject {
        private final Object inner;

        InitVar(Object inner) {
            super(INIT_VAR);
            this.inner = inner;
        }

        String shown() {
            return inner instanceof PyType type ? type.fullName() : Text.repr(inner);
        }
    }

    static Module make() {
        Module module = new Module("dataclasses");
        module.put("FrozenInstanceError", FROZEN);
        module.put("KW_ONLY", KEYWORD_ONLY);
        module.put("InitVar", INIT_VAR);
        module.put("MISSING", DataField.MISSING);
        module.put("Field", DataField.TYPE);
        module.function(
                "dataclass",
                "cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,"
                        + " frozen=False, match_args=True, kw_only=False, slots=False,"
                        + " weakref_slot=False",
                DataclassesModule::dataclass);
        module.put(
                "field",
                Builtin.function(
                        "field",
                        Signature.of(
                                "*, default=, default_factory=, init=True, repr=True, hash=None,"
                                        + " compare=True, metadata=None, kw_only=",
                                DataField.MISSING,
                                DataField.MISSING,
                                DataField.MISSING),
                        DataField::make));
        module.function("fields", 1, 1, a -> fields(a[0]));
        module.function("is_dataclass", 1, 1, a -> isDataclass(a[0]));
        module.function("asdict", "obj, *, dict_factory=None", a -> asDict(a[0], a[1]));
        module.function("astuple", "obj, *, tuple_factory=None", a -> asTuple(a[0], a[1]));
        module.function("replace", "obj, /, **changes", a -> replace(a[0], (PyDict) a[1]));
        module.function(
                "make_dataclass", "cls_name, fields, **kwargs", DataclassesModule::makeClass);
        return module;
    }

    private static Object dataclass(Object[] a) {
        DataclassOptions options = DataclassOptions.of(a);
        if (a[0] == None.NONE) {
            return Builtin.function(
                    "wrap", 1, 1, b -> Dataclasses.complete((PyType) b[0], options));
        }
        return Dataclasses.complete((PyType) a[0], options);
    }

    /** Returns the fields of a class that an object has or is; null where there are none. */
    static List<DataField> known(Object object) {
        PyType type = object instanceof PyType asked ? asked : Types.of(object);
        Object found = type.lookup("__dataclass_fields__");
        if (!(found instanceof PyDict dict)) {
            throw Errors.type("must be called with a dataclass type or instance");
        }
        List<DataField> fields = new ArrayList<>();
        dict.forEach((name, field) -> fields.add((DataField) field));
        return fields;
    }

    private static boolean isDataclass(Object object) {
        PyType type = object instanceof PyType asked ? asked : Types.of(object);
        return type.lookup("__dataclass_fields__") != null;
    }

    private static boolean isInstance(Object object) {
        return !(object instanceof PyType) && isDataclass(object);
    }

    private static Object fields(Object object) {
        return PyTuple.of(known(object).stream().filter(DataField::isPlain).toArray());
    }

    private static Object asDict(Object object, Object factory) {
        if (!isInstance(object)) {
            throw Errors.type("asdict() should be called on dataclass instances");
        }
        return inner(object, factory, true);
    }

    private static Object asTuple(Object object, Object factory) {
        if (!isInstance(object)) {
            throw Errors.type("astuple() should be called on dataclass instances");
        }
        return inner(object, factory, false);
    }

    private static Object inner(Object value, Object factory, boolean named) {
        if (isInstance(value)) {
            PyList parts = new PyList();
            for (DataField field : known(value)) {
                if (field.isPlain()) {
                    Object part = inner(Attributes.get(value, field.name()), factory, named);
                    parts.append(named ? PyTuple.of(field.name(), part) : part);
                }
            }
            Object made = named ? Types.DICT : Types.TUPLE;
            return Calls.call(factory == None.NONE ? made : factory, parts);
        }
        return switch (value) {
            case PyTuple tuple -> {
                Object[] parts =
                        tuple.asList().stream().map(e -> inner(e, factory, named)).toArray();
                yield PyTuple.of(tuple.type(), parts);
            }
            case PyList list -> {
                PyList copy = new PyList();
                for (Object each : list.snapshot()) {
                    copy.append(inner(each, factory, named));
                }
                yield list.type() == Types.LIST ? copy : Calls.call(list.type(), copy);
            }
            case PyDict dict -> {
                PyDict copy = new PyDict();
                dict.forEach((key, each) ->
                        copy.put(inner(key, factory, named), inner(each, factory, named)));
                yield dict.type() == Types.DICT
                        ? copy
                        : dict.type() == DefaultDict.TYPE
                                ? Calls.call(
                                        dict.type(), Attributes.get(dict, "default_factory"), copy)
                                : Calls.call(dict.type(), copy);
            }
            default -> CopyModule.deepcopy(value, new PyDict());
        };
    }

    private static Object replace(Object object, PyDict given) {
        if (!isInstance(object)) {
            throw Errors.type("replace() should be called on dataclass instances");
        }
        PyDict changes = given.copy();
        for (DataField field : known(object)) {
            if (field.kind() == DataField.Kind.CLASS_VAR) {
                continue;
            }
            if (!field.init()) {
                if (changes.get(field.name()) != null) {
                    throw Errors.value(
                            "field %s is declared with init=False, it cannot be specified with"
                                            .formatted(field.name())
                                    + " replace()");
                }
                continue;
            }
            if (changes.get(field.name()) == null) {
                if (field.kind() == DataField.Kind.INIT_VAR && !field.hasDefault()) {
                    throw Errors.value(
                            "InitVar '%s' must be specified with replace()"
                                    .formatted(field.name()));
                }
                changes.put(field.name(), Attributes.get(object, field.name()));
            }
        }
        return Calls.call(
                Types.of(object),
                FunctoolsModule.join(new Object[0], new Object[0], changes),
                FunctoolsModule.names(changes));
    }

    private static Object makeClass(Object[] a) {
        PyDict options = ((PyDict) a[2]).copy();
        Object bases = options.remove("bases");
        Object namespace = options.remove("namespace");
        PyType type =
                PyType.user(
                                Text.str(a[0]),
                                bases == null
                                        ? List.of()
                                        : ((PyTuple) bases)
                                                .asList().stream().map(b -> (PyType) b).toList())
                        .module("types");
        PyDict annotations = new PyDict();
        for (Object each : dev.polyloom.python.runtime.object.Iteration.toList(a[1])) {
            if (each instanceof PyTuple item) {
                annotations.put(item.get(0), item.get(1));
                if (item.size() > 2) {
                    type.define((String) item.get(0), item.get(2));
                }
            } else {
                annotations.put(each, "typing.Any");
            }
        }
        if (namespace instanceof PyDict names) {
            names.forEach((name, value) -> type.define((String) name, value));
        }
        type.define("__annotations__", annotations);
        Object decorator =
                Calls.call(
                        Attributes.get(
                                dev.polyloom.python.runtime.object.Modules.load("dataclasses"),
                                "dataclass"),
                        FunctoolsModule.join(new Object[0], new Object[0], options),
                        FunctoolsModule.names(options));
        return Calls.call(decorator, type);
    }
}
