package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.Hash;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PySet;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives classes the methods that {@code dataclass} promises. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class Dataclasses {
    private final PyType type;
    private final DataclassOptions options;
    private final Map<String, DataField> fields = new LinkedHashMap<>();
    private boolean inheritsFrozen;
    private boolean inheritsThawed;

    private Dataclasses(PyType type, DataclassOptions options) {
        this.type = type;
        this.options = options;
    }

    /** Completes a class and returns it. */
    static PyType complete(PyType type, DataclassOptions options) {
        Dataclasses work = new Dataclasses(type, options);
        work.inherit();
        work.gather();
        work.checkFrozen();
        work.methods();
        return type;
    }

    private void inherit() {
        for (PyType base : type.mro().reversed()) {
            if (base != type && base.dict().get("__dataclass_fields__") instanceof PyDict known) {
                known.forEach((name, field) -> fields.put((String) name, (DataField) field));
                boolean frozen = base.dict().get("__dataclass_frozen__") == Boolean.TRUE;
                inheritsFrozen |= frozen;
                inheritsThawed |= !frozen;
            }
        }
    }

    private void checkFrozen() {
        if (inheritsThawed && options.frozen()) {
            throw Errors.type("cannot inherit frozen dataclass from a non-frozen one");
        }
        if (inheritsFrozen && !options.frozen()) {
            throw Errors.type("cannot inherit non-frozen dataclass from a frozen one");
        }
    }

    private void gather() {
        boolean onlyByKeyword = options.keywordOnly();
        if (type.dict().get("__annotations__") instanceof PyDict annotations) {
            for (Object key : annotations.keys()) {
                String name = (String) key;
                Object annotation = annotations.get(key);
                if (annotation == null || isMarker(annotation)) {
                    onlyByKeyword = true;
                    continue;
                }
                add(name, annotation, onlyByKeyword);
            }
        }
        type.dict()
                .forEach((name, value) -> {
                    if (value instanceof DataField && !fields.containsKey(name)) {
                        throw Errors.type(
                                "%s is a field but has no type annotation"
                                        .formatted(Text.repr(name)));
                    }
                });
        PyDict all = new PyDict();
        fields.forEach(all::put);
        type.define("__dataclass_fields__", all);
        type.define("__dataclass_frozen__", options.frozen());
    }

    private static boolean isMarker(Object annotation) {
        return annotation == DataclassesModule.KEYWORD_ONLY
                || (annotation instanceof String text && text.matches("(dataclasses\\.)?KW_ONLY"));
    }

    private static DataField.Kind kind(Object annotation) {
        if (annotation instanceof String text) {
            return text.matches("(typing\\.)?ClassVar\\b.*")
                    ? DataField.Kind.CLASS_VAR
                    : text.matches("(dataclasses\\.)?InitVar\\b.*")
                            ? DataField.Kind.INIT_VAR
                            : DataField.Kind.PLAIN;
        }
        if (annotation instanceof DataclassesModule.InitVar
                || annotation == DataclassesModule.INIT_VAR) {
            return DataField.Kind.INIT_VAR;
        }
        return TypingForm.isClassVar(annotation) ? DataField.Kind.CLASS_VAR : DataField.Kind.PLAIN;
    }

    private void add(String name, Object annotation, boolean onlyByKeyword) {
        Object value = type.dict().get(name);
        DataField field =
                value instanceof DataField given
                        ? given
                        : DataField.of(value == null ? DataField.MISSING : value);
        DataField.Kind kind = kind(annotation);
        field.named(name, annotation, kind, onlyByKeyword);
        Object initial = field.initial();
        if (kind == DataField.Kind.PLAIN && isMutable(initial)) {
            throw Errors.value(
                    "mutable default %s for field %s is not allowed: use default_factory"
                            .formatted(Text.repr(Types.of(initial)), name));
        }
        if (value instanceof DataField) {
            if (field.hasPlainDefault()) {
                type.define(name, initial);
            } else {
                type.undefine(name);
            }
        }
        fields.put(name, field);
    }

    private static boolean isMutable(Object value) {
        return value instanceof PyList
                || value instanceof PyDict
                || (value instanceof PySet set && set.type() == Types.SET)
                || (value != DataField.MISSING && Types.of(value).lookup("__hash__") == None.NONE);
    }

    private List<DataField> plain() {
        return fields.values().stream().filter(DataField::isPlain).toList();
    }

    private void methods() {
        if (options.init()) {
            type.define("__init__", init());
        }
        boolean userDefinesRepr = type.dict().containsKey("__repr__");
        if (options.repr()) {
            offer("__repr__", "self", a -> repr(a[0]));
            if (type.dict().get("__repr__") instanceof Function shown && !userDefinesRepr) {
                shown.setOwn("__dataclass_repr__", true);
            }
        }
        if (options.eq()) {
            offer("__eq__", "self, other", a -> equal(a[0], a[1]));
        }
        if (options.order()) {
            order();
        }
        if (options.frozen()) {
            freeze();
        }
        hash();
        if (options.matchArgs() && !type.dict().containsKey("__match_args__")) {
            type.define(
                    "__match_args__",
                    PyTuple.of(
                            fields.values().stream()
                                    .filter(f -> f.init() && !f.isKeywordOnly())
                                    .filter(f -> f.kind() != DataField.Kind.CLASS_VAR)
                                    .map(DataField::name)
                                    .toArray()));
        }
        if (options.slots()) {
            slots();
        }
        if (!type.dict().containsKey("__doc__")) {
            type.define("__doc__", documentation());
        }
    }

    private String documentation() {
        List<String> parts = new ArrayList<>();
        for (DataField field : plain()) {
            if (field.init()) {
                String annotation =
                        field.annotation() instanceof PyType known
                                ? known.name()
                                : Text.repr(field.annotation()).replace("typing.", "");
                String initial =
                        field.hasFactory()
                                ? " = <factory>"
                                : field.hasDefault() ? " = " + Text.repr(field.initial()) : "";
                parts.add("%s: %s%s".formatted(field.name(), annotation, initial));
            }
        }
        return "%s(%s)".formatted(type.name(), String.join(", ", parts));
    }

    private void slots() {
        if (type.dict().containsKey("__slots__")) {
            throw Errors.type("%s already specifies __slots__".formatted(type.name()));
        }
        type.define("__slots__", PyTuple.of(plain().stream().map(DataField::name).toArray()));
    }

    private void offer(String name, String parameters, Builtin.Body body) {
        if (!type.dict().containsKey(name)) {
            type.define(name, new Function(type.qualname() + "." + name, parameters, body));
        }
    }

    private Function init() {
        List<DataField> given = new ArrayList<>();
        List<DataField> byKeyword = new ArrayList<>();
        for (DataField field : fields.values()) {
            if (field.kind() != DataField.Kind.CLASS_VAR && field.init()) {
                (field.isKeywordOnly() ? byKeyword : given).add(field);
            }
        }
        List<String> parameters = new ArrayList<>(List.of("self"));
        List<Object> defaults = new ArrayList<>();
        String late = null;
        for (DataField field : given) {
            if (!field.hasDefault() && late != null) {
                throw Errors.type(
                        "non-default argument %s follows default argument"
                                .formatted(Text.repr(field.name())));
            }
            late = field.hasDefault() ? field.name() : late;
            parameters.add(parameter(field, defaults));
        }
        if (!byKeyword.isEmpty()) {
            parameters.add("*");
            byKeyword.forEach(field -> parameters.add(parameter(field, defaults)));
        }
        given.addAll(byKeyword);
        List<DataField> order = List.copyOf(fields.values());
        return new Function(
                type.qualname() + ".__init__",
                String.join(", ", parameters),
                a -> construct(a, given, order),
                defaults.toArray());
    }

    private static String parameter(DataField field, List<Object> defaults) {
        if (!field.hasDefault()) {
            return field.name();
        }
        defaults.add(field.hasFactory() ? DataField.MISSING : field.initial());
        return field.name() + "=";
    }

    private Object construct(Object[] a, List<DataField> given, List<DataField> order) {
        Object self = a[0];
        List<Object> later = new ArrayList<>();
        for (DataField field : order) {
            int at = given.indexOf(field);
            Object value = at < 0 ? DataField.MISSING : a[at + 1];
            if (value == DataField.MISSING) {
                if (field.kind() == DataField.Kind.CLASS_VAR || !field.hasFactory()) {
                    continue;
                }
                value = field.fresh();
            }
            if (field.kind() == DataField.Kind.INIT_VAR) {
                later.add(value);
            } else if (options.frozen()) {
                Attributes.setPlain(self, field.name(), value);
            } else {
                Attributes.set(self, field.name(), value);
            }
        }
        Object hook = Types.of(self).lookup("__post_init__");
        if (hook != null) {
            Calls.call(Attributes.bind(hook, self, Types.of(self)), later.toArray());
        }
        return None.NONE;
    }

    private Object repr(Object self) {
        List<DataField> shown = plain().stream().filter(DataField::isShown).toList();
        return Text.guarded(
                self,
                "...",
                () -> {
                    List<String> parts = new ArrayList<>();
                    for (DataField field : shown) {
                        String text = Text.repr(Attributes.get(self, field.name()));
                        parts.add(field.name() + "=" + text);
                    }
                    return "%s(%s)".formatted(Types.of(self).qualname(), String.join(", ", parts));
                });
    }

    private PyTuple values(Object self, List<DataField> chosen) {
        return PyTuple.of(chosen.stream().map(f -> Attributes.get(self, f.name())).toArray());
    }

    private List<DataField> compared() {
        return plain().stream().filter(DataField::isCompared).toList();
    }

    private Object equal(Object a, Object b) {
        if (Types.of(a) != Types.of(b)) {
            return Types.NOT_IMPLEMENTED;
        }
        return Compare.eq(values(a, compared()), values(b, compared()));
    }

    private void order() {
        if (!options.eq()) {
            throw Errors.value("eq must be true if order is true");
        }
        String[] names = {"__lt__", "__le__", "__gt__", "__ge__"};
        int i = 0;
        for (Compare.Order order : Compare.Order.values()) {
            String name = names[i++];
            if (type.dict().containsKey(name)) {
                throw Errors.type(
                        "Cannot overwrite attribute %s in class %s. Consider using"
                                        .formatted(name, type.name())
                                + " functools.total_ordering");
            }
            offer(
                    name,
                    "self, other",
                    a ->
                            Types.of(a[0]) == Types.of(a[1])
                                    ? Compare.order(
                                            values(a[0], compared()),
                                            values(a[1], compared()),
                                            order)
                                    : Types.NOT_IMPLEMENTED);
        }
    }

    private void freeze() {
        List<String> names = plain().stream().map(DataField::name).toList();
        offer(
                "__setattr__",
                "self, name, value",
                a -> {
                    if (Types.of(a[0]) == type || names.contains(a[1])) {
                        throw Errors.of(
                                DataclassesModule.FROZEN,
                                "cannot assign to field " + Text.repr(a[1]));
                    }
                    Attributes.setPlain(a[0], (String) a[1], a[2]);
                    return None.NONE;
                });
        offer(
                "__delattr__",
                "self, name",
                a -> {
                    throw Errors.of(
                            DataclassesModule.FROZEN, "cannot delete field " + Text.repr(a[1]));
                });
    }

    private void hash() {
        Object own = type.dict().get("__hash__");
        boolean explicit = own != null && (own != None.NONE || !definesEquality());
        if (options.unsafeHash() || (options.eq() && options.frozen() && !explicit)) {
            if (options.unsafeHash() && explicit) {
                throw Errors.type("Cannot overwrite attribute __hash__ in class " + type.name());
            }
            List<DataField> hashed = plain().stream().filter(DataField::isHashed).toList();
            type.define(
                    "__hash__",
                    new Function(
                            type.qualname() + ".__hash__",
                            "self",
                            a -> Hash.of(values(a[0], hashed))));
        } else if (options.eq() && !options.frozen() && !explicit) {
            type.define("__hash__", None.NONE);
        }
    }

    private boolean definesEquality() {
        return type.dict().containsKey("__eq__");
    }
}
