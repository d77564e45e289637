package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Builtins;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Hash;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.StaticMethod;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The module {@code enum}. */
final class EnumModule {
    static final PyType META =
            PyType.library("EnumType", Types.TYPE, EnumType::fill).module("enum");
    static final PyType ENUM =
            type("Enum", List.of(Types.OBJECT), EnumModule::fillEnum)
                    .meta(META)
                    .subtypeHook(EnumMembers::create);
    static final PyType REPR_ENUM = type("ReprEnum", List.of(ENUM), t -> {});
    static final PyType FLAG = type("Flag", List.of(ENUM), FlagType::fill);
    static final PyType INT_ENUM =
            type("IntEnum", List.of(Types.INT, REPR_ENUM), EnumModule::fillPlain);
    static final PyType STR_ENUM =
            type("StrEnum", List.of(Types.STR, REPR_ENUM), EnumModule::fillText);
    static final PyType INT_FLAG =
            type(
                    "IntFlag",
                    List.of(Types.INT, REPR_ENUM, FLAG),
                    t -> {
                        FlagType.fill(t);
                        fillPlain(t);
                        t.method("__repr__", 0, 0, a -> FlagType.repr((PyObject) a[0]));
                    });
    static final PyType AUTO =
            type("auto", List.of(Types.OBJECT), EnumAuto::fill).allocator(EnumAuto::new);

    private EnumModule() {}

    private static PyType type(String name, List<PyType> bases, Consumer<PyType> filler) {
        return PyType.library(name, bases, filler).module("enum");
    }

    static Module make() {
        Module module = new Module("enum");
        for (PyType each :
                List.of(META, ENUM, REPR_ENUM, FLAG, INT_ENUM, STR_ENUM, INT_FLAG, AUTO)) {
            module.put(each.name(), each);
        }
        module.put("EnumMeta", META);
        module.put("property", Builtins.get("property"));
        for (String name : new String[] {"STRICT", "CONFORM", "EJECT", "KEEP"}) {
            module.put(name, name.toLowerCase(java.util.Locale.ROOT));
        }
        module.function("unique", 1, 1, a -> unique((PyType) a[0]));
        return module;
    }

    private static void fillEnum(PyType type) {
        type.getter("name", self -> own(self, "_name_"), (s, v) -> refuse("name"));
        type.getter("value", self -> own(self, "_value_"), (s, v) -> refuse("value"));
        type.method("__repr__", 0, 0, a -> repr((PyObject) a[0]));
        type.method("__str__", 0, 0, a -> text((PyObject) a[0]));
        type.method("__hash__", 0, 0, a -> Hash.of(own(a[0], "_name_")));
        type.method("__format__", 1, 1, a -> Text.format(Text.str(a[0]), Text.str(a[1])));
        type.method("__copy__", 0, 0, a -> a[0]);
        type.method("__deepcopy__", 1, 1, a -> a[0]);
        type.dict()
                .put(
                        "_generate_next_value_",
                        new StaticMethod(
                                Builtin.function(
                                        "_generate_next_value_", 4, 4, EnumMembers::nextValue)));
    }

    private static void refuse(String name) {
        throw Errors.attribute("<enum 'Enum'> cannot set attribute '%s'".formatted(name));
    }

    static Object own(Object self, String name) {
        Object found = ((PyObject) self).own(name);
        return found == null ? None.NONE : found;
    }

    private static String repr(PyObject self) {
        return "<%s.%s: %s>"
                .formatted(
                        self.type().name(),
                        Text.str(own(self, "_name_")),
                        Text.repr(own(self, "_value_")));
    }

    private static String text(PyObject self) {
        return "%s.%s".formatted(self.type().name(), Text.str(own(self, "_name_")));
    }

    /** Lets members show themselves as the plain values that they are. */
    private static void fillPlain(PyType type) {
        type.method("__repr__", 0, 0, a -> repr((PyObject) a[0]));
        type.method("__str__", 0, 0, a -> Text.str(Boxed.plain(a[0])));
        type.method("__format__", 1, 1, a -> Text.format(Boxed.plain(a[0]), Text.str(a[1])));
    }

    private static void fillText(PyType type) {
        fillPlain(type);
        type.dict()
                .put(
                        "_generate_next_value_",
                        new StaticMethod(
                                Builtin.function(
                                        "_generate_next_value_",
                                        4,
                                        4,
                                        a -> Text.str(a[0]).toLowerCase(java.util.Locale.ROOT))));
    }

    private static Object unique(PyType type) {
        List<String> doubles = new ArrayList<>();
        EnumMembers.map(type)
                .forEach((name, member) -> {
                    Object real = Attributes.get(member, "name");
                    if (!name.equals(real)) {
                        doubles.add("%s -> %s".formatted(name, real));
                    }
                });
        if (!doubles.isEmpty()) {
            throw Errors.value(
                    "duplicate values found in %s: %s".formatted(type, String.join(", ", doubles)));
        }
        return type;
    }
}
