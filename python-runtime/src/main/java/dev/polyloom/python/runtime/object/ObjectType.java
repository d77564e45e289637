package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.Objects;

/** What all objects can do. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class ObjectType {
    private ObjectType() {}

    static void fill(PyType type) {
        type.method("__repr__", 0, 0, a -> Text.builtinRepr(a[0]));
        type.method("__str__", 0, 0, a -> Text.repr(a[0]));
        type.method("__eq__", 1, 1, a -> a[0] == a[1] ? (Object) true : Types.NOT_IMPLEMENTED);
        type.method("__ne__", 1, 1, a -> notEqual(a[0], a[1]));
        type.method("__hash__", 0, 0, a -> (long) System.identityHashCode(a[0]));
        type.method("__getattribute__", 1, 1, a -> Attributes.getPlain(a[0], StrType.of(a[1])));
        type.method(
                "__setattr__",
                2,
                2,
                a -> {
                    Attributes.setPlain(a[0], (String) a[1], a[2]);
                    return None.NONE;
                });
        type.method(
                "__delattr__",
                1,
                1,
                a -> {
                    Attributes.deletePlain(a[0], (String) a[1]);
                    return None.NONE;
                });
        type.method("__sizeof__", 0, 0, a -> 48L);
        type.method("__dir__", 0, 0, a -> Attributes.names(a[0]));
        type.getter("__class__", Types::of, ClassChanges::setClass);
        type.getter("__doc__", self -> docOf(Types.of(self)));
        type.getter("__module__", self -> Types.of(self).module());
        type.getter("__dict__", ObjectType::dict, ObjectType::setDict);
    }

    private static void setDict(Object self, Object value) {
        if (!(self instanceof Typed typed) || !Attributes.hasDict(typed.type())) {
            throw Attributes.missing(self, "__dict__");
        }
        if (!(value instanceof PyDict dict)) {
            throw Errors.type(
                    "__dict__ must be set to a dictionary, not a '%s'"
                            .formatted(Types.of(value).name()));
        }
        PyDict copy = dict.copy();
        java.util.List.copyOf(typed.owned().keySet()).forEach(typed::deleteOwn);
        copy.forEach((key, each) -> typed.setOwn((String) key, each));
    }

    private static Object notEqual(Object a, Object b) {
        Object equal = Objects.requireNonNull(Types.of(a).lookup("__eq__"));
        Object result = Calls.special(equal, a, b);
        return result == Types.NOT_IMPLEMENTED ? result : !Text.truth(result);
    }

    static Object docOf(PyType type) {
        Object doc = type.isNative() ? null : type.dict().get("__doc__");
        return doc instanceof String ? doc : None.NONE;
    }

    static Object dict(Object self) {
        if (!(self instanceof Typed typed) || !Attributes.hasDict(typed.type())) {
            throw Attributes.missing(self, "__dict__");
        }
        return new InstanceDict(typed);
    }
}
